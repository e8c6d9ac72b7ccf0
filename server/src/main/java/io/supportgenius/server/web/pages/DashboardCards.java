package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.DurationFigures;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import io.supportgenius.server.web.pages.DashboardView.Day;
import io.supportgenius.server.web.pages.DashboardView.Figure;
import io.supportgenius.server.web.pages.DashboardView.HeatmapCard;
import io.supportgenius.server.web.pages.DashboardView.Step;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures on top of the dashboard and its heatmap. */
@Component
class DashboardCards {

    private static final int STEPS = 6;

    private final Wording wording;

    DashboardCards(Wording wording) {
        this.wording = wording;
    }

    /** What the cards rest on, for example {@code 801 tickets, 1-31 October 2015, Europe/Berlin}. */
    String evidence(Dashboard answer) {
        return evidence(answer.selection());
    }

    String evidence(Dashboard.Selected selected) {
        String first = selected.from() == null ? selected.firstDay() : selected.from();
        String last = selected.to() == null ? selected.lastDay() : selected.to();
        String tickets = wording.tickets(selected.tickets());
        if (first == null && last == null) {
            return wording.text("evidence.undated", tickets, selected.zone());
        }
        return wording.text("evidence", tickets, wording.days(day(first), day(last)), selected.zone());
    }

