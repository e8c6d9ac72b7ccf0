package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.Clusters;
import io.supportgenius.server.insights.Findings;
import io.supportgenius.server.insights.Importances;
import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overviews;
import io.supportgenius.server.insights.SimilarCustomers;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * The tables behind the cards of pages, for those who keep them as files: the very tables that the pages show. A file's address is that of
 * the question's answer as JSON, with the name of the card and the parameters of the page.
 */
@Component
public class PanelFiles {

    private static final String BY = "by";
    private static final String LIMIT = "limit";
    private static final Set<String> LIST = Set.of("sort", "name");

    private final DashboardViews dashboards;
    private final Overviews overviews;
    private final OverviewTables overviewTables;
    private final Clusters clusters;
    private final ClusterCards clusterCards;
    private final ClusterTables clusterTables;
    private final Findings findings;
    private final FindingTables findingTables;
    private final ViewTables viewTables;
    private final SimilarCustomers similar;
    private final SimilarCards similarCards;
    private final GroupCards groupCards;
    private final SelectionReader selections;

    PanelFiles(
            DashboardViews dashboards,
            Overviews overviews,
            OverviewTables overviewTables,
            Clusters clusters,
            ClusterCards clusterCards,
            ClusterTables clusterTables,
            Findings findings,
            FindingTables findingTables,
            ViewTables viewTables,
            SimilarCustomers similar,
            SimilarCards similarCards,
            GroupCards groupCards,
            SelectionReader selections) {
        this.dashboards = dashboards;
        this.overviews = overviews;
        this.overviewTables = overviewTables;
        this.clusters = clusters;
        this.clusterCards = clusterCards;
        this.clusterTables = clusterTables;
        this.findings = findings;
        this.findingTables = findingTables;
        this.viewTables = viewTables;
        this.similar = similar;
        this.similarCards = similarCards;
        this.groupCards = groupCards;
        this.selections = selections;
    }

    /** Address of the file of a card of the ticket dashboard. */
    static String dashboard(String card, Address page) {
        return file("dashboard", card, page);
    }

    /** Address of the file of a card of the overview. */
    static String overview(String card, Address page) {
        return file("overview", card, page);
    }

    /** Address of the file of a card of the customer dashboard. */
    static String clusters(String card, Address page) {
        return file("clusters", card, page);
    }

    private static String file(String question, String card, Address page) {
        return page.at("/api/v1/" + question + "/" + card + ".csv").toString();
    }

    /**
     * The table of a card.
     *
     * @param question {@code overview}, {@code dashboard} or {@code clusters}; or {@code agents}, {@code customers} or {@code companies},
     *     whose only card is their list
     * @param parameters of the page
     * @return empty if there is no such card, or it has no answer
     * @throws io.supportgenius.server.insights.InvalidSelectionException if a parameter cannot be understood
     */
    public Optional<File> find(String question, String card, MultiValueMap<String, String> parameters) {
        return switch (question) {
            case "dashboard" ->
                file(
                        parameters,
                        Set.of(BY),
                        dashboards.view(parameters, parameters.getFirst(BY)).tables(),
                        card);
            case "overview" -> {
                TicketSelection selection = selections.read(parameters, Set.of());
                Overview answer = overviews.answer(selection, Baseline.of(parameters));
                Address tickets = Address.of("/tickets", selection);
                Address here = SelectionReader.address("/", parameters);
                yield card.equals("findings")
                        ? Optional.of(new File(findingTables.table(findings.answer(selection), here), selection))
                        : file(parameters, Set.of(), overviewTables.tables(answer, tickets, here), card);
            }
            case "clusters" ->
                card.equals(GroupCards.NAME)
                        ? Optional.of(groups(parameters))
                        : file(
                                parameters,
                                Set.of(Importances.PARAMETER, ClusterOrigin.METHOD),
                                clusterTables(parameters),
                                card);
            case "agents" -> Optional.of(list(ViewKind.AGENTS, parameters));
            case "customers" -> Optional.of(list(ViewKind.CUSTOMERS, parameters));
            case "companies" -> Optional.of(list(ViewKind.COMPANIES, parameters));
            default -> Optional.empty();
        };
    }

    /**
     * The table of those most like a company or a requester.
     *
     * @param question {@code customers} or {@code companies}
     * @return empty if there is none with this id
     * @throws io.supportgenius.server.insights.InvalidSelectionException if a parameter cannot be understood
     */
    public Optional<File> similar(String question, long id, MultiValueMap<String, String> parameters) {
        ViewKind kind = question.equals(ViewKind.CUSTOMERS.key()) ? ViewKind.CUSTOMERS : ViewKind.COMPANIES;
        TicketSelection selection = selections.read(parameters, Set.of(LIMIT));
        Address here = SelectionReader.address(kind.path() + "/" + id, parameters);
        return similar.answer(kind.dimension(), id, selection, SimilarCustomers.limit(parameters.getFirst(LIMIT)))
                .map(report -> new File(similarCards.table(kind, report, here), selection));
    }

    private File groups(MultiValueMap<String, String> parameters) {
        TicketSelection selection = selections.read(parameters, Set.of(GroupCards.PARAMETER));
        Address here = SelectionReader.address("/customers/dashboard", parameters);
        ViewKind kind = GroupCards.kind(here.first(GroupCards.PARAMETER));
        return new File(groupCards.table(similar.groups(kind.dimension(), selection), here), selection);
    }

    private File list(ViewKind kind, MultiValueMap<String, String> parameters) {
        Address here = SelectionReader.address(kind.path(), parameters);
        TicketSelection selection = selections.read(parameters, LIST);
        String name = here.first("name");
        String sort = here.first("sort");
        PanelTable table = viewTables.table(
                kind, selection, name, sort == null ? Views.USUAL_SORT : sort, Baseline.of(parameters), here);
        return new File(table, selection);
    }

    private Map<String, PanelTable> clusterTables(MultiValueMap<String, String> parameters) {
        TicketSelection selection = selections.read(parameters, Set.of(Importances.PARAMETER, ClusterOrigin.METHOD));
        Address here = SelectionReader.address("/customers/dashboard", parameters);
        List<String> weights = here.parameters().getOrDefault(Importances.PARAMETER, List.of());
        var report = clusters.answer(new ClusterOrigin(
                selection,
                Importances.parse(weights),
                ClusterOrigin.method(here.parameters().getOrDefault(ClusterOrigin.METHOD, List.of()))));
        PanelTable bars = clusterCards.bars(report, here, "", false).table();
        return bars == null
                ? Map.of()
                : Map.of(
                        "clusterBars",
                        bars,
                        "sides",
                        clusterTables.sides(report, here),
                        "distinctive",
                        clusterTables.distinctive(report, here));
    }

    private Optional<File> file(
            MultiValueMap<String, String> parameters, Set<String> own, Map<String, PanelTable> tables, String card) {
        @Nullable PanelTable table = tables.get(card);
        return table == null ? Optional.empty() : Optional.of(new File(table, selections.read(parameters, own)));
    }

    /** @param selection of the tickets that the table is about */
    public record File(PanelTable table, TicketSelection selection) {}
}
