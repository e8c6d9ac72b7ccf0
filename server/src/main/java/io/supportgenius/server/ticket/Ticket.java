package io.supportgenius.server.ticket;

import io.supportgenius.analytics.text.SentimentScore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored ticket.
 *
 * @param source name of the place it came from, for example a helpdesk
 * @param profile what is known on the ticket itself, filled up from its company
 * @param sentiment null where there is no text to judge, or where it was not judged yet
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
        @Nullable SentimentScore sentiment) {

    public Ticket {
        sourceMetrics = Map.copyOf(sourceMetrics);
        attributes = Map.copyOf(attributes);
    }
}
