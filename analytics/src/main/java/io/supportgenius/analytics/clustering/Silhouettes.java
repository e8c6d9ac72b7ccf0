package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean silhouettes (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7) of clusters of combinations, in the distance that is the summed
 * importance of the dimensions in which two combinations differ. Equal tickets lie at distance 0 of each other; a ticket alone in
 * its cluster has silhouette 0.
 *
 * <p>The distances from a ticket to all tickets of a cluster add up to the importance of each dimension times the tickets of the cluster
 * that have another value there. So it is enough to count each cluster's values; no pair is looked at. Cost: distinct
 * combinations times dimensions times clusters.
 */
final class Silhouettes {

    private final int[][] combinations;
    private final long[] weights;
    private final double[] importances;

    Silhouettes(int[][] combinations, long[] weights, List<Double> importances) {
        this.combinations = combinations;
        this.weights = weights;
        this.importances = importances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @return -1 to 1; NaN where there are fewer than two clusters */
    double mean(int[] labels, CancelWatch watch) {
        int clusters = 1 + IntStream.of(labels).max().orElse(-1);
        if (clusters < 2) {
            return Double.NaN;
        }
        var sizes = new long[clusters];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]] += weights[i];
        }
        long[][][] counts = counts(labels, clusters);
        double[] silhouettes = IntStream.range(0, labels.length)
                .parallel()
                .mapToDouble(i -> {
                    watch.check();
                    return silhouette(labels[i], combinations[i], sizes, counts);
                })
                .toArray();
        double sum = 0;
        for (int i = 0; i < silhouettes.length; i++) {
            sum += weights[i] * silhouettes[i];
        }
        return sum / Arrays.stream(sizes).sum();
    }

    /** Tickets by dimension, value and cluster. */
    private long[][][] counts(int[] labels, int clusters) {
        var counts = new long[importances.length][][];
        for (int d = 0; d < counts.length; d++) {
            int dimension = d;
            int values = 1
                    + Arrays.stream(combinations)
                            .mapToInt(combination -> combination[dimension])
                            .max()
                            .orElse(-1);
            counts[d] = new long[values][clusters];
            for (int i = 0; i < labels.length; i++) {
                counts[d][combinations[i][d]][labels[i]] += weights[i];
            }
        }
        return counts;
    }

    private double silhouette(int own, int[] combination, long[] sizes, long[][][] counts) {
        if (sizes[own] < 2) {
            return 0;
        }
        var distances = new double[sizes.length];
        for (int d = 0; d < combination.length; d++) {
            long[] alike = counts[d][combination[d]];
            for (int cluster = 0; cluster < sizes.length; cluster++) {
                distances[cluster] += importances[d] * (sizes[cluster] - alike[cluster]);
            }
        }
        double within = distances[own] / (sizes[own] - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own) {
                nearest = Math.min(nearest, distances[cluster] / sizes[cluster]);
            }
        }
        double larger = Math.max(within, nearest);
        return larger == 0 ? 0 : (nearest - within) / larger;
    }
}
