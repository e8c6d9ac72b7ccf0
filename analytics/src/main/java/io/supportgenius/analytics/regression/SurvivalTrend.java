package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairTable;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether tickets with more of x take longer, with those that still wait counted for as long as they have waited: the log-rank test for
 * trend (Tarone 1975, doi:10.1093/biomet/62.3.679), and the median of Kaplan and Meier (1958, doi:10.1080/01621459.1958.10501452).
 * Times are
 * those of a table's rows; who waits until within a row is at risk for half of it, as in life tables (Cutler and Ederer 1958,
 * doi:10.1016/0021-9681(58)90126-7).
 *
 * @param open tickets that still wait
 * @param z above 0 where more of x takes longer, below 0 where it takes shorter; about normal without a relationship
 * @param pValue two-sided probability of a z at least this far from 0 without a relationship
 * @param medianHours time after which half of all tickets have ended; not a number where fewer than half have
 */
public record SurvivalTrend(long open, double z, double pValue, double medianHours) {

    /** The trend of tickets that have ended and of those that wait; empty where x or the order of events says nothing. */
    public static Optional<SurvivalTrend> of(PairTable ended, PairTable waiting) {
        int columns = ended.columns();
        var atRisk = new double[columns];
        long open = 0;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < PairTable.ROWS; row++) {
                atRisk[column] += ended.count(column, row) + waiting.count(column, row);
                open += waiting.count(column, row);
            }
        }
        double score = 0;
        double variance = 0;
        double surviving = 1;
        double median = Double.NaN;
        for (int row = 0; row < PairTable.ROWS; row++) {
            double n = 0;
            double sum = 0;
            double squares = 0;
            double events = 0;
            double seen = 0;
            for (int column = 0; column < columns; column++) {
                double x = ended.x(column);
                double here = atRisk[column] - waiting.count(column, row) / 2.0;
                n += here;
                sum += here * x;
                squares += here * x * x;
                events += ended.count(column, row);
                seen += ended.count(column, row) * x;
            }
            if (events > 0) {
                double mean = sum / n;
                score += seen - events * mean;
                if (n > 1) {
                    variance += events * (n - events) / (n - 1) * Math.max(0, squares / n - mean * mean);
                }
                double after = surviving * (1 - events / n);
                if (surviving > 0.5 && after <= 0.5) {
                    double low = PairTable.lowest(row);
                    median = low + (PairTable.lowest(row + 1) - low) * (surviving - 0.5) / (surviving - after);
                }
                surviving = after;
            }
            for (int column = 0; column < columns; column++) {
                atRisk[column] -= ended.count(column, row) + waiting.count(column, row);
            }
        }
        if (variance <= 0) {
            return Optional.empty();
        }
        // More events than expected among those with much x means that they end sooner.
        double z = -score / Math.sqrt(variance);
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return Optional.of(new SurvivalTrend(open, z, p, median));
    }
}
