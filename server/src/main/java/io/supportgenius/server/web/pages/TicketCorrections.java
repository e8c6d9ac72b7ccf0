package io.supportgenius.server.web.pages;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.Unjudged;
import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.ticket.Ticket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people said of a ticket's sentiment, where they can say it, and why a model said nothing. */
@Component
class TicketCorrections {

    private static final String PERSON = "person";

    private final SentimentSteps steps;
    private final Freshness freshness;
    private final Wording wording;

    TicketCorrections(SentimentSteps steps, Freshness freshness, Wording wording) {
        this.steps = steps;
        this.freshness = freshness;
        this.wording = wording;
    }

    /** Who corrected the ticket and when, in words; null where nobody did. */
    @Nullable
    String corrected(Ticket ticket) {
        return !PERSON.equals(ticket.sentimentModel())
                ? null
                : steps.correction(ticket.id())
                        .map(given -> wording.text(
                                "sentiment.corrected",
                                given.by(),
                                wording.time(given.at(), freshness.state().zone())))
                        .orElse(null);
    }

    /** Why the ticket has no sentiment, by the end of a message key. */
    static String unjudged(Ticket ticket) {
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
    CorrectionView view(Ticket ticket) {
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
}
