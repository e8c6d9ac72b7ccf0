package io.supportgenius.server.insights;

import io.supportgenius.server.store.Records;
import io.supportgenius.server.store.StoredTicket;
import io.supportgenius.server.store.Tickets;
import io.supportgenius.server.ticket.Agent;
import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.Customer;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.Ticket;
import io.supportgenius.server.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers what is known of one ticket, agent, customer or company; empty if there is none with the id. */
@Service
public class SingleRecords {

    private final Tickets tickets;
    private final Records records;

    SingleRecords(Tickets tickets, Records records) {
        this.tickets = tickets;
        this.records = records;
    }

    public Optional<Ticket> ticket(TicketId id) {
        return tickets.find(id).map(this::withPeople);
    }

    public Optional<Agent> agent(AgentId id) {
        return records.agents(List.of(id.value())).stream().findFirst();
    }

    public Optional<Customer> customer(CustomerId id) {
        return records.customers(List.of(id.value())).stream().findFirst();
    }

    public Optional<Company> company(CompanyId id) {
        return records.companies(List.of(id.value())).stream().findFirst();
    }

    private Ticket withPeople(StoredTicket stored) {
        Company company =
                stored.company() == null ? null : company(stored.company()).orElse(null);
        return new Ticket(
                stored.id(),
                stored.source(),
                stored.externalId(),
                stored.requester() == null ? null : customer(stored.requester()).orElse(null),
                company,
                stored.assignee() == null ? null : agent(stored.assignee()).orElse(null),
                stored.times(),
                stored.kind(),
                stored.text(),
                stored.effort(),
                filledUp(stored.profile(), company == null ? Profile.UNKNOWN : company.profile()),
                stored.sourceMetrics(),
                stored.attributes(),
                stored.sentiment(),
                stored.sentimentModel());
    }

    private static Profile filledUp(Profile own, Profile companys) {
        return new Profile(
                first(own.industry(), companys.industry()),
                first(own.supportTier(), companys.supportTier()),
                first(own.location(), companys.location()),
                first(own.pilot(), companys.pilot()));
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T otherwise) {
        return own == null ? otherwise : own;
    }
}
