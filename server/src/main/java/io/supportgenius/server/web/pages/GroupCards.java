package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.GroupsReport;
import io.supportgenius.server.insights.GroupsReport.Common;
import io.supportgenius.server.insights.GroupsReport.CustomerGroup;
import io.supportgenius.server.insights.GroupsReport.Member;
import io.supportgenius.server.insights.SimilarCustomers;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.DashboardView.Choice;
import io.supportgenius.server.web.pages.GroupsView.Group;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The card of the groups that customers fall into. */
@Component
class GroupCards {

    /** The parameter that says of whom: the end of the page's message keys. */
    static final String PARAMETER = "groups";

    static final String NAME = "customerGroups";

    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final int MEMBERS = 12;

    /** More members make an address longer than servers take. */
    private static final int MOST_IN_ADDRESS = 60;

    private final SimilarCustomers similar;
    private final SimilarSentences sentences;
    private final Wording wording;

    GroupCards(SimilarCustomers similar, SimilarSentences sentences, Wording wording) {
        this.similar = similar;
        this.sentences = sentences;
        this.wording = wording;
    }

    /** Of requesters where they are asked for, else of companies. */
    static ViewKind kind(@Nullable String asked) {
        return ViewKind.CUSTOMERS.dimension().equals(asked) ? ViewKind.CUSTOMERS : ViewKind.COMPANIES;
    }

    GroupsView card(ViewKind kind, TicketSelection selection, Address here, Address file) {
        List<Choice> kinds = Stream.of(ViewKind.COMPANIES, ViewKind.CUSTOMERS)
                .map(one -> new Choice(
                        here.with(PARAMETER, one.dimension()).toString(),
                        wording.text("menu." + one.key()),
                        one == kind))
                .toList();
        String table = PanelFiles.clusters(NAME, file.with(PARAMETER, kind.dimension()));
        return similar.groupsWithin(kind.dimension(), selection, LONGEST)
                .map(report -> new GroupsView(
                        report.verdict(),
                        !report.groups().isEmpty(),
                        basis(kind, report),
                        kinds,
                        IntStream.range(0, report.groups().size())
                                .mapToObj(i -> group(kind, i, report.groups().get(i), selection, here))
                                .toList(),
                        table,
                        null))
                .orElseGet(() -> new GroupsView(
                        wording.text("similar.wait"), false, "", kinds, List.of(), table, here.toString()));
    }

    private String basis(ViewKind kind, GroupsReport report) {
        var basis = new ArrayList<String>();
        basis.add(wording.text(
                "groups.basis",
                wording.text("count." + kind.key(), report.grouped(), wording.number(report.grouped())),
                wording.number(report.customers())));
        if (report.tooFewTickets() > 0) {
            basis.add(wording.text("groups.tooFew", wording.number(report.tooFewTickets())));
        }
        if (report.beyond() > 0) {
            basis.add(wording.text("groups.beyond", wording.number(report.beyond())));
        }
        if (report.silhouette() != null) {
            basis.add(wording.text("groups.silhouette", wording.decimal(report.silhouette(), 2)));
        }
        return String.join(" ", basis);
    }

    private Group group(ViewKind kind, int number, CustomerGroup group, TicketSelection selection, Address here) {
        List<String> labels = group.members().stream().map(Member::label).toList();
        Address tickets = labels.size() > MOST_IN_ADDRESS
                ? null
                : Address.of("/tickets", selection).with(kind.dimension(), labels);
        List<Member> shown =
                group.members().subList(0, Math.min(MEMBERS, group.members().size()));
        return new Group(
                wording.text("groups.name", wording.number(number + 1L)),
                wording.text("count." + kind.key(), group.size(), wording.number(group.size())),
                wording.tickets(group.tickets()),
                tickets == null ? null : tickets.toString(),
                group.common().stream().map(common -> common(common, tickets)).toList(),
                shown.stream()
                        .map(member -> new GroupsView.Member(
                                member.label(),
                                here.without(PARAMETER, "tab", "bars", "weight")
                                        .at(kind.path() + "/" + member.id())
                                        .toString(),
                                wording.tickets(member.tickets())))
                        .toList(),
                shown.size() == group.size()
                        ? null
                        : wording.text("groups.more", wording.number(group.size() - (long) shown.size())));
    }

    private GroupsView.Common common(Common common, @Nullable Address tickets) {
        boolean narrows = !common.group().filters().isEmpty() && tickets != null;
        return new GroupsView.Common(
                sentences.sentence(common),
                narrows ? wording.tickets(common.group().tickets()) : null,
                narrows && tickets != null
                        ? SimilarCards.narrowed(tickets, common.group()).toString()
                        : null);
    }

    /** A row for each member of each group. */
    PanelTable table(GroupsReport report, Address here) {
        List<Column> columns = Stream.of("file.group", "file.common", "file.name", "counts.tickets")
                .map(key -> Column.words(wording.text(key), wording.text(key)))
                .toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < report.groups().size(); i++) {
            CustomerGroup group = report.groups().get(i);
            String common = group.common().stream().map(sentences::sentence).collect(Collectors.joining("; "));
            for (Member member : group.members()) {
                rows.add(Row.of(List.of(
                        Cell.of("", i + 1),
                        Cell.of("", common),
                        Cell.of("", member.label()),
                        Cell.of("", member.tickets()))));
            }
        }
        return new PanelTable(PanelFiles.clusters(NAME, here), columns, rows, null);
    }
}
