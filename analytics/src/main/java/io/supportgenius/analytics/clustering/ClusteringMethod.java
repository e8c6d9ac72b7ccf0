package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How clusters are found. */
public enum ClusteringMethod {
    /** Dense places, see {@link MeanShift}. */
    MEANSHIFT,
    /** Put together by average distance, see {@link AverageLinkage}. */
    AGGLOMERATIVE;

    /** Its name in parameters and answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a name, whatever its case; empty if there is none. */
    public static Optional<ClusteringMethod> of(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equalsIgnoreCase(key))
                .findFirst();
    }
}
