package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.DashboardComparison;
import io.supportgenius.server.insights.FitFigures;
import io.supportgenius.server.web.pages.DashboardView.FitCard;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cards of the two regressions. */
@Component
class FitCards {

    private static final long FEWEST_FOR_A_SECOND_LINE = 30;

    private final Wording wording;
    private final DashboardCards cards;
    private final JsonMapper json;

    FitCards(Wording wording, DashboardCards cards, JsonMapper json) {
        this.wording = wording;
        this.cards = cards;
        this.json = json;
    }

    FitCard card(String name, @Nullable FitFigures fit, Dashboard answer, Address here) {
        if (fit == null) {
            String why = answer.reasons().getOrDefault(name, wording.text("card.nothing"));
            return new FitCard(
                    name, "", false, List.of(), List.of(), "", cards.evidence(answer), "{}", null, null, why);
        }
        String evidence = wording.text("fit.evidence", wording.number(fit.n()), cards.evidence(answer));
        return new FitCard(
                name,
                fit.verdict(),
                fit.related(),
                fit.notes(),
                legend(fit),
                wording.text("fit.summary", wording.number(fit.n()), fit.verdict()),
                evidence,
                safe(drawing(name, fit)),
                table(name, fit, answer, here),
                points(name, fit, here),
                null);
    }

    /** What is drawn beside the points, where it is more than the line. */
    private List<String> legend(FitFigures fit) {
        var legend = new ArrayList<String>();
        if (showsRobust(fit) || showsCurve(fit)) {
            legend.add("line");
        }
        if (showsRobust(fit)) {
            legend.add("robust");
        }
        if (showsCurve(fit)) {
            legend.add("curve");
        }
        return legend;
    }

    /** The line of the middle ticket is drawn where it goes another way. */
    private static boolean showsRobust(FitFigures fit) {
        return fit.robustLine() != null && fit.robustLine().differs() && fit.n() >= FEWEST_FOR_A_SECOND_LINE;
    }

    private static boolean showsCurve(FitFigures fit) {
        return fit.timeOfDay() != null && fit.n() >= FEWEST_FOR_A_SECOND_LINE;
    }

    private static List<double[]> robust(FitFigures fit) {
        FitFigures.Robust robust = fit.robustLine();
        if (robust == null || !showsRobust(fit)) {
            return List.of();
        }
        return fit.line().stream()
                .map(point -> new double[] {point[0], robust.intercept() + robust.slope() * point[0]})
                .toList();
    }

    private static List<double[]> curve(FitFigures fit) {
        return fit.timeOfDay() == null || !showsCurve(fit)
                ? List.of()
                : fit.timeOfDay().curve();
    }

    private String safe(Drawing drawing) {
        // A text could end the script element that carries it.
        return json.writeValueAsString(drawing).replace("<", "\\u003c");
    }

    private Drawing drawing(String name, FitFigures fit) {
        return new Drawing(
                fit.line(),
                fit.band(),
                robust(fit),
                curve(fit),
                fit.sample(),
                fit.sampleTickets(),
                fit.density(),
                wording.text("fit." + name + ".x"),
                wording.text("fit." + name + ".y"),
                wording.text("fit." + name + ".point"),
                wording.text("fit.density.sentence"),
                wording.text("fit.beyond"));
    }

    private PanelTable table(String name, FitFigures fit, Dashboard answer, Address here) {
        String unit = wording.text("fit." + name + ".unit");
        String hours = wording.text("file.hours");
        return new PanelTable(
                PanelFiles.dashboard(name, here),
                List.of(
                        Column.words(wording.text("fit.measure"), wording.text("fit.measure")),
                        Column.words(
                                wording.text("fit.value"),
                                wording.text("fit.value"),
                                wording.text("file.unit"),
                                wording.text("file.interval.low"),
                                wording.text("file.interval.high"))),
                facts(name, fit, hours, hours + " " + unit),
                former(name, answer, hours + " " + unit),
                null);
    }

