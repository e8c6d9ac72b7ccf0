package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.summary.DensityGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairSample;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.server.insights.FitFigures.Density;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a straight line through two measures and for the points to show with it. */
final class FitQuestion {

    private static final int SAMPLE = 2000;
    private static final int BAND_STEPS = 24;
    private static final int DENSITY_COLUMNS = 48;
    private static final int DENSITY_ROWS = 32;
    private static final double CONFIDENCE = 0.95;

    /** Share of the sample that the density shows; a few far outliers would press all others into one row. */
    private static final double SHOWN = 0.99;

    private final MeasurePair pair;
    private final LineFit fit;
    private final PairSample sample;

    FitQuestion(MeasurePair pair, TicketFacts facts, Questions questions) {
        this.pair = pair;
        fit = questions.ask(LineFit.key(pair), () -> new LineFit(pair, facts.zone()));
        sample = questions.ask(PairSample.key(pair, SAMPLE), () -> new PairSample(pair, facts.zone(), SAMPLE));
    }

    /** The figures, once the questions were answered; empty if there is no line. */
    Optional<FitFigures> figures(TicketFacts facts, Selection selection) {
        return StraightLine.through(fit).map(line -> figures(line, facts, selection));
    }

    /** Why there is no line. */
    String reason() {
        return fit.all().n() < 3
                ? "Too few tickets to say: a line needs at least 3 with both measures, here are "
                        + fit.all().n() + "."
                : "All " + fit.all().n() + " tickets have the same " + FitVerdict.nameOfX(pair) + ".";
    }

    private FitFigures figures(StraightLine line, TicketFacts facts, Selection selection) {
        double margin = line.slopeMargin(CONFIDENCE);
        FitVerdict verdict = FitVerdict.of(pair, line, margin);
        List<PairSample.Point> points = sample.points();
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
                List.of(
                        new double[] {fit.lowestX(), line.at(fit.lowestX())},
                        new double[] {fit.highestX(), line.at(fit.highestX())}),
                band(line),
                points.stream()
                        .map(point -> new double[] {point.x(), point.y()})
                        .toList(),
                points.stream().map(PairSample.Point::ticket).toList(),
                line.n() > SAMPLE ? density(points, facts, selection) : null);
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
