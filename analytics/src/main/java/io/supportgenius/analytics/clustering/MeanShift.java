package io.supportgenius.analytics.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean shift with a flat kernel (Comaniciu and Meer 2002, doi:10.1109/34.1000236): every point climbs to the mean of the points within
 * the bandwidth until it hardly moves; end points within the bandwidth of a better one are given up; each point belongs to the nearest
 * end point that is left. Exact, and the same as scikit-learn 1.2.1 without bins finds for all points, equal ones counted as often
 * as they come.
 *
 * <ul>
 *   <li>No points: no clusters. One distinct point: one cluster.
 *   <li>A bandwidth of 0 makes each distinct point a cluster.
 *   <li>Ties in the number of points within reach are settled by the coordinates, ties in distance by the better centre; the result
 *       depends neither on the order of points nor on the number of threads.
 * </ul>
 *
 * <p>Cost: distinct points squared, times iterations (mostly 4 to 10), times the cost of a distance, shared by all processors.
 * Immutable.
 */
public final class MeanShift {

    private static final int MOST_ITERATIONS = 300;
    private static final double STOP = 1e-3;
    private static final double ROUNDING = 1e-12;

    private final double bandwidth;
    private final CancelWatch watch;

    private MeanShift(double bandwidth, CancelWatch watch) {
        this.bandwidth = bandwidth;
        this.watch = watch;
    }

    /**
     * @param bandwidth finite, at least 0
     * @throws IllegalArgumentException if it is anything else
     */
    public static MeanShift withBandwidth(double bandwidth) {
        if (!(bandwidth >= 0) || Double.isInfinite(bandwidth)) {
            throw new IllegalArgumentException("Expected a bandwidth of at least 0 but got " + bandwidth);
        }
        return new MeanShift(bandwidth, CancelWatch.NEVER);
    }

    /** The same, given up as soon as a watch says so. */
    public MeanShift watchedBy(CancelWatch other) {
        return new MeanShift(bandwidth, other);
    }

    /** @throws ClusteringCancelledException if the watch says so */
    public Clustering fit(WeightedPoints points) {
        List<Climb> climbs = IntStream.range(0, points.size())
                .parallel()
                .mapToObj(point -> climb(points, point))
                .toList();
        List<double[]> centres = best(climbs);
        List<WeightedPoints.Distances> distances =
                centres.stream().map(points::from).toList();
        int[] labels = IntStream.range(0, points.size())
                .parallel()
                .map(point -> nearest(point, distances))
                .toArray();
        int iterations = climbs.stream().mapToInt(Climb::iterations).max().orElse(0);
        return new Clustering(bandwidth, labels, centres, iterations);
    }

    private Climb climb(WeightedPoints points, int start) {
        double[] place = points.place(start);
        int iterations = 0;
        while (true) {
            watch.check();
            var mean = new double[place.length];
            long within = points.addWithin(place, reach(), mean);
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= within;
            }
            double moved = Math.sqrt(squaredDistance(mean, place));
            place = mean;
            if (moved <= STOP * bandwidth || iterations == MOST_ITERATIONS) {
                return new Climb(place, within, iterations);
            }
            iterations++;
        }
    }

    /** The squared bandwidth and a little more: a point as far as the bandwidth must not be lost to the last bit of a sum. */
    private double reach() {
        return bandwidth * bandwidth * (1 + ROUNDING) + 1e-18;
    }

    private List<double[]> best(List<Climb> climbs) {
        var sorted = new ArrayList<>(climbs);
        Comparator<Climb> byCoordinates = (a, b) -> Arrays.compare(a.place(), b.place());
        sorted.sort(Comparator.comparingLong(Climb::within)
                .thenComparing(byCoordinates)
                .reversed());
        var kept = new ArrayList<double[]>();
        double[] last = {};
        for (Climb climb : sorted) {
            // Most climbs end where another one ended, which is next to them in this order.
            if (!Arrays.equals(climb.place(), last)) {
                last = climb.place();
                if (kept.stream().noneMatch(centre -> squaredDistance(centre, climb.place()) <= reach())) {
                    kept.add(climb.place());
                }
            }
        }
        return kept;
    }

    /** The first of the nearest; one that is nearer by the last digits only is not nearer. */
    private static int nearest(int point, List<WeightedPoints.Distances> centres) {
        int nearest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int centre = 0; centre < centres.size(); centre++) {
            double distance = centres.get(centre).squared(point);
            if (distance < shortest * (1 - ROUNDING)) {
                shortest = distance;
                nearest = centre;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /**
     * Where a point ended.
     *
     * @param within points within the bandwidth of the last step
     */
    private record Climb(double[] place, long within, int iterations) {}
}
