package io.supportgenius.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A straight line through pairs of measures.
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
 * @param line two or more points [x, y] of the line
 * @param band points [x, lower, upper] of the line's 95 % interval
 * @param sample at most 2,000 points [x, y], chosen fairly and repeatably
 * @param sampleTickets our id of the ticket behind each point of the sample
 * @param density counts of all points on a grid, where there are more than the sample shows
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
        List<double[]> line,
        List<double[]> band,
        List<double[]> sample,
        List<Long> sampleTickets,
        @Nullable Density density) {

    /**
     * Counts of points on a grid.
     *
     * @param xEdges ascending edges of the columns
     * @param yEdges ascending edges of the rows, in hours
     * @param counts one row for each y step, each with one count for each x step
     */
    public record Density(double[] xEdges, double[] yEdges, long[][] counts) {}
}
