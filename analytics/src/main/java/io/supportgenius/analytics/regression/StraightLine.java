package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.Moments;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The line y = intercept + slope x that leaves the least squares, by ordinary least squares from moments, with the usual intervals
 * of normal theory (Draper and Smith 1998, chapter 1, doi:10.1002/9781118625590). Immutable.
 *
 * <p>There is no line for fewer than three pairs or where all x are equal. Where all y are equal the slope is 0, the line explains
 * nothing (rSquared 0) and the probability is 1. A perfect fit has probability 0.
 */
public final class StraightLine {

    /** Pairs below which an interval cannot be given. */
    private static final int FEWEST_PAIRS = 3;

    private final Moments moments;
    private final double heldOutRSquared;
    private final double slope;
    private final double residualVariance;

    private StraightLine(Moments moments, double heldOutRSquared) {
        this.moments = moments;
        this.heldOutRSquared = heldOutRSquared;
        slope = moments.xy() / moments.xx();
        residualVariance = squaredError(moments) / (moments.n() - 2);
    }

    /** The line through all pairs of a summary; empty where there is none. */
    public static Optional<StraightLine> through(LineFit fit) {
        Moments all = fit.all();
        if (all.n() < FEWEST_PAIRS || all.xx() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new StraightLine(all, heldOutRSquared(fit)));
    }

    /** Squared distances in y that the best line through some pairs leaves to them. */
    private static double squaredError(Moments moments) {
        return Math.max(0, moments.yy() - moments.xy() * moments.xy() / moments.xx());
    }

    /**
     * Share of the variance that lines explain of pairs they were not fitted to: each group of pairs is predicted by the line through
     * the other groups, and compared with the prediction by their mean. Below 0 the line is worse than the mean.
     */
    private static double heldOutRSquared(LineFit fit) {
        Moments[] folds = fit.folds();
        double errorOfLine = 0;
        double errorOfMean = 0;
        for (int held = 0; held < folds.length; held++) {
            var others = new Moments();
            for (int fold = 0; fold < folds.length; fold++) {
                if (fold != held) {
                    others.combine(folds[fold]);
                }
            }
            if (folds[held].n() == 0 || others.xx() <= 0) {
                continue;
            }
            errorOfLine += errorOn(folds[held], others.xy() / others.xx(), others);
            errorOfMean += errorOn(folds[held], 0, others);
        }
        return errorOfMean > 0 ? 1 - errorOfLine / errorOfMean : 0;
    }

    /** Squared error, on some pairs, of the line with a slope through the means of other pairs: from moments alone. */
    private static double errorOn(Moments pairs, double slope, Moments fitted) {
        double offset = pairs.meanY() - fitted.meanY() - slope * (pairs.meanX() - fitted.meanX());
        return pairs.yy() - 2 * slope * pairs.xy() + slope * slope * pairs.xx() + pairs.n() * offset * offset;
    }

    public long n() {
        return moments.n();
    }

    public double slope() {
        return slope;
    }

    public double intercept() {
        return at(0);
    }

    /** Share of the variance of y that the line explains, 0 to 1. */
    public double rSquared() {
        return moments.yy() > 0 ? 1 - squaredError(moments) / moments.yy() : 0;
    }

    /** The same share on pairs that the line was not fitted to; below 0 where the mean predicts better. */
    public double heldOutRSquared() {
        return heldOutRSquared;
    }

    /** Standard error of the slope. */
    public double slopeError() {
        return Math.sqrt(residualVariance / moments.xx());
    }

    /** Two-sided probability of a slope at least this far from 0 where there is no relationship. */
    public double pValue() {
        if (slope == 0) {
            return 1;
        }
        double t = Math.abs(slope) / slopeError();
        return 2 * TDistribution.of(moments.n() - 2).survivalProbability(t);
    }

    /** y of the line at x. */
    public double at(double x) {
        return moments.meanY() + slope * (x - moments.meanX());
    }

    /** Half the width of the interval of the slope. */
    public double slopeMargin(double confidence) {
        return quantile(confidence) * slopeError();
    }

    /** Half the height of the interval of the line at x. */
    public double marginAt(double x, double confidence) {
        double dx = x - moments.meanX();
        return quantile(confidence) * Math.sqrt(residualVariance * (1.0 / moments.n() + dx * dx / moments.xx()));
    }

    private double quantile(double confidence) {
        return TDistribution.of(moments.n() - 2).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
