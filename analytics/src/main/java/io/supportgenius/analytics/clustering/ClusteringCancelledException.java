package io.supportgenius.analytics.clustering;

/** Clusters are not wanted any more. */
public final class ClusteringCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusteringCancelledException() {
        super("The clustering was cancelled");
    }
}
