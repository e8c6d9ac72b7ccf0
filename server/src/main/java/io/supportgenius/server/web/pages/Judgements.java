package io.supportgenius.server.web.pages;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.sentiment.AccurateStep;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.web.pages.JudgementView.Piece;
import io.supportgenius.server.web.pages.JudgementView.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Shows how a text was judged, with the words that drove it marked where they stand. */
@Component
class Judgements {

    private static final int MOST_WORDS = 8;

    /** Words with less than this part of the strongest one's influence are not marked. */
    private static final double WEAKEST = 0.1;

    private static final int STRENGTHS = 3;

    private static final String PERSON = "person";
    private static final String ACCURATE = "accurate";

    private final SentimentScorer fast;
    private final ScorerByModel models;
    private final Wording wording;

    @Autowired
    Judgements(SentimentScorer fast, AccurateStep step, Wording wording) {
        this(fast, step::ready, wording);
    }

    /** @param models the scorer that is there for a model's name */
    Judgements(SentimentScorer fast, ScorerByModel models, Wording wording) {
        this.fast = fast;
        this.models = models;
        this.wording = wording;
    }

    /**
     * Null where the ticket has no sentiment. Words are those of the model that scored the ticket, as far as it is there: where another one
     * would say something else, it would argue against what is shown, so there are none until the ticket is scored anew. What a
     * person said needs no words.
     *
     * @param model that scored the ticket, or {@code person}
     * @param corrected who corrected it and when, in words
     */
    @Nullable
    JudgementView of(
            TicketText text, @Nullable SentimentScore score, @Nullable String model, @Nullable String corrected) {
        if (score == null) {
            return null;
        }
        String whole = text.whole();
        boolean byPerson = PERSON.equals(model);
        SentimentScorer scorer = models.ready(model).orElse(fast);
        // A better score than the present model's stays, also while what gave it is not there.
        boolean unexplained = byPerson
                || model != null
                        && model.startsWith(ACCURATE)
                        && !scorer.model().equals(model);
        SentimentScore present = unexplained ? null : scorer.score(whole);
        boolean outdated = !unexplained && (present == null || present.label() != score.label());
        List<WordInfluence> strongest = unexplained || outdated ? List.of() : strongest(scorer.explain(whole));
        String subject = text.subject() == null ? "" : text.subject();
        int bodyStart = whole.length() - (text.body() == null ? 0 : text.body().length());
        String kind = score.label().label();
        return new JudgementView(
                kind,
                percent(score.certainty()),
                byPerson
                        ? List.of()
                        : Arrays.stream(Sentiment.values())
                                .map(sentiment -> share(sentiment, score))
                                .toList(),
                strongest.stream()
                        .map(word -> whole.substring(word.start(), word.end()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                pieces(whole, 0, subject.length(), strongest),
                pieces(whole, bodyStart, whole.length(), strongest),
                byPerson ? PERSON : SentimentSteps.kind(model == null ? "" : model),
                corrected,
                outdated,
                new Address("/tickets", Map.of("sentiment", List.of(kind))).toString());
    }

    /** Finds the scorer of a model where it is ready. */
    @FunctionalInterface
    interface ScorerByModel {
        Optional<SentimentScorer> ready(@Nullable String model);
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
