package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.regression.DailyPattern;
import io.supportgenius.analytics.regression.LogLine;
import io.supportgenius.analytics.regression.RankTrend;
import io.supportgenius.analytics.regression.RobustLine;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.regression.SurvivalTrend;
import io.supportgenius.analytics.summary.DensityGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairSample;
import io.supportgenius.analytics.summary.PairTable;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.server.insights.FitFigures.Density;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a straight line through two measures and for the points to show with it. */
final class FitQuestion {

    private static final int SAMPLE = 2000;
    private static final int BAND_STEPS = 24;
    private static final int DENSITY_COLUMNS = 48;
    private static final int DENSITY_ROWS = 32;
    private static final double CONFIDENCE = 0.95;
    private static final double LEFT_OUT = 0.02;
    private static final int FEWEST_LEFT_OUT = 5;

    /** Share of the sample that the density shows; a few far outliers would press all others into one row. */
    private static final double SHOWN = 0.99;

    private final MeasurePair pair;
    private final LineFit fit;
    private final PairSample sample;
    private final PairTable table;

    FitQuestion(MeasurePair pair, TicketFacts facts, Questions questions) {
        this.pair = pair;
        fit = questions.ask(LineFit.key(pair), () -> new LineFit(pair, facts.zone()));
        sample = questions.ask(PairSample.key(pair, SAMPLE), () -> new PairSample(pair, facts.zone(), SAMPLE));
        table = questions.ask(PairTable.key(pair), () -> PairTable.known(pair, facts.zone()));
    }

    /**
     * The figures, once the questions were answered; empty if there is no line.
     *
     * @param until the end of the data, in seconds since 1970-01-01 UTC: up to then open tickets have waited
     */
    Optional<FitFigures> figures(TicketFacts facts, Selection selection, long until) {
        return StraightLine.through(fit).map(line -> figures(line, facts, selection, until));
    }

    /** Why there is no line. */
    String reason() {
        return fit.all().n() < 3
                ? "Too few tickets to say: a line needs at least 3 with both measures, here are "
                        + fit.all().n() + "."
                : "All " + fit.all().n() + " tickets have the same "
                        + FitWords.of(pair).x() + ".";
    }

    private FitFigures figures(StraightLine line, TicketFacts facts, Selection selection, long until) {
        double margin = line.slopeMargin(CONFIDENCE);
        List<PairSample.Point> points = sample.points();
        RankTrend trend = RankTrend.of(table);
        PairTable tested = tested(table);
        DailyPattern pattern = pair == MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY
                ? DailyPattern.of(table, tested).orElse(null)
                : null;
        RobustLine robust = RobustLine.through(points).orElse(null);
        LogLine log = LogLine.through(table).orElse(null);
        SurvivalTrend survival = survival(facts, selection, until);
        FitVerdict verdict = FitVerdict.of(pair, line, margin, RankTrend.of(tested), pattern);
        var notes = new FitNotes(pair, verdict, line);
        notes.pattern(pattern);
        notes.robust(robust);
        notes.logScale(log);
        notes.segments(pair, facts, selection);
        notes.open(survival);
        return new FitFigures(
                line.n(),
                line.slope(),
                line.slope() - margin,
                line.slope() + margin,
                line.intercept(),
                line.rSquared(),
                line.heldOutRSquared(),
                line.pValue(),
                verdict.related(),
                verdict.sentence(),
                notes.sentences(),
                List.of(
                        new double[] {fit.lowestX(), line.at(fit.lowestX())},
                        new double[] {fit.highestX(), line.at(fit.highestX())}),
                band(line),
                prediction(line, points),
                points.stream()
                        .map(point -> new double[] {point.x(), point.y()})
                        .toList(),
                points.stream().map(PairSample.Point::ticket).toList(),
                line.n() > SAMPLE ? density(points, facts, selection) : null,
                new FitFigures.Ranks(trend.correlation(), trend.pValue()),
                robust == null
                        ? null
                        : new FitFigures.Robust(robust.slope(), robust.intercept(), FitNotes.differs(robust, line)),
                log == null
                        ? null
                        : new FitFigures.LogScale(log.factor(), log.factorLow(), log.factorHigh(), log.rSquared()),
                pattern == null || pattern.longest() < 0 ? null : timeOfDay(pattern),
                survival == null || survival.open() == 0
                        ? null
                        : new FitFigures.WithOpen(
                                survival.open(),
                                survival.z(),
                                survival.pValue(),
                                Double.isNaN(survival.medianHours()) ? null : survival.medianHours()));
    }

