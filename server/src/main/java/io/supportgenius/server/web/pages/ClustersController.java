package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.ClusterReport.Cluster;
import io.supportgenius.server.insights.Clusters;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.Importances;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.ClustersView.Tab;
import io.supportgenius.server.web.pages.DashboardView.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customer dashboard. */
@Controller
class ClustersController {

    private static final String PATH = "/customers/dashboard";
    private static final String TAB = "tab";
    private static final String BARS = "bars";
    private static final String SHARES = "shares";

    /** A page that takes longer says so and asks again. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Clusters clusters;
    private final FilterBars filterBars;
    private final ClusterCards cards;
    private final ImportanceForms forms;
    private final GroupCards groups;
    private final Freshness freshness;
    private final Wording wording;
    private final SelectionReader selections;

    ClustersController(
            Clusters clusters,
            FilterBars filterBars,
            ClusterCards cards,
            ImportanceForms forms,
            GroupCards groups,
            Freshness freshness,
            Wording wording,
            SelectionReader selections) {
        this.clusters = clusters;
        this.filterBars = filterBars;
        this.cards = cards;
        this.forms = forms;
        this.groups = groups;
        this.freshness = freshness;
        this.wording = wording;
        this.selections = selections;
    }

    @GetMapping(PATH)
    String clusters(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String bars,
            Model model) {
        TicketSelection selection = selections.read(
                parameters, Set.of(Importances.PARAMETER, ClusterOrigin.METHOD, TAB, BARS, GroupCards.PARAMETER));
        Address here = SelectionReader.address(PATH, parameters);
        List<String> weights = here.parameters().getOrDefault(Importances.PARAMETER, List.of());
        var origin = new ClusterOrigin(
                selection,
                Importances.parse(weights),
                ClusterOrigin.method(here.parameters().getOrDefault(ClusterOrigin.METHOD, List.of())));
        Optional<ClusterReport> report = clusters.answerWithin(origin, LONGEST);
        if (report.isEmpty()) {
            model.addAttribute("filters", filterBars.bar(here));
            model.addAttribute("here", here.toString());
            return "clusters-wait";
        }
        model.addAttribute("clusters", view(here, origin, report.get(), tab, SHARES.equals(bars)));
        return "clusters";
    }

    private ClustersView view(
            Address here, ClusterOrigin origin, ClusterReport report, @Nullable String tab, boolean shares) {
        String evidence = wording.text(
                "evidence",
                wording.tickets(report.n()),
                wording.days(origin.tickets().from(), origin.tickets().to()),
                freshness.state().zone().getId());
        int chosen = chosen(report.clusters(), tab);
        return new ClustersView(
                filterBars.bar(here),
                evidence,
                report.verdict(),
                report.structure(),
                cards.bars(report, here, evidence, shares),
                List.of(
                        drawing(here.without(BARS), "lengths", !shares),
                        drawing(here.with(BARS, SHARES), SHARES, shares)),
                forms.form(here, origin.importances(), report.leftOut()),
                cards.methods(report),
                report.preference(),
                cards.method(report),
                IntStream.range(0, report.clusters().size())
                        .mapToObj(i -> tab(i, report.clusters().get(i), here, i == chosen))
                        .toList(),
                report.clusters().isEmpty() ? null : cards.cluster(report, chosen),
                PanelFiles.clusters("sides", here.without(TAB, BARS, GroupCards.PARAMETER)),
                PanelFiles.clusters("distinctive", here.without(TAB, BARS, GroupCards.PARAMETER)),
                report.n() == 0
                        ? null
                        : groups.card(
                                GroupCards.kind(here.first(GroupCards.PARAMETER)),
                                origin.tickets(),
                                here,
                                here.without(TAB, BARS, Importances.PARAMETER, ClusterOrigin.METHOD)),
                report.n() == 0,
                freshness.state().tickets() == 0);
    }

    /** The cluster of the tab that was asked for; the largest one where there is none of that name any more. */
    private static int chosen(List<Cluster> clusters, @Nullable String tab) {
        return IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).name().equals(tab))
                .findFirst()
                .orElse(0);
    }

    private Choice drawing(Address there, String name, boolean here) {
        return new Choice(there.toString(), wording.text("clusters.bars." + name), here);
    }

    private Tab tab(int number, Cluster cluster, Address here, boolean chosen) {
        return new Tab(
                number,
                cluster.name(),
                wording.tickets(cluster.tickets()),
                wording.share(
                        cluster.sentiment().negative(), cluster.sentiment().scored()),
                here.with(TAB, cluster.name()).toString(),
                chosen);
    }
}
