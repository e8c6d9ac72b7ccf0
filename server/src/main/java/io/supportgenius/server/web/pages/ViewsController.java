package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.ViewChanges;
import io.supportgenius.server.insights.ViewPage;
import io.supportgenius.server.insights.ViewRow;
import io.supportgenius.server.insights.Views;
import io.supportgenius.server.web.pages.TicketListView.Column;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of agents, requesters and companies. */
@Controller
class ViewsController {

    private static final int ROWS = 50;

    private final Views views;
    private final Freshness freshness;
    private final FilterBars filterBars;
    private final ViewRows rows;
    private final Wording wording;
    private final SelectionReader selections;

    ViewsController(
            Views views,
            Freshness freshness,
            FilterBars filterBars,
            ViewRows rows,
            Wording wording,
            SelectionReader selections) {
        this.views = views;
        this.freshness = freshness;
        this.filterBars = filterBars;
        this.rows = rows;
        this.wording = wording;
        this.selections = selections;
    }

    @GetMapping("/agents")
    String agents(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        return list(ViewKind.AGENTS, parameters, model);
    }

    @GetMapping("/customers")
    String customers(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        return list(ViewKind.CUSTOMERS, parameters, model);
    }

    @GetMapping("/companies")
    String companies(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        return list(ViewKind.COMPANIES, parameters, model);
    }

    private String list(ViewKind kind, MultiValueMap<String, String> parameters, Model model) {
        TicketSelection selection = selections.read(parameters, Set.of("sort", "after", "name"));
        Address here = SelectionReader.address(kind.path(), parameters);
        String name = first(parameters, "name");
        String sort = first(parameters, "sort");
        String order = sort == null ? Views.USUAL_SORT : sort;
        String after = first(parameters, "after");
        ViewPage page = views.page(kind.dimension(), selection, name, order, ROWS, after);
        Baseline baseline = Baseline.of(parameters);
        ViewChanges changes = views.changes(
                kind.dimension(), page.rows().stream().map(ViewRow::id).toList(), selection, baseline);
        String next = page.next();
        model.addAttribute(
                "list",
                new ViewListView(
                        filterBars.bar(here),
                        kind.key(),
                        evidence(kind, selection, page.total()),
                        page.total() == 0 ? null : ViewTables.file(kind, here),
                        rows.compared(changes, selection, baseline),
                        name,
                        here.without("name").fields(),
                        columns(here, order),
                        page.rows().stream()
                                .map(row -> rows.row(kind, row, selection, changes, here))
                                .toList(),
                        rows.without(kind, page.withoutOne(), selection),
                        after == null ? null : here.toString(),
                        next == null ? null : here.with("after", next).toString(),
                        freshness.state().tickets() == 0));
        return "views";
    }

    private String evidence(ViewKind kind, TicketSelection selection, long total) {
        return wording.text(
                "evidence",
                wording.text("count." + kind.key(), total, wording.number(total)),
                wording.days(selection.from(), selection.to()),
                freshness.state().zone().getId());
    }

    private static List<Column> columns(Address here, String order) {
        return Views.SORTS.stream()
                .map(name -> Sorting.column(here, order, name, !name.equals("label")))
                .toList();
    }

    private static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }
}
