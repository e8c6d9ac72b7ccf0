package io.supportgenius.server.web.pages;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.Unjudged;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.sentiment.AccurateStep;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.ticket.Ticket;
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

    private static final String PERSON = "person";

    private final SentimentScorer fast;
    private final AccurateStep step;
    private final SentimentSteps steps;
    private final Freshness freshness;
    private final Wording wording;

    Judgements(SentimentScorer fast, AccurateStep step, SentimentSteps steps, Freshness freshness, Wording wording) {
        this.fast = fast;
        this.step = step;
        this.steps = steps;
        this.freshness = freshness;
        this.wording = wording;
    }

    /**
     * Null where the ticket has no sentiment. Words are those of the model that scored the ticket, as far as it is there: where another one
     * would say something else, it would argue against what is shown, so there are none until the ticket is scored anew. What a
     * person said needs no words.
     */
    @Nullable
    JudgementView of(Ticket ticket) {
        SentimentScore score = ticket.sentiment();
        if (score == null) {
            return null;
        }
        TicketText text = ticket.text();
        String whole = text.whole();
        boolean byPerson = PERSON.equals(ticket.sentimentModel());
        SentimentScorer scorer = step.ready(ticket.sentimentModel()).orElse(fast);
        SentimentScore present = byPerson ? null : scorer.score(whole);
        boolean outdated = !byPerson && (present == null || present.label() != score.label());
        List<WordInfluence> strongest = byPerson || outdated ? List.of() : strongest(scorer.explain(whole));
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
                byPerson ? PERSON : SentimentSteps.kind(ticket.sentimentModel() == null ? "" : ticket.sentimentModel()),
                byPerson ? corrected(ticket) : null,
                outdated,
                new Address("/tickets", Map.of("sentiment", List.of(kind))).toString());
    }

    private @Nullable String corrected(Ticket ticket) {
        return steps.correction(ticket.id())
                .map(given -> wording.text(
                        "sentiment.corrected",
                        given.by(),
                        wording.time(given.at(), freshness.state().zone())))
                .orElse(null);
    }

    /** Why the ticket has no sentiment, by the end of a message key. */
    String unjudged(Ticket ticket) {
        Unjudged reason = Unjudged.of(ticket.text().whole());
        if (reason == null) {
            return "waiting";
        }
        return switch (reason) {
            case NO_WORDS -> "missing";
            case NOT_ENGLISH -> "foreign";
        };
    }

    /** Where the visitor may correct the label; null where there is no text, or for who only looks on. */
    @Nullable
    CorrectionView correction(Ticket ticket) {
        boolean allowed = Visitor.current()
                .filter(visitor -> visitor.role().includes(Role.ANALYST))
                .isPresent();
        if (!allowed || ticket.text().whole().isEmpty()) {
            return null;
        }
        SentimentScore score = ticket.sentiment();
        return new CorrectionView(
                "/tickets/" + ticket.id().value() + "/sentiment",
                score == null ? null : score.label().label(),
                Arrays.stream(Sentiment.values()).map(Sentiment::label).toList(),
                PERSON.equals(ticket.sentimentModel()));
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