    private static @Nullable LocalDate day(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    List<Figure> figures(Dashboard answer, Address tickets) {
        long created = answer.created();
        long unsolved = created - answer.solved();
        return List.of(
                new Figure(
                        "created",
                        wording.number(created),
                        null,
                        answer.selection().undated() == 0
                                ? wording.text("figure.created.note")
                                : wording.text(
                                        "figure.created.undated",
                                        wording.number(answer.selection().undated())),
                        tickets.toString()),
                solved("solved", "true", answer.solved(), answer, tickets),
                solved("unsolved", "false", unsolved, answer, tickets),
                duration("firstReplyTime", answer.firstReplyTime(), answer),
                duration("fullResolutionTime", answer.fullResolutionTime(), answer));
    }

    private Figure solved(String name, String solved, long part, Dashboard answer, Address tickets) {
        String unknown = answer.reasons().get("solved");
        if (unknown != null) {
            return new Figure(name, wording.text("value.none"), null, unknown, null);
        }
        String there = tickets.with(SelectionParser.SOLVED, solved).toString();
        return new Figure(name, wording.number(part), null, ofAll(part, answer.created()), there);
    }

    private String ofAll(long part, long whole) {
        return whole == 0 ? wording.text("figure.none") : wording.text("figure.share", wording.share(part, whole));
    }

    private Figure duration(String name, @Nullable DurationFigures figures, Dashboard answer) {
        if (figures == null || figures.medianHours() == null) {
            String why = answer.reasons().getOrDefault(name, wording.text("figure.none"));
            return new Figure(name, wording.text("value.none"), null, why, null);
        }
        return new Figure(
                name,
                wording.hours(figures.medianHours()),
                wording.hours(figures.p90Hours()),
                wording.text("figure.n", wording.number(figures.n())),
                null);
    }

    /** What the figures show, a row for each. */
    PanelTable figuresTable(Dashboard answer, Address tickets) {
        List<Figure> words = figures(answer, tickets);
        boolean unknown = answer.reasons().containsKey("solved");
        DurationFigures reply = answer.firstReplyTime();
        DurationFigures resolution = answer.fullResolutionTime();
        long created = answer.created();
        String value = wording.text("fit.value");
        String n = wording.text("fit.fact.n");
        return new PanelTable(
                PanelFiles.dashboard("figures", tickets),
                List.of(
                        Column.words(wording.text("fit.measure"), wording.text("fit.measure")),
                        Column.number(value, value, wording.text("file.unit")),
                        Column.number(wording.text("file.p90"), wording.text("file.p90.hours")),
                        Column.number(n, n)),
                List.of(
                        figure(words.get(0), created, "tickets", null, created),
                        figure(words.get(1), unknown ? null : answer.solved(), "tickets", null, created),
                        figure(words.get(2), unknown ? null : created - answer.solved(), "tickets", null, created),
                        duration(words.get(3), reply),
                        duration(words.get(4), resolution)),
                null);
    }

    private Row duration(Figure words, @Nullable DurationFigures figures) {
        return figures == null
                ? figure(words, null, "hours", null, 0)
                : figure(words, figures.medianHours(), "hours", figures.p90Hours(), figures.n());
    }

    private Row figure(Figure words, @Nullable Number value, String unit, @Nullable Double p90, long n) {
        String name = wording.text("figure." + words.name());
        String second = words.second();
        return Row.of(List.of(
                PanelTable.Cell.of(name, name),
                PanelTable.Cell.of(words.value(), value, wording.text("file.unit." + unit)),
                PanelTable.Cell.of(second == null ? "" : second, p90),
                PanelTable.Cell.of(wording.number(n), n)));
    }

    HeatmapCard heatmap(Dashboard answer, Address tickets) {
        Dashboard.Heatmap heatmap = answer.heatmap();
        if (heatmap == null) {
            String why = answer.reasons().getOrDefault("heatmap", wording.text("card.nothing"));
            return new HeatmapCard("", evidence(answer), List.of(), List.of(), "0", List.of(), null, why);
        }
        long[][] counts = heatmap.counts();
        long total = Arrays.stream(counts).flatMapToLong(LongStream::of).sum();
        List<Day> days = IntStream.rangeClosed(1, 7)
                .mapToObj(weekday -> day(weekday, counts[weekday - 1], tickets))
                .toList();
        List<Cell> hours = IntStream.range(0, 24)
                .mapToObj(hour -> {
                    long count =
                            Arrays.stream(counts).mapToLong(row -> row[hour]).sum();
                    Address there = tickets.with("hour", String.valueOf(hour));
                    return cell(label(hour), count, there, "heatmap.hour.sentence", "", wording.hour(hour));
                })
                .toList();
        List<Step> steps =
                steps(Arrays.stream(counts).flatMapToLong(LongStream::of).max().orElse(0));
        return new HeatmapCard(
                summary(days, hours, total),
                evidence(answer),
                days,
                hours,
                wording.number(total),
                steps,
                table(days, hours, total, tickets),
                null);
    }

    private PanelTable table(List<Day> days, List<Cell> hours, long total, Address tickets) {
        String sum = wording.text("heatmap.total");
        var columns = new ArrayList<Column>();
        columns.add(Column.words(wording.text("heatmap.weekday"), wording.text("heatmap.weekday")));
        hours.forEach(hour -> columns.add(Column.number(hour.label(), wording.text("file.hour", hour.label()))));
        columns.add(Column.number(sum, wording.text("file.total")));
        List<Row> rows = days.stream()
                .map(day ->
                        row(PanelTable.Cell.of(day.name(), day.name()), day.cells(), PanelTable.Cell.of(day.total())))
                .toList();
        return new PanelTable(
                PanelFiles.dashboard("heatmap", tickets),
                columns,
                rows,
                row(PanelTable.Cell.of(sum, sum), hours, PanelTable.Cell.of(wording.number(total), total)));
    }

    private static Row row(PanelTable.Cell first, List<Cell> counts, PanelTable.Cell last) {
        var cells = new ArrayList<PanelTable.Cell>();
        cells.add(first);
        counts.forEach(count -> cells.add(PanelTable.Cell.of(count)));
        cells.add(last);
        return Row.of(cells);
    }

    private Day day(int weekday, long[] counts, Address tickets) {
        String name = wording.weekday(weekday);
        Address there = tickets.with("weekday", String.valueOf(weekday));
        List<Cell> cells = IntStream.range(0, counts.length)
                .mapToObj(hour -> cell(
                        label(hour),
                        counts[hour],
                        there.with("hour", String.valueOf(hour)),
                        "heatmap.cell.sentence",
                        name,
                        wording.hour(hour)))
                .toList();
        long sum = LongStream.of(counts).sum();
        return new Day(name, cells, cell(name, sum, there, "heatmap.day.sentence", name, ""));
    }

    private Cell cell(String label, long count, Address there, String key, String day, String hour) {
        String sentence = wording.text(key, wording.tickets(count), day, hour);
        return new Cell(label, count, wording.number(count), there.toString(), sentence);
    }

    private static String label(int hour) {
        return String.format(Wording.LOCALE, "%02d", hour);
    }

    private String summary(List<Day> days, List<Cell> hours, long total) {
        if (total == 0) {
            return wording.text("heatmap.summary.empty");
        }
        Day busiestDay = days.get(0);
        Cell busiest = busiestDay.cells().get(0);
        Day dayOfBusiest = busiestDay;
        for (Day day : days) {
            busiestDay = day.total().count() > busiestDay.total().count() ? day : busiestDay;
            for (Cell cell : day.cells()) {
                if (cell.count() > busiest.count()) {
                    busiest = cell;
                    dayOfBusiest = day;
                }
            }
        }
        return wording.text(
                "heatmap.summary",
                dayOfBusiest.name(),
                wording.hour(Integer.parseInt(busiest.label())),
                wording.tickets(busiest.count()),
                busiestDay.name(),
                wording.tickets(busiestDay.total().count()));
    }

    /** At most six classes of about equal width, from 1 to the highest count. */
    private List<Step> steps(long highest) {
        var steps = new ArrayList<Step>();
        long width = Math.max(1, (highest + STEPS - 1) / STEPS);
        for (long lowest = 1; lowest <= highest; lowest += width) {
            long last = Math.min(highest, lowest + width - 1);
            String label =
                    lowest == last ? wording.number(last) : wording.number(lowest) + "\u2013" + wording.number(last);
            steps.add(new Step(steps.size() + 1, lowest, last, label));
        }
        return steps;
    }
}
