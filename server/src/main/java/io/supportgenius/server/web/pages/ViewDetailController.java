package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.SingleRecords;
import io.supportgenius.server.insights.TicketLists;
import io.supportgenius.server.insights.TicketPage;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.ViewChanges;
import io.supportgenius.server.insights.ViewRow;
import io.supportgenius.server.insights.Views;
import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.web.pages.TicketView.Detail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of one agent, one requester, one company. */
@Controller
class ViewDetailController {

    private static final int TICKETS = 10;

    private final Views views;
    private final SingleRecords records;
    private final TicketLists lists;
    private final FilterBars filterBars;
    private final ViewRows rows;
    private final ViewDetails details;
    private final TicketRows ticketRows;
    private final SimilarCards similar;
    private final Wording wording;
    private final SelectionReader selections;

    ViewDetailController(
            Views views,
            SingleRecords records,
            TicketLists lists,
            FilterBars filterBars,
            ViewRows rows,
            ViewDetails details,
            TicketRows ticketRows,
            SimilarCards similar,
            Wording wording,
            SelectionReader selections) {
        this.views = views;
        this.records = records;
        this.lists = lists;
        this.filterBars = filterBars;
        this.rows = rows;
        this.details = details;
        this.ticketRows = ticketRows;
        this.similar = similar;
        this.wording = wording;
        this.selections = selections;
    }

    @GetMapping("/agents/{id:\\d{1,18}}")
    String agent(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        List<Detail> known = records.agent(new AgentId(id)).map(details::of).orElseThrow(ViewDetailController::unknown);
        return page(ViewKind.AGENTS, id, known, parameters, model);
    }

    @GetMapping("/customers/{id:\\d{1,18}}")
    String customer(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        List<Detail> known =
                records.customer(new CustomerId(id)).map(details::of).orElseThrow(ViewDetailController::unknown);
        return page(ViewKind.CUSTOMERS, id, known, parameters, model);
    }

    @GetMapping("/companies/{id:\\d{1,18}}")
    String company(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        List<Detail> known =
                records.company(new CompanyId(id)).map(details::of).orElseThrow(ViewDetailController::unknown);
        return page(ViewKind.COMPANIES, id, known, parameters, model);
    }

    private String page(
            ViewKind kind, long id, List<Detail> known, MultiValueMap<String, String> parameters, Model model) {
        TicketSelection selection = selections.read(parameters, Set.of());
        ViewRow row = views.row(kind.dimension(), id, selection).orElseThrow(ViewDetailController::unknown);
        var filters = new LinkedHashMap<>(selection.filters());
        filters.put(kind.dimension(), List.of(row.label()));
        var theirs = new TicketSelection(selection.from(), selection.to(), filters, selection.q());
        TicketPage tickets = lists.page(theirs, "-created", TICKETS, null);
        Address here = SelectionReader.address(kind.path() + "/" + id, parameters);
        Baseline baseline = Baseline.of(parameters);
        ViewChanges changes = views.changes(kind.dimension(), List.of(id), theirs, baseline);
        model.addAttribute(
                "view",
                new ViewDetailView(
                        filterBars.bar(here),
                        kind.key(),
                        row.label(),
                        wording.text(
                                "evidence.view",
                                wording.tickets(row.tickets()),
                                wording.days(selection.from(), selection.to())),
                        rows.compared(changes, selection, baseline),
                        known,
                        row.tickets() == 0 ? null : rows.row(kind, row, selection, changes, here),
                        ViewTables.file(kind, here.with(kind.dimension(), row.label())),
                        ticketRows.rows(tickets.tickets()),
                        Address.of("/tickets", theirs).toString(),
                        tickets.next() != null,
                        similar.card(kind, id, selection, here)));
        return "view";
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
