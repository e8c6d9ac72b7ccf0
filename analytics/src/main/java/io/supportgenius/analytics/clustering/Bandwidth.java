package io.supportgenius.analytics.clustering;

import io.supportgenius.analytics.clustering.WeightedPoints.Neighbours;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates bandwidths for {@link MeanShift}: the mean distance from each point to its k-th neighbour, itself included, where k is the
 * given share of all points, as scikit-learn's {@code estimate_bandwidth} does. Equal points are neighbours at distance 0. Cost:
 * the square of the number of distinct points, for any number of quantiles.
 */
public final class Bandwidth {

    private Bandwidth() {}

    /**
     * One bandwidth for each quantile.
     *
     * @param quantiles above 0, at most 1
     * @param watch asked between points whether to go on
     * @return as many as quantiles; 0 where at least that share of the points is equal to each point
     * @throws ClusteringCancelledException if the watch says so
     * @throws IllegalArgumentException if there is no point, or a quantile is out of range
     */
    public static double[] estimate(WeightedPoints points, List<Double> quantiles, CancelWatch watch) {
        if (points.size() == 0 || quantiles.stream().anyMatch(quantile -> !(quantile > 0 && quantile <= 1))) {
            throw new IllegalArgumentException("Points and quantiles above 0 and up to 1 are needed");
        }
        long total = points.total();
        long[] ranks = quantiles.stream()
                .mapToLong(quantile -> Math.max(1, (long) (total * quantile)))
                .toArray();
        double[][] rows = IntStream.range(0, points.size())
                .parallel()
                .mapToObj(point -> neighbourDistances(points, point, ranks, watch))
                .toArray(double[][]::new);
        var bandwidths = new double[ranks.length];
        for (int point = 0; point < rows.length; point++) {
            for (int i = 0; i < ranks.length; i++) {
                bandwidths[i] += points.weight(point) * rows[point][i];
            }
        }
        for (int i = 0; i < ranks.length; i++) {
            bandwidths[i] /= total;
        }
        return bandwidths;
    }

    /** Distances from a point to its neighbours of some ranks. */
    private static double[] neighbourDistances(WeightedPoints points, int from, long[] ranks, CancelWatch watch) {
        watch.check();
        Neighbours neighbours = points.neighbours(from);
        double[] different = different(neighbours.squared());
        var within = new long[different.length];
        for (int i = 0; i < neighbours.squared().length; i++) {
            within[Arrays.binarySearch(different, neighbours.squared()[i])] +=
                    neighbours.weights()[i];
        }
        for (int i = 1; i < within.length; i++) {
            within[i] += within[i - 1];
        }
        return Arrays.stream(ranks)
                .mapToDouble(rank -> Math.sqrt(different[firstReaching(rank, within)]))
                .toArray();
    }

    /** The different ones of some numbers, in ascending order. */
    private static double[] different(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int kept = 0;
        for (double number : sorted) {
            if (kept == 0 || number != sorted[kept - 1]) {
                sorted[kept++] = number;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** The first of the counts, which never fall, that is at least a rank. */
    private static int firstReaching(long rank, long[] within) {
        int low = 0;
        int high = within.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (within[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
