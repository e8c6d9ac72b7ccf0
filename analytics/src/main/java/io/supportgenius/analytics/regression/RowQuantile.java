package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairTable;
import java.util.Arrays;

/** Quantiles of durations that are known by the rows of a {@link PairTable}. */
final class RowQuantile {

    private RowQuantile() {}

    /**
     * A quantile in hours, as if durations lay evenly in their row; not a number where there is less weight than needed.
     *
     * @param weights of each row
     */
    static double of(double[] weights, double quantile, double leastWeight) {
        double all = Arrays.stream(weights).sum();
        if (all < leastWeight) {
            return Double.NaN;
        }
        double wanted = quantile * all;
        double below = 0;
        for (int row = 0; row < weights.length; row++) {
            if (below + weights[row] >= wanted && weights[row] > 0) {
                double low = PairTable.lowest(row);
                return low + (PairTable.lowest(row + 1) - low) * (wanted - below) / weights[row];
            }
            below += weights[row];
        }
        return Double.NaN;
    }
}
