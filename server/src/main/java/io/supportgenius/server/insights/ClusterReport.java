package io.supportgenius.server.insights;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a selection, in the shape of {@code GET /api/v1/clusters}. Every ticket of the selection is in exactly one of them.
 *
 * @param n tickets of the selection
 * @param clusters most tickets first
 * @param bandwidth of the mean shift; null without tickets, or for another method
 * @param quantile that the bandwidth was estimated at, likewise
 * @param silhouette -1 to 1; null with fewer than two clusters
 * @param shuffledSilhouette the best that the same tickets reach when their values are dealt at random; null where not looked for
 * @param dimensions that the tickets were clustered by, with their importance
 * @param leftOut dimensions that were asked for, but have too many values together with the others
 * @param structure whether the clusters are more than chance
 * @param verdict a sentence that says so
 * @param clustersOf what filters by one of these clusters carry along, see {@link ClusterOrigin}
 * @param method that found these clusters
 * @param preferred the method that the data prefer; null where neither finds structure
 * @param methods what each method finds
 * @param preference which the data prefer and why, in a sentence; null without tickets
 */
public record ClusterReport(
        long n,
        List<Cluster> clusters,
        @Nullable Double bandwidth,
        @Nullable Double quantile,
        @Nullable Double silhouette,
        @Nullable Double shuffledSilhouette,
        Map<String, Double> dimensions,
        List<String> leftOut,
        boolean structure,
        String verdict,
        String clustersOf,
        String method,
        @Nullable String preferred,
        List<Method> methods,
        @Nullable String preference) {

    /**
     * What one of the methods finds in the same tickets.
     *
     * @param name {@code meanshift} or {@code agglomerative}
     * @param silhouette -1 to 1; null with fewer than two clusters
     * @param stability mean of that of its clusters, over all tickets
     * @param structure whether its clusters are more than chance
     */
    public record Method(
            String name,
            int clusters,
            @Nullable Double silhouette,
            @Nullable Double stability,
            boolean structure) {}

    /**
     * One cluster. Shares are 0 to 1, and null where there is nothing to share.
     *
     * @param name of its most distinctive values; the same tickets always give the same name
     * @param sentiment its tickets by sentiment
     * @param meanShareNegativeOfNegatives mean probability of negative among its negative tickets
     * @param meanSharePositiveOfPositives mean probability of positive among its positive tickets
     * @param topIndustryOfNegatives most frequent known industry of its negative tickets, likewise the three others
     * @param pilotShareOfNegatives pilots among its negative tickets of which it is known, likewise of positives
     * @param stability how surely it comes again when tickets are drawn anew, 0 to 1; from .75 on it is stable, below .5 it dissolves
     * @param distinctive values that are more frequent in it than in all tickets, most telling first
     */
    public record Cluster(
            String name,
            long tickets,
            @JsonUnwrapped SentimentFigures sentiment,
            @Nullable Double meanShareNegativeOfNegatives,
            @Nullable Double meanSharePositiveOfPositives,
            @Nullable String topIndustryOfNegatives,
            @Nullable String topIndustryOfPositives,
            @Nullable String topLocationOfNegatives,
            @Nullable String topLocationOfPositives,
            @Nullable Double pilotShareOfNegatives,
            @Nullable Double pilotShareOfPositives,
            @Nullable Double stability,
            List<Distinction> distinctive) {}

    /**
     * A value that sets a cluster apart.
     *
     * @param value as filters take it; null for tickets without one
     * @param tickets of the cluster with it
     * @param share among the cluster's tickets
     * @param shareOfAll among all tickets of the selection
     * @param lift the one divided by the other
     * @param liftLow lower end of its 95 % interval
     * @param liftHigh its upper end
     */
    public record Distinction(
            String dimension,
            @Nullable String value,
            long tickets,
            double share,
            double shareOfAll,
            double lift,
            double liftLow,
            double liftHigh) {}
}
