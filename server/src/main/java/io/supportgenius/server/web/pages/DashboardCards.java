package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.DashboardComparison;
import io.supportgenius.server.insights.DashboardComparison.Changed;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures on top of the dashboard and its heatmap. */
@Component
class DashboardCards {

    private static final int STEPS = 6;

    private final OverviewWords words;
    private final ComparedColumns compared;
    private final Wording wording;

    DashboardCards(OverviewWords words, ComparedColumns compared, Wording wording) {
        this.words = words;
        this.compared = compared;
        this.wording = wording;
    }

    /** How to say what the dashboard is compared with; null where it is with nothing. */
    @Nullable
    Against against(Dashboard answer) {
        DashboardComparison comparison = answer.comparison();
        return comparison == null
                ? null
                : new Against(wording, words, comparison.current(), comparison.previous(), comparison.now() != null);
    }

    /**
     * Counts by a dimension on both sides; null where they are not compared, or one side does not know them.
     *
     * @param counts of a dashboard
     */
    Against.@Nullable Counts counts(Dashboard answer, Function<Dashboard, @Nullable List<CategoryCount>> counts) {
        DashboardComparison comparison = answer.comparison();
        Against against = against(answer);
        if (comparison == null || against == null) {
            return null;
        }
        List<CategoryCount> now = counts.apply(comparison.now() == null ? answer : comparison.now());
        List<CategoryCount> before = counts.apply(comparison.before());
        return now == null || before == null ? null : new Against.Counts(against, now, before);
    }

