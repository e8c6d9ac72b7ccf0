package io.supportgenius.server.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored ticket.
 *
 * @param source name of the place it came from, for example a helpdesk
 * @param profile what is known on the ticket itself, filled up from its company
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
        Map<String, String> attributes) {

    public Ticket {
        sourceMetrics = Map.copyOf(sourceMetrics);
        attributes = Map.copyOf(attributes);
    }
}
