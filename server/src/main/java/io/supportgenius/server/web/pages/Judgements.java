package io.supportgenius.server.web.pages;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.web.pages.JudgementView.Piece;
import io.supportgenius.server.web.pages.JudgementView.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how a text was judged, with the words that drove it marked where they stand. */
@Component
class Judgements {

    private static final int MOST_WORDS = 8;

    /** Words with less than this part of the strongest one's influence are not marked. */
    private static final double WEAKEST = 0.1;

    private static final int STRENGTHS = 3;

    private final SentimentScorer scorer;
    private final Wording wording;

    Judgements(SentimentScorer scorer, Wording wording) {
        this.scorer = scorer;
        this.wording = wording;
    }

    /**
     * Null where the ticket has no sentiment. Words are those of the present model: where it would say something else than the model that
     * scored the ticket, they would argue against what is shown, so there are none until the ticket is scored anew.
     */
    @Nullable
    JudgementView of(TicketText text, @Nullable SentimentScore score) {
        if (score == null) {
            return null;
        }
        String whole = text.whole();
        SentimentScore present = scorer.score(whole);
        boolean outdated = present == null || present.label() != score.label();
        List<WordInfluence> strongest = outdated ? List.of() : strongest(scorer.explain(whole));
        String subject = text.subject() == null ? "" : text.subject();
        int bodyStart = whole.length() - (text.body() == null ? 0 : text.body().length());
        String kind = score.label().label();
        return new JudgementView(
                kind,
                percent(score.certainty()),
                Arrays.stream(Sentiment.values())
                        .map(sentiment -> share(sentiment, score))
                        .toList(),
                strongest.stream()
                        .map(word -> whole.substring(word.start(), word.end()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                pieces(whole, 0, subject.length(), strongest),
                pieces(whole, bodyStart, whole.length(), strongest),
                outdated,
                new Address("/tickets", Map.of("sentiment", List.of(kind))).toString());
    }

    private static List<WordInfluence> strongest(List<WordInfluence> influences) {
        return influences.stream()
                .filter(word -> word.influence() >= WEAKEST * influences.get(0).influence())
                .limit(MOST_WORDS)
                .toList();
    }

    private Share share(Sentiment sentiment, SentimentScore score) {
        double probability = score.of(sentiment);
        return new Share(sentiment.label(), percent(probability), (int) Math.round(100 * probability));
    }

    private String percent(double probability) {
        return wording.text("share", wording.decimal(100 * probability, 0));
    }

    private static List<Piece> pieces(String whole, int from, int to, List<WordInfluence> words) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        List<WordInfluence> inOrder = words.stream()
                .filter(word -> word.start() >= from && word.end() <= to)
                .sorted(Comparator.comparingInt(WordInfluence::start))
                .toList();
        for (WordInfluence word : inOrder) {
            add(pieces, whole.substring(at, word.start()), 0);
            double part = word.influence() / words.get(0).influence();
            add(pieces, whole.substring(word.start(), word.end()), (int) Math.ceil(part * STRENGTHS));
            at = word.end();
        }
        add(pieces, whole.substring(at, to), 0);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, int strength) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, strength));
        }
    }
}
