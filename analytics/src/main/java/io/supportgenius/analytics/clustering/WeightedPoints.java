package io.supportgenius.analytics.clustering;

/**
 * Distinct points of a space, each standing for one or more equal ones. What is computed from them is what would be computed from all
 * points, at a cost that depends on the distinct ones only. Immutable and safe for use by many threads.
 */
public interface WeightedPoints {

    /** How many distinct points there are. */
    int size();

    /** Coordinates of a point. */
    int coordinates();

    /** How many equal points a distinct one stands for, at least 1. */
    long weight(int point);

    /** Adds a point's coordinates, each times a factor. */
    void addTo(double[] sum, int point, double factor);

    /** Prepares distances from one place: {@link Distances#squared} is then cheap for each point. */
    Distances from(double[] place);

    /** The coordinates of a point. */
    default double[] place(int point) {
        var place = new double[coordinates()];
        addTo(place, point, 1);
        return place;
    }

    /** How many points there are in all. */
    default long total() {
        long total = 0;
        for (int point = 0; point < size(); point++) {
            total += weight(point);
        }
        return total;
    }

    /** Squared Euclidean distances from one place. */
    @FunctionalInterface
    interface Distances {

        double squared(int point);
    }
}
