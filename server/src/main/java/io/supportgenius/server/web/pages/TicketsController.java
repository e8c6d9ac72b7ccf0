package io.supportgenius.server.web.pages;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.SingleRecords;
import io.supportgenius.server.insights.TicketLists;
import io.supportgenius.server.insights.TicketPage;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.ticket.TicketId;
import io.supportgenius.server.web.pages.TicketListView.Column;
import io.supportgenius.server.web.pages.TicketListView.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final SelectionReader selections;
    private final SentimentSteps steps;

    TicketsController(
            TicketLists lists,
            SingleRecords records,
            Freshness freshness,
            FilterBars filterBars,
            TicketRows rows,
            TicketViews ticketViews,
            Wording wording,
            SelectionReader selections,
            SentimentSteps steps) {
        this.lists = lists;
        this.records = records;
        this.freshness = freshness;
        this.filterBars = filterBars;
        this.rows = rows;
        this.ticketViews = ticketViews;
        this.wording = wording;
        this.selections = selections;
        this.steps = steps;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = USUAL_SORT) String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        TicketSelection selection = selections.read(parameters, Set.of("sort", "after"));
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

    /** Gives the ticket another label, or the same one for certain; without a label a correction is taken back. */
    @PostMapping(PATH + "/{id:\\d{1,18}}/sentiment")
    String correct(@PathVariable long id, @RequestParam(defaultValue = "") String label) {
        TicketId ticket = new TicketId(id);
        Optional<Sentiment> sentiment = Arrays.stream(Sentiment.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
        if (sentiment.isEmpty() && !label.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String by = Visitor.current().map(Visitor::displayName).orElse("");
        boolean done = sentiment.isPresent() ? steps.correct(ticket, sentiment.get(), by) : steps.takeBack(ticket);
        if (!done && records.ticket(ticket).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + PATH + "/" + id + "#sentiment";
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
