package io.supportgenius.server.insights;

import io.supportgenius.server.ticket.Agent;
import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.Customer;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.ticket.Ticket;
import io.supportgenius.server.ticket.TicketId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the views by agent, by requester and by company, and single records. */
@Service
public class Views {

    /** Names that {@code sort} takes; with a leading minus the order is descending. */
    public static final java.util.List<String> SORTS =
            java.util.List.of("label", "tickets", "unsolved", "firstReplyHours", "fullResolutionHours", "meanTouches");

    /**
     * @param dimension {@code agent}, {@code requester} or {@code company}
     * @param name part of a name to look for, ignoring case; null for all
     * @param sort one of {@link #SORTS}; the hours are medians
     */
    public ViewPage page(
            String dimension,
            TicketSelection selection,
            @Nullable String name,
            String sort,
            int limit,
            @Nullable String after) {
        throw new UnsupportedOperationException(
                "arrives with the facts: " + dimension + selection + name + sort + limit + after);
    }

    /** The figures of one agent, customer or company; empty if there is none with this id. */
    public Optional<ViewRow> row(String dimension, long id, TicketSelection selection) {
        throw new UnsupportedOperationException("arrives with the facts: " + dimension + id + selection);
    }

    public Optional<Ticket> ticket(TicketId id) {
        throw new UnsupportedOperationException("arrives with the store: " + id);
    }

    public Optional<Agent> agent(AgentId id) {
        throw new UnsupportedOperationException("arrives with the store: " + id);
    }

    public Optional<Customer> customer(CustomerId id) {
        throw new UnsupportedOperationException("arrives with the store: " + id);
    }

    public Optional<Company> company(CompanyId id) {
        throw new UnsupportedOperationException("arrives with the store: " + id);
    }
}
