package io.supportgenius.analytics.clustering;

/** Lets long work be given up: asked often, from any thread. */
@FunctionalInterface
public interface CancelWatch {

    /** Nobody gives up. */
    CancelWatch NEVER = () -> false;

    /** Whether the work is not wanted any more. */
    boolean isCancelled();

    /** @throws ClusteringCancelledException if the work is not wanted any more */
    default void check() {
        if (isCancelled()) {
            throw new ClusteringCancelledException();
        }
    }
}