    /** What verdicts rest on: without the few longest durations, so that implausible ones have no say. */
    static PairTable tested(PairTable table) {
        return table.withoutLongest(LEFT_OUT, FEWEST_LEFT_OUT);
    }

    private @Nullable SurvivalTrend survival(TicketFacts facts, Selection selection, long until) {
        var questions = new Questions();
        PairTable open = questions.ask(PairTable.open(pair, facts.zone(), until));
        questions.answer(facts, selection);
        return SurvivalTrend.of(table, open).orElse(null);
    }

    private static FitFigures.TimeOfDay timeOfDay(DailyPattern pattern) {
        double[] medians = pattern.medians();
        var curve = new ArrayList<double[]>();
        for (int i = 0; i < medians.length; i++) {
            if (!Double.isNaN(medians[i])) {
                curve.add(new double[] {middle(i), medians[i]});
            }
        }
        return new FitFigures.TimeOfDay(
                pattern.pValue(),
                pattern.explained(),
                curve,
                middle(pattern.longest()),
                medians[pattern.longest()],
                middle(pattern.shortest()),
                medians[pattern.shortest()]);
    }

    private static double middle(int halfHour) {
        return (halfHour + 0.5) / 2;
    }

    /** Along the line, between the distances that leave out one in forty on either side: right whatever shape the distances have. */
    private List<double[]> prediction(StraightLine line, List<PairSample.Point> points) {
        double[] distances = points.stream()
                .mapToDouble(point -> point.y() - line.at(point.x()))
                .sorted()
                .toArray();
        int out = (int) Math.floor(distances.length * (1 - CONFIDENCE) / 2);
        double low = distances[out];
        double high = distances[distances.length - 1 - out];
        return Stream.of(fit.lowestX(), fit.highestX())
                .map(x -> new double[] {x, line.at(x) + low, line.at(x) + high})
                .toList();
    }

    private List<double[]> band(StraightLine line) {
        var band = new ArrayList<double[]>();
        for (int step = 0; step <= BAND_STEPS; step++) {
            double x = fit.lowestX() + (fit.highestX() - fit.lowestX()) * step / BAND_STEPS;
            double margin = line.marginAt(x, CONFIDENCE);
            band.add(new double[] {x, line.at(x) - margin, line.at(x) + margin});
        }
        return band;
    }

    private @Nullable Density density(List<PairSample.Point> points, TicketFacts facts, Selection selection) {
        double[] sorted =
                points.stream().mapToDouble(PairSample.Point::y).sorted().toArray();
        double highestY = Math.max(sorted[(int) (SHOWN * (sorted.length - 1))], Math.ulp(1.0));
        boolean timeOfDay = pair == MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY;
        double lowestX = timeOfDay ? 0 : fit.lowestX() - 0.5;
        double highestX = timeOfDay ? 24 : fit.highestX() + 0.5;
        int columns = timeOfDay ? DENSITY_COLUMNS : (int) Math.min(DENSITY_COLUMNS, Math.round(highestX - lowestX));
        var grid = new DensityGrid(pair, facts.zone(), lowestX, highestX, columns, 0, highestY, DENSITY_ROWS);
        var questions = new Questions();
        questions.ask(grid);
        questions.answer(facts, selection);
        return new Density(grid.edgesOfX(), grid.edgesOfY(), grid.counts());
    }
}
