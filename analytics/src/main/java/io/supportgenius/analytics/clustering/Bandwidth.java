package io.supportgenius.analytics.clustering;

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
        WeightedPoints.Distances distances = points.from(points.place(from));
        var squared = new double[points.size()];
        for (int point = 0; point < squared.length; point++) {
            squared[point] = point == from ? 0 : distances.squared(point);
        }
        double[] sorted = squared.clone();
        Arrays.sort(sorted);
        var found = new double[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            found[i] = Math.sqrt(sorted[firstReaching(ranks[i], sorted, squared, points)]);
        }
        return found;
    }

    /** The first of the sorted distances within which there are so many points. */
    private static int firstReaching(long rank, double[] sorted, double[] squared, WeightedPoints points) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long within = 0;
            for (int point = 0; point < squared.length; point++) {
                within += squared[point] <= sorted[middle] ? points.weight(point) : 0;
            }
            if (within >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
