package io.supportgenius.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A straight line through pairs of measures, and what else there is to say before anybody believes it.
 *
 * @param n pairs
 * @param slope hours of y for one more of x
 * @param slopeLow lower end of the 95 % interval of the slope
 * @param slopeHigh upper end of the 95 % interval of the slope
 * @param intercept hours of y at x = 0
 * @param rSquared share of the variance of y that the line explains, 0 to 1
 * @param heldOutRSquared the same share for tickets that the line was not fitted to; below 0 their mean predicts better
 * @param pValue two-sided probability of a slope this far from 0 without any relationship
 * @param related whether a relationship was found
 * @param verdict one sentence for people
 * @param notes further sentences: what the line alone would hide
 * @param line two or more points [x, y] of the line
 * @param band points [x, lower, upper] of the line's 95 % interval
 * @param prediction points [x, lower, upper] between which 95 % of the tickets of the sample lie, along the line
 * @param sample at most 2,000 points [x, y], chosen fairly and repeatably
 * @param sampleTickets our id of the ticket behind each point of the sample
 * @param density counts of all points on a grid, where there are more than the sample shows
 * @param ranks whether ranks go together, which few far tickets cannot make
 * @param robustLine the line of the middle ticket; null where there is none
 * @param logScale the line through logarithms; null where there is none
 * @param timeOfDay the day as a circle; null where x is no time of day or too few hours have tickets
 * @param withOpen tickets counted that still wait for y; null where none does
 */
public record FitFigures(
        long n,
        double slope,
        double slopeLow,
        double slopeHigh,
        double intercept,
        double rSquared,
        double heldOutRSquared,
        double pValue,
        boolean related,
        String verdict,
        List<String> notes,
        List<double[]> line,
        List<double[]> band,
        List<double[]> prediction,
        List<double[]> sample,
        List<Long> sampleTickets,
        @Nullable Density density,
        Ranks ranks,
        @Nullable Robust robustLine,
        @Nullable LogScale logScale,
        @Nullable TimeOfDay timeOfDay,
        @Nullable WithOpen withOpen) {

    /**
     * Counts of points on a grid.
     *
     * @param xEdges ascending edges of the columns
     * @param yEdges ascending edges of the rows, in hours
     * @param counts one row for each y step, each with one count for each x step
     */
    public record Density(double[] xEdges, double[] yEdges, long[][] counts) {}

    /**
     * Spearman's rank correlation.
     *
     * @param correlation -1 to 1
     * @param pValue two-sided probability of one this strong without any relationship
     */
    public record Ranks(double correlation, double pValue) {}

    /**
     * The line of Theil and Sen.
     *
     * @param slope hours of y for one more of x
     * @param intercept hours of y at x = 0
     * @param differs whether its slope is less than half or more than twice that of the straight line
     */
    public record Robust(double slope, double intercept, boolean differs) {}

    /**
     * The straight line through the logarithm of y.
     *
     * @param factor what one more of x multiplies y by
     * @param factorLow lower end of its 95 % interval
     * @param factorHigh upper end of its 95 % interval
     * @param rSquared share of the variance of the logarithm that the line explains, 0 to 1
     */
    public record LogScale(double factor, double factorLow, double factorHigh, double rSquared) {}

    /**
     * y by the time of day, midnight next to 23:59.
     *
     * @param pValue probability of hours that differ this much where the time of day does not matter
     * @param explained share of the variance of the ranks of y that the hour explains, 0 to 1
     * @param curve points [time of day, smoothed median of y in hours]
     * @param longestAt time of day of the longest median
     * @param longestHours that median
     * @param shortestAt time of day of the shortest median
     * @param shortestHours that median
     */
    public record TimeOfDay(
            double pValue,
            double explained,
            List<double[]> curve,
            double longestAt,
            double longestHours,
            double shortestAt,
            double shortestHours) {}

    /**
     * What is known once tickets count that still wait, for as long as they have waited.
     *
     * @param open how many they are
     * @param z above 0 where more of x takes longer; about normal without any relationship
     * @param pValue two-sided probability of a z this far from 0 without any relationship
     * @param medianHours time after which half of all tickets have ended; null where fewer than half have
     */
    public record WithOpen(
            long open, double z, double pValue, @Nullable Double medianHours) {}
}
