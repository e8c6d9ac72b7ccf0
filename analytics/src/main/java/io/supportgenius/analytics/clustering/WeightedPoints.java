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

    /**
     * Adds up the coordinates of all points within a distance of a place.
     *
     * @param squaredRadius the square of that distance, inclusive
     * @param sum to which the coordinates are added
     * @return how many points there are, equal ones counted
     */
    default long addWithin(double[] place, double squaredRadius, double[] sum) {
        Distances distances = from(place);
        long within = 0;
        for (int point = 0; point < size(); point++) {
            if (distances.squared(point) <= squaredRadius) {
                addTo(sum, point, weight(point));
                within += weight(point);
            }
        }
        return within;
    }

    /** How far all points are from one of them, that one included. */
    default Neighbours neighbours(int point) {
        Distances distances = from(place(point));
        var squared = new double[size()];
        var weights = new long[size()];
        for (int other = 0; other < squared.length; other++) {
            squared[other] = other == point ? 0 : distances.squared(other);
            weights[other] = weight(other);
        }
        return new Neighbours(squared, weights);
    }

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

    /**
     * Distances and how many points are that far, in no order; the same distance may come more than once.
     *
     * @param squared distances
     * @param weights points at each of them, 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Neighbours(double[] squared, long[] weights) {}

    /** Squared Euclidean distances from one place. */
    @FunctionalInterface
    interface Distances {

        double squared(int point);
    }
}
