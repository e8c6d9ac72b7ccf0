package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.Findings;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.Overviews;
import io.supportgenius.server.insights.TicketSelection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The overview: the page that everybody sees first. */
@Controller
class OverviewController {

    static final String PATH = "/";

    /** What takes longer to be found comes after the rest of the page. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Overviews overviews;
    private final Findings findings;
    private final FindingCards findingCards;
    private final FilterBars filterBars;
    private final DashboardCards dashboardCards;
    private final OverviewCards cards;
    private final OverviewTables tables;
    private final OverviewWords words;
    private final Freshness freshness;
    private final SelectionReader selections;

    OverviewController(
            Overviews overviews,
            Findings findings,
            FindingCards findingCards,
            FilterBars filterBars,
            DashboardCards dashboardCards,
            OverviewCards cards,
            OverviewTables tables,
            OverviewWords words,
            Freshness freshness,
            SelectionReader selections) {
        this.overviews = overviews;
        this.findings = findings;
        this.findingCards = findingCards;
        this.filterBars = filterBars;
        this.dashboardCards = dashboardCards;
        this.cards = cards;
        this.tables = tables;
        this.words = words;
        this.freshness = freshness;
        this.selections = selections;
    }

    @GetMapping(PATH)
    String overview(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        TicketSelection selection = selections.read(parameters, Set.of());
        Overview answer = overviews.answer(selection, Baseline.of(parameters));
        Address here = SelectionReader.address(PATH, parameters);
        FilterBar bar = filterBars.bar(here);
        Address tickets = Address.of("/tickets", selection);
        model.addAttribute(
                "findings",
                findings.answerWithin(selection, LONGEST)
                        .map(report -> findingCards.card(report, tickets, here))
                        .orElse(null));
        model.addAttribute("here", here.toString());
        boolean ranged = selection.from() != null || selection.to() != null;
        model.addAttribute(
                "overview",
                new OverviewView(
                        bar,
                        dashboardCards.evidence(answer.selection()),
                        ranged && Baseline.of(parameters) != Baseline.NONE ? compared(answer) : null,
                        ranged ? List.of() : bar.suggestions(),
                        cards.cards(answer, tickets, "created", "solved", "backlog"),
                        cards.cards(answer, tickets, "firstReplyTime", "fullResolutionTime", "negativeShare", "csat"),
                        tables.card(answer, tickets, here),
                        PanelFiles.overview("figures", here),
                        answer.isEmpty(),
                        freshness.state().tickets() == 0));
        return "overview";
    }

    private @Nullable String compared(Overview answer) {
        Comparison comparison = answer.comparison();
        return comparison == null ? answer.reasons().get("comparison") : words.compared(comparison);
    }
}
