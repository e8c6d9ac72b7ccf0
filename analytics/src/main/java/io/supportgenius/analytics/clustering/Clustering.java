package io.supportgenius.analytics.clustering;

import java.util.List;

/**
 * What {@link MeanShift} found.
 *
 * @param bandwidth that it was found with
 * @param labels for each distinct point the index of its cluster
 * @param centres one for each cluster; clusters with more points within reach come first
 * @param iterations the most that any point needed
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared
public record Clustering(double bandwidth, int[] labels, List<double[]> centres, int iterations) {

    public Clustering {
        centres = List.copyOf(centres);
    }

    /** How many clusters there are. */
    public int size() {
        return centres.size();
    }
}