    /** Which days are compared, or why none are. */
    @Nullable
    String compared(Dashboard answer) {
        DashboardComparison comparison = answer.comparison();
        return comparison == null
                ? answer.reasons().get("comparison")
                : words.compared(comparison.current(), comparison.previous(), comparison.unfinished());
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
                        tickets.toString(),
                        change("created", answer, tickets)),
                solved("solved", "true", answer.solved(), answer, tickets),
                solved("unsolved", "false", unsolved, answer, tickets),
                duration(
                        "firstReplyTime",
                        answer.firstReplyTime(),
                        answer,
                        tickets.with(SelectionParser.HAS_FIRST_REPLY_TIME, "true")),
                duration(
                        "fullResolutionTime",
                        answer.fullResolutionTime(),
                        answer,
                        tickets.with(SelectionParser.HAS_FULL_RESOLUTION_TIME, "true")));
    }

    private Figure solved(String name, String solved, long part, Dashboard answer, Address tickets) {
        String unknown = answer.reasons().get("solved");
        if (unknown != null) {
            return new Figure(name, wording.text("value.none"), null, unknown, null, null);
        }
        Address there = tickets.with(SelectionParser.SOLVED, solved);
        return new Figure(
                name,
                wording.number(part),
                null,
                ofAll(part, answer.created()),
                there.toString(),
                change(name, answer, there));
    }

    private String ofAll(long part, long whole) {
        return whole == 0 ? wording.text("figure.none") : wording.text("figure.share", wording.share(part, whole));
    }

    private OverviewView.@Nullable Change change(String name, Dashboard answer, Address there) {
        DashboardComparison comparison = answer.comparison();
        Against against = against(answer);
        if (comparison == null || against == null) {
            return null;
        }
        Changed changed = comparison.figures().get(name);
        return changed == null
                ? null
                : words.change(
                        wording.text("figure." + name),
                        changed,
                        comparison.current(),
                        comparison.previous(),
                        against.there(there).toString());
    }

    private Figure duration(String name, @Nullable DurationFigures figures, Dashboard answer, Address there) {
        if (figures == null || figures.medianHours() == null) {
            String why = answer.reasons().getOrDefault(name, wording.text("figure.none"));
            return new Figure(name, wording.text("value.none"), null, why, null, null);
        }
        return new Figure(
                name,
                wording.hours(figures.medianHours()),
                wording.hours(figures.p90Hours()),
                wording.text("figure.n", wording.number(figures.n())),
                there.toString(),
                change(name, answer, there));
    }

    /** What the figures show, a row for each. */
    PanelTable figuresTable(Dashboard answer, Address tickets, Address here) {
        List<Figure> shown = figures(answer, tickets);
        boolean unknown = answer.reasons().containsKey("solved");
        DurationFigures reply = answer.firstReplyTime();
        DurationFigures resolution = answer.fullResolutionTime();
        long created = answer.created();
        String value = wording.text("fit.value");
        String n = wording.text("fit.fact.n");
        var columns = new ArrayList<>(List.of(
                Column.words(wording.text("fit.measure"), wording.text("fit.measure")),
                Column.number(value, value, wording.text("file.unit")),
                Column.number(wording.text("file.p90"), wording.text("file.p90.hours")),
                Column.number(n, n)));
        var rows = List.of(
                figure(shown.get(0), created, "tickets", null, created),
                figure(shown.get(1), unknown ? null : answer.solved(), "tickets", null, created),
                figure(shown.get(2), unknown ? null : created - answer.solved(), "tickets", null, created),
                duration(shown.get(3), reply),
                duration(shown.get(4), resolution));
        DashboardComparison comparison = answer.comparison();
        if (comparison != null) {
            columns.addAll(compared.columns(comparison.previous()));
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i)
                        .addAll(compared.cells(
                                comparison.figures().get(shown.get(i).name())));
            }
        }
        return new PanelTable(
                PanelFiles.dashboard("figures", here),
                columns,
                rows.stream().map(Row::of).toList(),
                null);
    }

    private List<PanelTable.Cell> duration(Figure words, @Nullable DurationFigures figures) {
        return figures == null
                ? figure(words, null, "hours", null, 0)
                : figure(words, figures.medianHours(), "hours", figures.p90Hours(), figures.n());
    }

    private List<PanelTable.Cell> figure(
            Figure words, @Nullable Number value, String unit, @Nullable Double p90, long n) {
        String name = wording.text("figure." + words.name());
        String second = words.second();
        return new ArrayList<>(List.of(
                PanelTable.Cell.of(name, name),
                PanelTable.Cell.of(words.value(), value, wording.text("file.unit." + unit)),
                PanelTable.Cell.of(second == null ? "" : second, p90),
                PanelTable.Cell.of(wording.number(n), n)));
    }

    HeatmapCard heatmap(Dashboard answer, Address tickets, Address here) {
        Dashboard.Heatmap heatmap = answer.heatmap();
        if (heatmap == null) {
            String why = answer.reasons().getOrDefault("heatmap", wording.text("card.nothing"));
            return new HeatmapCard("", evidence(answer), List.of(), List.of(), "0", List.of(), null, why);
        }
        long[][] counts = heatmap.counts();
        long total = Arrays.stream(counts).flatMapToLong(LongStream::of).sum();
        Grids grids = grids(answer);
        List<Day> days = IntStream.rangeClosed(1, 7)
                .mapToObj(weekday -> day(weekday, counts[weekday - 1], tickets, grids))
                .toList();
        List<Cell> hours = IntStream.range(0, 24)
                .mapToObj(hour -> {
                    long count =
                            Arrays.stream(counts).mapToLong(row -> row[hour]).sum();
                    Address there = tickets.with("hour", String.valueOf(hour));
                    Cell cell = cell(label(hour), count, there, "heatmap.hour.sentence", "", wording.hour(hour));
                    return grids == null ? cell : grids.compared(cell, 0, 7, hour, hour + 1);
                })
                .toList();
        List<Step> steps =
                steps(Arrays.stream(counts).flatMapToLong(LongStream::of).max().orElse(0));
        return new HeatmapCard(
                grids == null
                        ? summary(days, hours, total)
                        : wording.text(
                                "heatmap.against",
                                summary(days, hours, total),
                                wording.number(Grids.sum(grids.now(), 0, 7, 0, 24)),
                                wording.number(Grids.sum(grids.before(), 0, 7, 0, 24))),
                evidence(answer),
                days,
                hours,
                wording.number(total),
                steps,
                table(days, hours, total, earlier(answer, tickets, here), here),
                null);
    }

    /** The heatmap of the days that are compared with; null where nothing is. */
    private @Nullable HeatmapCard earlier(Dashboard answer, Address tickets, Address here) {
        DashboardComparison comparison = answer.comparison();
        Against against = against(answer);
        return comparison == null || against == null
                ? null
                : heatmap(comparison.before(), against.there(tickets), here);
    }

    private PanelTable table(
            List<Day> days, List<Cell> hours, long total, @Nullable HeatmapCard earlier, Address here) {
        String sum = wording.text("heatmap.total");
        var columns = new ArrayList<Column>();
        columns.add(Column.words(wording.text("heatmap.weekday"), wording.text("heatmap.weekday")));
        hours.forEach(hour -> columns.add(Column.number(hour.label(), wording.text("file.hour", hour.label()))));
        columns.add(Column.number(sum, wording.text("file.total")));
        List<Row> rows = days.stream().map(DashboardCards::row).toList();
        return new PanelTable(
                PanelFiles.dashboard("heatmap", here),
                columns,
                rows,
                earlier == null
                        ? List.of()
                        : earlier.days().stream()
                                .map(day -> row(day).noted(wording.text("overview.before")))
                                .toList(),
                row(PanelTable.Cell.of(sum, sum), hours, PanelTable.Cell.of(wording.number(total), total)));
    }

    private static Row row(Day day) {
        return row(PanelTable.Cell.of(day.name(), day.name()), day.cells(), PanelTable.Cell.of(day.total()));
    }

    private static Row row(PanelTable.Cell first, List<Cell> counts, PanelTable.Cell last) {
        var cells = new ArrayList<PanelTable.Cell>();
        cells.add(first);
        counts.forEach(count -> cells.add(PanelTable.Cell.of(count)));
        cells.add(last);
        return Row.of(cells);
    }

    private @Nullable Grids grids(Dashboard answer) {
        DashboardComparison comparison = answer.comparison();
        Against against = against(answer);
        Dashboard.Heatmap before =
                comparison == null ? null : comparison.before().heatmap();
        Dashboard.Heatmap now = comparison == null || comparison.now() == null
                ? answer.heatmap()
                : comparison.now().heatmap();
        return against == null || before == null || now == null
                ? null
                : new Grids(against, now.counts(), before.counts());
    }

    /** The heatmap on both sides. */
    private record Grids(Against against, long[][] now, long[][] before) {

        /** Weekdays and hours from first to last, the last ones exclusive. */
        Cell compared(Cell cell, int firstDay, int lastDay, int firstHour, int lastHour) {
            String sentence = against.sentence(
                    cell.sentence(),
                    sum(now, firstDay, lastDay, firstHour, lastHour),
                    sum(before, firstDay, lastDay, firstHour, lastHour));
            return new Cell(cell.label(), cell.count(), cell.number(), cell.href(), sentence);
        }

        static long sum(long[][] counts, int firstDay, int lastDay, int firstHour, int lastHour) {
            return Arrays.stream(counts, firstDay, lastDay)
                    .flatMapToLong(day -> Arrays.stream(day, firstHour, lastHour))
                    .sum();
        }
    }

    private Day day(int weekday, long[] counts, Address tickets, @Nullable Grids grids) {
        String name = wording.weekday(weekday);
        Address there = tickets.with("weekday", String.valueOf(weekday));
        List<Cell> cells = IntStream.range(0, counts.length)
                .mapToObj(hour -> {
                    Address created = there.with("hour", String.valueOf(hour));
                    Cell cell =
                            cell(label(hour), counts[hour], created, "heatmap.cell.sentence", name, wording.hour(hour));
                    return grids == null ? cell : grids.compared(cell, weekday - 1, weekday, hour, hour + 1);
                })
                .toList();
        long sum = LongStream.of(counts).sum();
        Cell whole = cell(name, sum, there, "heatmap.day.sentence", name, "");
        return new Day(name, cells, grids == null ? whole : grids.compared(whole, weekday - 1, weekday, 0, 24));
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
