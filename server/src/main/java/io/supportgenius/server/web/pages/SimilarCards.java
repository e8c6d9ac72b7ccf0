package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.SimilarCustomers;
import io.supportgenius.server.insights.SimilarReport;
import io.supportgenius.server.insights.SimilarReport.Neighbour;
import io.supportgenius.server.insights.SimilarReport.Reason;
import io.supportgenius.server.insights.SimilarReport.Side;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import io.supportgenius.server.web.pages.SimilarView.Near;
import io.supportgenius.server.web.pages.SimilarView.Next;
import io.supportgenius.server.web.pages.SimilarView.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The card of similar customers on the page of a company or a requester. */
@Component
class SimilarCards {

    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final int REASONS = 3;
    private static final List<String> CHANGED = List.of("tickets", "negativeShare", "fullResolutionTime");

    private final SimilarCustomers similar;
    private final SimilarSentences sentences;
    private final OverviewWords words;
    private final Wording wording;

    SimilarCards(SimilarCustomers similar, SimilarSentences sentences, OverviewWords words, Wording wording) {
        this.similar = similar;
        this.sentences = sentences;
        this.words = words;
        this.wording = wording;
    }

    /**
     * Null for those of whom no similar ones are looked for.
     *
     * @param here address of the page
     */
    @Nullable
    SimilarView card(ViewKind kind, long id, TicketSelection selection, Address here) {
        if (kind == ViewKind.AGENTS) {
            return null;
        }
        String file = file(kind, id, here);
        return similar.answerWithin(kind.dimension(), id, selection, SimilarCustomers.USUAL, LONGEST)
                .map(report -> view(kind, report, selection, here, file))
                .orElseGet(() -> new SimilarView(
                        wording.text("similar.wait"), false, List.of(), List.of(), null, file, here.toString()));
    }

    static String file(ViewKind kind, long id, Address here) {
        return here.at("/api/v1" + kind.path() + "/" + id + "/similar.csv").toString();
    }

    private SimilarView view(
            ViewKind kind, SimilarReport report, TicketSelection selection, Address here, String file) {
        Comparison next = report.next();
        return new SimilarView(
                report.verdict(),
                report.notable() > 0,
                basis(kind, report),
                report.neighbours().stream()
                        .filter(Neighbour::notable)
                        .map(neighbour -> near(kind, report, neighbour, selection, here))
                        .toList(),
                next == null
                        ? wording.text("similar.next.none")
                        : wording.text("similar.next", words.days(next.current()), words.days(next.previous())),
                file,
                null);
    }

    private List<String> basis(ViewKind kind, SimilarReport report) {
        var basis = new ArrayList<String>();
        basis.add(wording.text(
                "similar.basis",
                wording.text("count." + kind.key(), report.compared(), wording.number(report.compared())),
                wording.tickets(report.tickets())));
        if (!report.traits().isEmpty()) {
            basis.add(wording.text("similar.traits", names(report.traits())));
        }
        if (!report.alikeInAll().isEmpty()) {
            basis.add(wording.text("similar.alikeInAll", names(report.alikeInAll())));
        }
        return basis;
    }

    private String names(List<String> traits) {
        return traits.stream().map(sentences::trait).distinct().collect(Collectors.joining(", "));
    }

    private Near near(
            ViewKind kind, SimilarReport report, Neighbour neighbour, TicketSelection selection, Address here) {
        Address all = Address.of("/tickets", selection);
        Address own = all.with(kind.dimension(), report.label());
        Address theirs = all.with(kind.dimension(), neighbour.label());
        return new Near(
                neighbour.label(),
                here.at(kind.path() + "/" + neighbour.id()).toString(),
                wording.tickets(neighbour.tickets()),
                theirs.toString(),
                wording.text("similar.distance", wording.decimal(neighbour.distance(), 2)),
                neighbour.reasons().stream()
                        .map(reason -> why(reason, own, theirs))
                        .toList(),
                neighbour.unknown().isEmpty() ? null : wording.text("similar.unknown", names(neighbour.unknown())),
                next(neighbour, report.next(), theirs));
    }

