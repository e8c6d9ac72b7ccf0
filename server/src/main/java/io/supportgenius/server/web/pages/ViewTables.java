package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.DurationFigures;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.ViewChanges;
import io.supportgenius.server.insights.ViewRow;
import io.supportgenius.server.insights.Views;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of agents, requesters and companies as tables of all their rows; for files, as pages show them row by row. */
@Component
class ViewTables {

    private static final List<String> COMPARED =
            List.of("tickets", "unsolved", "firstReplyTime", "fullResolutionTime", "meanTouches", "negativeShare");

    private final Views views;
    private final OverviewWords words;
    private final Wording wording;

    ViewTables(Views views, OverviewWords words, Wording wording) {
        this.views = views;
        this.words = words;
        this.wording = wording;
    }

    /** Address of the file of a list. */
    static String file(ViewKind kind, Address list) {
        return list.at("/api/v1" + kind.path() + ".csv").toString();
    }

    /**
     * @param name part of a name; null for all
     * @param here the list
     */
    PanelTable table(
            ViewKind kind,
            TicketSelection selection,
            @Nullable String name,
            String order,
            Baseline baseline,
            Address here) {
        List<ViewRow> all = views.all(kind.dimension(), selection, name, order);
        ViewChanges changes =
                views.changes(kind.dimension(), all.stream().map(ViewRow::id).toList(), selection, baseline);
        return new PanelTable(
                file(kind, here),
                columns(changes.comparison()),
                all.stream().map(row -> row(row, changes)).toList(),
                null);
    }

    private List<Column> columns(@Nullable Comparison comparison) {
        var columns = new ArrayList<>(List.of(
                words("label", wording.text("view.column.label"), wording.text("file.details")),
                tickets("tickets"),
                tickets("unsolved"),
                duration("firstReplyHours", "figure.firstReplyTime"),
                duration("fullResolutionHours", "figure.fullResolutionTime"),
                words("meanTouches", wording.text("view.column.meanTouches")),
                words("negativeShare", wording.text("file.negativeShare"), wording.text("file.judged")),
                words("interval", wording.text("file.low"), wording.text("file.high"))));
        if (comparison != null) {
            String days = words.days(comparison.previous());
            COMPARED.forEach(figure -> columns.add(words(
                    figure + "Before",
                    wording.text("file.before", wording.text("view.changed." + figure), days),
                    wording.text(
                            "file.n", wording.text("file.before", wording.text("view.changed." + figure), days)))));
        }
        return columns;
    }

    private static Column words(String name, String... fields) {
        return Column.words(name, fields).named(name);
    }

    private Column tickets(String name) {
        return words(name, wording.text("view.column." + name));
    }

    private Column duration(String name, String figure) {
        String label = wording.text("view.column." + name);
        return words(
                name,
                wording.text("file.of", label, wording.text("file.hours")),
                wording.text("file.p90.of", wording.text(figure)),
                wording.text("file.n", wording.text(figure)));
    }

    private Row row(ViewRow row, ViewChanges changes) {
        var cells = new ArrayList<>(List.of(
                Cell.of(row.label(), row.label(), row.detail()),
                value(row.tickets()),
                value(row.unsolved()),
                duration(row.firstReplyTime()),
                duration(row.fullResolutionTime()),
                value(row.meanTouches()),
                Cell.of("", row.sentiment().negativeShare(), row.sentiment().scored()),
                Cell.of("", row.sentiment().low(), row.sentiment().high())));
        if (changes.comparison() != null) {
            Map<String, Changed> changed = changes.of(row.id());
            COMPARED.forEach(figure -> cells.add(before(changed.get(figure))));
        }
        return Row.of(cells);
    }

    private static Cell value(@Nullable Number value) {
        return Cell.of("", value);
    }

    private static Cell duration(DurationFigures figures) {
        return Cell.of("", figures.medianHours(), figures.p90Hours(), figures.n());
    }

    private static Cell before(@Nullable Changed changed) {
        return changed == null
                ? Cell.of("", null, null)
                : Cell.of("", changed.previous().value(), changed.previous().n());
    }
}
