package io.supportgenius.server.ticket;

import io.supportgenius.analytics.text.SentimentScore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored ticket.
 *
 * @param source name of the place it came from, for example a helpdesk
 * @param profile what is known on the ticket itself, filled up from its company
 * @param sentiment null where the text is not judged
 * @param sentimentModel who judged it: a model by its name, or {@code person}; null where nobody did yet
 */
public record Ticket(
        TicketId id,
        String source,
        String externalId,
        @Nullable Customer requester,
        @Nullable Company company,
        @Nullable Agent assignee,
        TicketTimes times,
        TicketKind kind,
        TicketText text,
        TicketEffort effort,
        Profile profile,
        Map<String, String> sourceMetrics,
        Map<String, String> attributes,
        @Nullable SentimentScore sentiment,
        @Nullable String sentimentModel) {

    public Ticket {
        sourceMetrics = Map.copyOf(sourceMetrics);
        attributes = Map.copyOf(attributes);
    }
}