    private Why why(Reason reason, Address own, Address theirs) {
        return new Why(
                sentences.sentence(reason),
                wording.text("similar.own", count(reason.own())),
                narrowed(own, reason.own()).toString(),
                wording.text("similar.theirs", count(reason.theirs())),
                narrowed(theirs, reason.theirs()).toString());
    }

    private String count(Side side) {
        return side.tickets() == side.n()
                ? wording.tickets(side.tickets())
                : wording.text("similar.part", wording.number(side.tickets()), wording.tickets(side.n()));
    }

    static Address narrowed(Address tickets, Side side) {
        Address narrowed = tickets;
        for (var filter : side.filters().entrySet()) {
            narrowed = narrowed.with(filter.getKey(), filter.getValue());
        }
        return narrowed;
    }

    private List<Next> next(Neighbour neighbour, @Nullable Comparison days, Address tickets) {
        if (days == null) {
            return List.of();
        }
        Address before = tickets.with(SelectionParser.FROM, days.previous().from())
                .with(SelectionParser.TO, days.previous().to());
        var next = new ArrayList<Next>();
        neighbour.changes().forEach((name, changed) -> {
            Address counted = switch (name) {
                case "fullResolutionTime" -> before.with(SelectionParser.HAS_FULL_RESOLUTION_TIME, "true");
                case "negativeShare" -> before.with("sentiment", "negative");
                default -> before;
            };
            String label = wording.text("view.changed." + name);
            next.add(new Next(
                    label,
                    words.value(changed.unit(), changed.compared()),
                    words.change(label, changed, days.current(), days.previous(), counted.toString())));
        });
        return next;
    }

    /** All neighbours asked for, also those no nearer than chance, as a table for files. */
    PanelTable table(ViewKind kind, SimilarReport report, Address here) {
        var columns = new ArrayList<Column>();
        List.of("file.name", "counts.tickets", "file.distance", "file.notable")
                .forEach(key -> columns.add(column(key)));
        for (int i = 1; i <= REASONS; i++) {
            String head = wording.text("file.reason", i);
            columns.add(Column.words(head, head));
        }
        CHANGED.forEach(name -> columns.add(changed(name, report)));
        return new PanelTable(
                file(kind, report.id(), here),
                columns,
                report.neighbours().stream().map(this::row).toList(),
                null);
    }

    /** A figure in the later and in the earlier days, each with its n; where no days are compared the heads say so much alone. */
    private Column changed(String name, SimilarReport report) {
        String label = wording.text("view.changed." + name);
        String figure = switch (name) {
            case "negativeShare" -> wording.text("file.of", label, wording.text("file.unit.share"));
            case "fullResolutionTime", "firstReplyTime" -> wording.text("file.of", label, wording.text("file.hours"));
            default -> label;
        };
        String later = report.next() == null
                ? wording.text("file.later")
                : words.days(report.next().current());
        String earlier = report.next() == null
                ? wording.text("file.earlier")
                : words.days(report.next().previous());
        return Column.words(
                label,
                wording.text("file.in", figure, later),
                wording.text("file.n", wording.text("file.in", label, later)),
                wording.text("file.in", figure, earlier),
                wording.text("file.n", wording.text("file.in", label, earlier)));
    }

    private Column column(String key) {
        return Column.words(wording.text(key), wording.text(key));
    }

    private Row row(Neighbour neighbour) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of("", neighbour.label()));
        cells.add(Cell.of("", neighbour.tickets()));
        cells.add(Cell.of("", neighbour.distance()));
        cells.add(Cell.of("", Boolean.toString(neighbour.notable())));
        for (int i = 0; i < REASONS; i++) {
            cells.add(Cell.of(
                    "",
                    i < neighbour.reasons().size()
                            ? sentences.sentence(neighbour.reasons().get(i))
                            : null));
        }
        for (String name : CHANGED) {
            Changed changed = neighbour.changes().get(name);
            cells.add(
                    changed == null
                            ? Cell.of("", null, null, null, null)
                            : Cell.of(
                                    "",
                                    changed.compared().value(),
                                    changed.compared().n(),
                                    changed.previous().value(),
                                    changed.previous().n()));
        }
        return Row.of(cells);
    }
}
