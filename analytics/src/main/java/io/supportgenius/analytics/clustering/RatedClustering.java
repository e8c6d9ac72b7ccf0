package io.supportgenius.analytics.clustering;

import java.util.Comparator;
import java.util.List;

/**
 * Clusters with how stable they are.
 *
 * @param stabilities of each cluster, 0 to 1; NaN for one that no draw met
 * @param stability mean over all tickets; NaN without any
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared
public record RatedClustering(CategoryClustering clustering, double[] stabilities, double stability) {

    /** A smaller difference of silhouettes says nothing. */
    private static final double CLEARLY = 0.05;

    /** @throws ClusteringCancelledException if the watch says so */
    public static RatedClustering of(CategoryTable table, ClusteringMethod method, CancelWatch watch) {
        CategoryClustering clustering = CategoryClustering.of(table, method, watch);
        double[] stabilities = clustering.stabilities(table, watch);
        double sum = 0;
        double tickets = 0;
        for (int i = 0; i < clustering.labels().length; i++) {
            double stability = stabilities[clustering.labels()[i]];
            if (!Double.isNaN(stability)) {
                sum += table.weights()[i] * stability;
                tickets += table.weights()[i];
            }
        }
        return new RatedClustering(clustering, stabilities, sum / tickets);
    }

    /**
     * Which clusters of the same tickets the data prefer: those that are structure before others; then those with a clearly better
     * silhouette; then the more stable ones; then the first.
     */
    public static RatedClustering preferred(List<RatedClustering> rated) {
        double best = rated.stream()
                .filter(one -> one.clustering().structure() || rated.stream().noneMatch(RatedClustering::isStructure))
                .mapToDouble(RatedClustering::silhouette)
                .max()
                .orElseThrow();
        return rated.stream()
                .filter(one -> one.clustering().structure() || rated.stream().noneMatch(RatedClustering::isStructure))
                .filter(one -> one.silhouette() >= best - CLEARLY)
                .max(Comparator.comparingDouble(one -> Double.isNaN(one.stability()) ? 0 : one.stability()))
                .orElseThrow();
    }

    /** Whether its silhouette is better by more than nothing. */
    public boolean clusteringIsClearlyBetterThan(RatedClustering other) {
        return silhouette() > other.silhouette() + CLEARLY;
    }

    private boolean isStructure() {
        return clustering.structure();
    }

    private double silhouette() {
        return Double.isNaN(clustering.silhouette()) ? -1 : clustering.silhouette();
    }
}
