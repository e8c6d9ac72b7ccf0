package io.supportgenius.analytics.clustering;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean silhouettes (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7) of several clusterings of the same combinations, in the distance that is
 * the summed importance of the dimensions in which two combinations differ. Equal tickets lie at distance 0 of each other; a ticket
 * alone in its cluster has silhouette 0. Cost: distinct combinations squared.
 */
final class Silhouettes {

    private Silhouettes() {}

    /** @return one for each clustering, -1 to 1; NaN where there are fewer than two clusters */
    static double[] of(
            int[][] combinations, long[] weights, List<Double> importances, List<int[]> labels, CancelWatch watch) {
        int[] clusters = labels.stream()
                .mapToInt(label -> 1 + IntStream.of(label).max().orElse(-1))
                .toArray();
        long[][] sizes = new long[labels.size()][];
        for (int c = 0; c < clusters.length; c++) {
            sizes[c] = new long[clusters[c]];
            for (int i = 0; i < weights.length; i++) {
                sizes[c][labels.get(c)[i]] += weights[i];
            }
        }
        double[][] rows = IntStream.range(0, combinations.length)
                .parallel()
                .mapToObj(i -> {
                    watch.check();
                    return ofPoint(i, combinations, weights, importances, labels, sizes);
                })
                .toArray(double[][]::new);
        var means = new double[clusters.length];
        long total =
                IntStream.range(0, weights.length).mapToLong(i -> weights[i]).sum();
        for (int c = 0; c < means.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                means[c] += weights[i] * rows[i][c];
            }
            means[c] = clusters[c] < 2 ? Double.NaN : means[c] / total;
        }
        return means;
    }

    private static double[] ofPoint(
            int point,
            int[][] combinations,
            long[] weights,
            List<Double> importances,
            List<int[]> labels,
            long[][] sizes) {
        var sums = new double[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            sums[c] = new double[sizes[c].length];
        }
        int[] own = combinations[point];
        for (int other = 0; other < combinations.length; other++) {
            double distance = 0;
            for (int d = 0; d < own.length; d++) {
                distance += own[d] == combinations[other][d] ? 0 : importances.get(d);
            }
            for (int c = 0; c < sums.length; c++) {
                sums[c][labels.get(c)[other]] += weights[other] * distance;
            }
        }
        var silhouettes = new double[sizes.length];
        for (int c = 0; c < sizes.length; c++) {
            silhouettes[c] = silhouette(labels.get(c)[point], sums[c], sizes[c]);
        }
        return silhouettes;
    }

    private static double silhouette(int own, double[] sums, long[] sizes) {
        if (sizes.length < 2 || sizes[own] < 2) {
            return 0;
        }
        double within = sums[own] / (sizes[own] - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own) {
                nearest = Math.min(nearest, sums[cluster] / sizes[cluster]);
            }
        }
        double larger = Math.max(within, nearest);
        return larger == 0 ? 0 : (nearest - within) / larger;
    }
}