    private List<Row> facts(String name, FitFigures fit, String hours, String perStep) {
        String share = wording.text("file.unit.share");
        var rows = new ArrayList<Row>();
        rows.add(row("n", wording.number(fit.n()), fit.n(), wording.text("file.unit.tickets"), null, null));
        rows.add(row("slope", slope(name, fit), fit.slope(), perStep, fit.slopeLow(), fit.slopeHigh()));
        rows.add(row("intercept", hours(fit.intercept()), fit.intercept(), hours, null, null));
        rows.add(row("r", percent(fit.rSquared()), fit.rSquared(), share, null, null));
        rows.add(row("heldOut", percent(fit.heldOutRSquared()), fit.heldOutRSquared(), share, null, null));
        rows.add(row("p", chance(fit.pValue()), fit.pValue(), share, null, null));
        double[] middle = fit.prediction().get(0);
        double low = middle[1] - fit.line().get(0)[1];
        double high = middle[2] - fit.line().get(0)[1];
        String around = wording.text("fit.fact.prediction.value", wording.decimal(low, 1), wording.decimal(high, 1));
        rows.add(row("prediction", around, low, hours, low, high));
        rows.add(row(
                "ranks",
                wording.text(
                        "fit.fact.ranks.value",
                        wording.decimal(fit.ranks().correlation(), 2),
                        chance(fit.ranks().pValue())),
                fit.ranks().correlation(),
                "",
                null,
                null));
        if (fit.robustLine() != null) {
            double slope = fit.robustLine().slope();
            String shown = wording.text(
                    "fit.fact.robust.value", wording.decimal(slope, 3), wording.text("fit." + name + ".unit"));
            rows.add(row("robust", shown, slope, perStep, null, null));
        }
        FitFigures.LogScale log = fit.logScale();
        if (log != null) {
            String shown = wording.text(
                    "fit.fact.log.value",
                    wording.decimal(log.factor(), 3),
                    wording.decimal(log.factorLow(), 3),
                    wording.decimal(log.factorHigh(), 3),
                    percent(log.rSquared()));
            rows.add(row("log", shown, log.factor(), "", log.factorLow(), log.factorHigh()));
        }
        if (fit.timeOfDay() != null) {
            double p = fit.timeOfDay().pValue();
            rows.add(row("timeOfDay", chance(p), p, share, null, null));
        }
        FitFigures.WithOpen open = fit.withOpen();
        if (open != null) {
            rows.add(row(
                    "open", wording.number(open.open()), open.open(), wording.text("file.unit.tickets"), null, null));
            rows.add(row("openP", chance(open.pValue()), open.pValue(), share, null, null));
            if (open.medianHours() != null) {
                rows.add(row("openMedian", hours(open.medianHours()), open.medianHours(), hours, null, null));
            }
        }
        return rows;
    }

    private String hours(double hours) {
        return wording.text("fit.fact.hours", wording.decimal(hours, 2));
    }

    private String chance(double p) {
        return p < 0.001 ? wording.text("fit.fact.p.small") : wording.decimal(p, 3);
    }

    /** The slope of the days that are compared with; no row where nothing is. */
    private List<Row> former(String name, Dashboard answer, String unit) {
        DashboardComparison comparison = answer.comparison();
        if (comparison == null) {
            return List.of();
        }
        FitFigures before = name.equals("firstReplyByHour")
                ? comparison.before().firstReplyByHour()
                : comparison.before().resolutionByTouches();
        String days = wording.days(
                LocalDate.parse(comparison.previous().from()),
                LocalDate.parse(comparison.previous().to()));
        String head = wording.text("fit.fact.before", days);
        if (before == null) {
            String why = comparison.before().reasons().getOrDefault(name, wording.text("value.none"));
            return List.of(Row.of(List.of(Cell.of(head, head), Cell.of(why, null, unit, null, null))));
        }
        String shown = wording.text("fit.fact.before.value", slope(name, before), wording.number(before.n()));
        return List.of(Row.of(List.of(
                Cell.of(head, head), Cell.of(shown, before.slope(), unit, before.slopeLow(), before.slopeHigh()))));
    }

    private Row row(String fact, String shown, Number value, String unit, @Nullable Double low, @Nullable Double high) {
        String name = wording.text("fit.fact." + fact);
        return Row.of(List.of(Cell.of(name, name), Cell.of(shown, value, unit, low, high)));
    }

    private String percent(double share) {
        return wording.text("share", wording.decimal(100 * share, 1));
    }

    /** The browser makes the twin of this one from what it draws, in this order. */
    private PanelTable points(String name, FitFigures fit, Address here) {
        String x = wording.text("fit." + name + ".x");
        String y = wording.text("fit." + name + ".y");
        var rows = new ArrayList<Row>();
        List<Integer> order = IntStream.range(0, fit.sample().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> fit.sample().get(i)[0])
                        .thenComparingDouble(i -> fit.sample().get(i)[1]))
                .toList();
        for (int i : order) {
            double[] point = fit.sample().get(i);
            Long ticket = fit.sampleTickets().get(i);
            rows.add(Row.of(List.of(Cell.of("", ticket), Cell.of("", point[0]), Cell.of("", point[1]))));
        }
        return new PanelTable(
                PanelFiles.dashboard(name + "Points", here),
                List.of(
                        Column.words(wording.text("fit.ticket"), wording.text("file.ticket")),
                        Column.number(x, wording.text("fit." + name + ".x.file")),
                        Column.number(y, wording.text("file.of", y, wording.text("file.hours")))),
                rows,
                null);
    }

    private String slope(String name, FitFigures fit) {
        return wording.text(
                "fit.fact.slope.value",
                wording.decimal(fit.slope(), 3),
                wording.decimal(fit.slopeLow(), 3),
                wording.decimal(fit.slopeHigh(), 3),
                wording.text("fit." + name + ".unit"));
    }

    /** What the browser draws; hours throughout. */
    record Drawing(
            List<double[]> line,
            List<double[]> band,
            List<double[]> robust,
            List<double[]> curve,
            List<double[]> sample,
            List<Long> tickets,
            FitFigures.@Nullable Density density,
            String x,
            String y,
            String point,
            String cell,
            String beyond) {}
}
