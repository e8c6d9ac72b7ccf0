package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.SingleRecords;
import io.supportgenius.server.insights.TicketLists;
import io.supportgenius.server.insights.TicketPage;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.ticket.TicketId;
import io.supportgenius.server.web.pages.TicketListView.Column;
import io.supportgenius.server.web.pages.TicketListView.Link;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of tickets and the page of one. */
@Controller
class TicketsController {

    private static final String PATH = "/tickets";
    private static final String FILE = "/tickets.csv";
    private static final String USUAL_SORT = "-created";
    private static final int ROWS = 50;

    private static final List<String> COLUMNS = List.of(
            "created",
            "sentiment",
            "status",
            "requester",
            "company",
            "agent",
            "firstReplyHours",
            "fullResolutionHours",
            "touches");
    private static final Set<String> NUMERIC = Set.of("firstReplyHours", "fullResolutionHours", "touches");

    private final TicketLists lists;
    private final SingleRecords records;
    private final Freshness freshness;
    private final FilterBars filterBars;
    private final TicketRows rows;
    private final TicketViews ticketViews;
    private final Wording wording;

    TicketsController(
            TicketLists lists,
            SingleRecords records,
            Freshness freshness,
            FilterBars filterBars,
            TicketRows rows,
            TicketViews ticketViews,
            Wording wording) {
        this.lists = lists;
        this.records = records;
        this.freshness = freshness;
        this.filterBars = filterBars;
        this.rows = rows;
        this.ticketViews = ticketViews;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = USUAL_SORT) String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        TicketSelection selection = SelectionReader.read(parameters, Set.of("sort", "after"));
        TicketPage page = lists.page(selection, sort, ROWS, after);
        Address here = SelectionReader.address(PATH, parameters);
        String next = page.next();
        model.addAttribute(
                "list",
                new TicketListView(
                        filterBars.bar(here),
                        evidence(selection, page.total()),
                        download(here, page.total()),
                        columns(here, sort),
                        rows.rows(page.tickets()),
                        after == null ? null : here.toString(),
                        next == null ? null : here.with("after", next).toString(),
                        page.total() == 0,
                        freshness.state().tickets() == 0));
        return "tickets";
    }

    private @Nullable Link download(Address here, long total) {
        return total == 0
                ? null
                : new Link(
                        wording.text("list.download", wording.tickets(total)),
                        here.at(FILE).toString());
    }

    private String evidence(TicketSelection selection, long total) {
        String days = wording.days(selection.from(), selection.to());
        return wording.text(
                "evidence",
                wording.tickets(total),
                days,
                freshness.state().zone().getId());
    }

    private static List<Column> columns(Address here, String sort) {
        return COLUMNS.stream()
                .map(name -> Sorting.column(here, sort, name, NUMERIC.contains(name)))
                .toList();
    }

    @GetMapping(PATH + "/{id:\\d{1,18}}")
    String ticket(@PathVariable long id, Model model) {
        model.addAttribute(
                "ticket",
                records.ticket(new TicketId(id))
                        .map(ticketViews::view)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "ticket";
    }
}
