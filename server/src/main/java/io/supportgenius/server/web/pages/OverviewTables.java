package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overview.Change;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.insights.Overview.Trend;
import io.supportgenius.server.web.pages.OverviewView.TrendCard;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the overview: all series, a row for each period; and the figures, a row for each. */
@Component
class OverviewTables {

    private static final String P90 = "P90";

    private final OverviewWords words;
    private final ComparedColumns compared;
    private final Wording wording;

    OverviewTables(OverviewWords words, ComparedColumns compared, Wording wording) {
        this.words = words;
        this.compared = compared;
        this.wording = wording;
    }

    Map<String, PanelTable> tables(Overview answer, Address tickets, Address here) {
        var tables = new LinkedHashMap<String, PanelTable>();
        tables.put("figures", figures(answer, here));
        PanelTable trend = trend(answer, tickets, here);
        if (trend != null) {
            tables.put("trend", trend);
        }
        return tables;
    }

    /** What the page shows above its table. */
    PanelTable figures(Overview answer, Address here) {
        Comparison comparison = answer.comparison();
        var rows = new ArrayList<Row>();
        answer.figures().forEach((name, figure) -> {
            var cells = new ArrayList<Cell>(figure(name, figure));
            if (comparison != null) {
                cells.addAll(compared.cells(changed(figure)));
            }
            rows.add(Row.of(cells));
        });
        String value = wording.text("fit.value");
        var columns = new ArrayList<>(List.of(
                Column.words(wording.text("fit.measure"), wording.text("fit.measure")),
                Column.number(value, value, wording.text("file.unit")),
                Column.number(wording.text("file.p90"), wording.text("file.p90.hours")),
                Column.number(
                        wording.text("sentiment.interval.head"),
                        wording.text("file.interval.low"),
                        wording.text("file.interval.high")),
                Column.number(wording.text("fit.fact.n"), wording.text("fit.fact.n"))));
        if (comparison != null) {
            columns.addAll(compared.columns(comparison.previous()));
        }
        return new PanelTable(PanelFiles.overview("figures", here), columns, rows, null);
    }

    private static @Nullable Changed changed(@Nullable Figure figure) {
        if (figure == null) {
            return null;
        }
        Reading compared = figure.compared();
        Reading previous = figure.previous();
        Change change = figure.change();
        return compared == null || previous == null || change == null
                ? null
                : new Changed(figure.unit(), compared, previous, change);
    }

    private List<Cell> figure(String name, @Nullable Figure figure) {
        String label = words.name(name);
        if (figure == null) {
            String none = wording.text("value.none");
            return List.of(
                    Cell.of(label, label),
                    Cell.of(none, null, null),
                    Cell.of("", (Object) null),
                    Cell.of("", null, null),
                    Cell.of("", (Object) null));
        }
        var reading =
                new Reading(figure.value(), figure.p90(), figure.low(), figure.high(), figure.n(), figure.tickets());
        boolean share = figure.unit().equals("share");
        return List.of(
                Cell.of(label, label),
                Cell.of(
                        words.value(figure.unit(), reading),
                        figure.value(),
                        wording.text("file.unit." + figure.unit())),
                Cell.of(figure.p90() == null ? "" : wording.hours(figure.p90()), figure.p90()),
                Cell.of(share ? words.interval(reading) : "", figure.low(), figure.high()),
                Cell.of(wording.number(figure.n()), figure.n()));
    }

    TrendCard card(Overview answer, Address tickets, Address here) {
        PanelTable table = trend(answer, tickets, here);
        return new TrendCard(
                table, table == null ? answer.reasons().getOrDefault("trend", wording.text("card.nothing")) : null);
    }

