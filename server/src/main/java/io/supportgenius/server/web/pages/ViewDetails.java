package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.SingleRecords;
import io.supportgenius.server.ticket.Agent;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.Customer;
import io.supportgenius.server.web.pages.TicketListView.Link;
import io.supportgenius.server.web.pages.TicketView.Detail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of one agent, requester or company, in words. */
@Component
class ViewDetails {

    private final SingleRecords records;
    private final TicketViews ticketViews;
    private final Wording wording;

    ViewDetails(SingleRecords records, TicketViews ticketViews, Wording wording) {
        this.records = records;
        this.ticketViews = ticketViews;
        this.wording = wording;
    }

    List<Detail> of(Agent agent) {
        return List.of(
                detail("email", agent.email()),
                detail("phone", agent.phone()),
                detail("agentTier", agent.tier()),
                detail("group", agent.group()));
    }

    List<Detail> of(Customer customer) {
        Link company = customer.company() == null
                ? null
                : records.company(customer.company())
                        .map(found -> new Link(
                                found.name(), "/companies/" + found.id().value()))
                        .orElse(null);
        return List.of(
                new Detail(wording.dimension("company"), company),
                detail("jobTitle", customer.jobTitle()),
                detail("email", customer.email()),
                detail("phone", customer.phone()));
    }

    List<Detail> of(Company company) {
        var details = new ArrayList<Detail>(ticketViews.profile(company.profile()));
        details.add(detail("domain", company.domain()));
        details.add(detail("timeZone", company.timeZone()));
        return details;
    }

    private Detail detail(String name, @Nullable String value) {
        return new Detail(wording.text("detail." + name), value == null ? null : new Link(value, null));
    }
}
