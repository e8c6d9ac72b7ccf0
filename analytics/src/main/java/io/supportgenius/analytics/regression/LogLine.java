package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairTable;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The line of least squares through the logarithms of durations (a minute more, so that 0 has one), from the middles of a table's cells: what
 * durations are multiplied by for one more of x. Durations spread evenly on this scale rather than in hours, where a few long ones decide.
 *
 * @param factor what one more of x multiplies the duration by
 * @param factorLow lower end of its 95 % interval
 * @param factorHigh upper end of its 95 % interval
 * @param rSquared share of the variance of the logarithms that the line explains, 0 to 1
 */
public record LogLine(double factor, double factorLow, double factorHigh, double rSquared) {

    private static final int FEWEST_PAIRS = 3;
    private static final double BOTH_TAILS = 0.025;
    private static final double HOUR_OF_A_MINUTE = 1 / 60.0;

    /** The line of a table; empty for fewer than three tickets, or where all have the same x. */
    public static Optional<LogLine> through(PairTable table) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int column = 0; column < table.columns(); column++) {
            for (int row = 0; row < PairTable.ROWS; row++) {
                double count = table.count(column, row);
                double x = table.x(column);
                double y = Math.log((PairTable.lowest(row) + PairTable.lowest(row + 1)) / 2 + HOUR_OF_A_MINUTE);
                n += count;
                sumX += count * x;
                sumY += count * y;
                xx += count * x * x;
                yy += count * y * y;
                xy += count * x * y;
            }
        }
        double spreadX = xx - sumX * sumX / n;
        double spreadY = yy - sumY * sumY / n;
        if (n < FEWEST_PAIRS || spreadX <= 1e-9 * xx) {
            return Optional.empty();
        }
        double product = xy - sumX * sumY / n;
        double slope = product / spreadX;
        double explained = spreadY > 0 ? product * product / (spreadX * spreadY) : 0;
        double error = Math.sqrt(Math.max(0, spreadY - product * slope) / (n - 2) / spreadX);
        double margin = error * TDistribution.of(n - 2).inverseSurvivalProbability(BOTH_TAILS);
        return Optional.of(new LogLine(
                Math.exp(slope), Math.exp(slope - margin), Math.exp(slope + margin), Math.min(1, explained)));
    }
}