    /** Null without a trend. */
    @Nullable
    PanelTable trend(Overview answer, Address tickets, Address here) {
        Trend trend = answer.trend();
        if (trend == null) {
            return null;
        }
        var columns = new ArrayList<Column>();
        columns.add(Column.words(
                wording.text("period." + trend.unit()), wording.text("file.from"), wording.text("file.to")));
        answer.figures().keySet().forEach(name -> columns.addAll(columns(name)));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < trend.periods().size(); i++) {
            rows.add(row(i, trend, answer, tickets));
        }
        return new PanelTable(PanelFiles.overview("trend", here), columns, rows, before(answer, trend, tickets), null);
    }

    private List<Row> before(Overview answer, Trend trend, Address tickets) {
        var rows = new ArrayList<Row>();
        for (int i = 0; trend.previous() != null && i < trend.previous().size(); i++) {
            Days days = trend.previous().get(i);
            if (days != null) {
                rows.add(before(i, days, answer, tickets));
            }
        }
        return rows;
    }

    private Row before(int place, Days days, Overview answer, Address tickets) {
        var period = new Period(days.from(), days.to(), true, true);
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(words.days(days), LocalDate.parse(days.from()), LocalDate.parse(days.to()))
                .noted(wording.text("overview.before")));
        answer.figures().forEach((name, figure) -> {
            Reading reading = figure == null ? null : OverviewCards.at(figure.previousSeries(), place);
            cells.addAll(
                    figure == null || reading == null
                            ? missing(name, answer)
                            : cells(name, figure.unit(), reading, period, "day", tickets));
        });
        return Row.of(cells);
    }

    private List<Column> columns(String name) {
        String head = wording.text("overview.trend." + name);
        String n = wording.text("file.n", head);
        if (isDuration(name)) {
            String p90 = wording.text("overview.trend." + name + P90);
            return List.of(
                    Column.number(head, wording.text("overview.trend.hours", head), n)
                            .named(name),
                    Column.number(p90, wording.text("overview.trend.hours", p90))
                            .named(name + P90));
        }
        return switch (name) {
            case "negativeShare", "csat" ->
                List.of(Column.number(head, wording.text("file.of", head, wording.text("file.unit.share")), n)
                        .named(name));
            default ->
                List.of(Column.number(head, wording.text("file.tickets", head)).named(name));
        };
    }

    private static boolean isDuration(String name) {
        return name.endsWith("Time");
    }

    private Row row(int place, Trend trend, Overview answer, Address tickets) {
        Period period = trend.periods().get(place);
        var cells = new ArrayList<Cell>();
        cells.add(
                Cell.of(words.label(period, trend.unit()), LocalDate.parse(period.from()), LocalDate.parse(period.to()))
                        .noted(words.mark(period, trend.unit())));
        answer.figures().forEach((name, figure) -> {
            List<Reading> series = figure == null ? null : figure.series();
            cells.addAll(
                    figure == null || series == null
                            ? missing(name, answer)
                            : cells(name, figure.unit(), series.get(place), period, trend.unit(), tickets));
        });
        return Row.of(cells);
    }

    private List<Cell> missing(String name, Overview answer) {
        String why = answer.reasons().getOrDefault(name, wording.text("card.nothing"));
        String none = wording.text("value.none");
        var cell = new DashboardView.Cell(name, 0, none, "", why);
        if (isDuration(name)) {
            return List.of(
                    Cell.of(none, null, null).leading(cell),
                    Cell.of(none, (Object) null).leading(cell));
        }
        boolean share = columns(name).get(0).fields().size() > 1;
        return List.of((share ? Cell.of(none, null, null) : Cell.of(none, (Object) null)).leading(cell));
    }

    private List<Cell> cells(
            String name, String unit, Reading reading, Period period, String periodUnit, Address tickets) {
        String href = OverviewCards.href(name, period, reading, tickets);
        String sentence = words.sentence(name, unit, reading, period, periodUnit);
        String shown = words.value(unit, reading);
        var leads = new DashboardView.Cell(name, reading.tickets(), shown, href == null ? "" : href, sentence);
        boolean few = words.isFew(unit, reading);
        Cell value = (unit.equals("tickets")
                        ? Cell.of(shown, reading.value())
                        : Cell.of(shown, reading.value(), reading.n()))
                .leading(leads)
                .paleIf(few);
        return isDuration(name)
                ? List.of(
                        value,
                        Cell.of(wording.hours(reading.p90()), reading.p90())
                                .leading(leads)
                                .paleIf(few))
                : List.of(value);
    }
}
