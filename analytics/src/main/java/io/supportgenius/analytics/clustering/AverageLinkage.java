package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering with average linkage (UPGMA, Sokal and Michener 1958): at first every point is a cluster; the two nearest are
 * put together again and again. The distance of two clusters is the mean distance of their points, equal points counted as often as
 * they come.
 *
 * <p>The order of merges is found by chains of nearest neighbours (Murtagh 1983, doi:10.1093/comjnl/26.4.354), which for average linkage
 * finds the same tree as a search for the nearest pair in each step.
 *
 * <ul>
 *   <li>No points: no merges. One point: one cluster.
 *   <li>Of equally near clusters the one with the lowest number is taken.
 * </ul>
 *
 * <p>Cost: time and memory are the square of the number of points; 4,000 points take 32 MB. Immutable once fitted.
 */
public final class AverageLinkage {

    private final int points;
    private final List<Merge> merges;

    private AverageLinkage(int points, List<Merge> merges) {
        this.points = points;
        this.merges = merges;
    }

    /**
     * @param weights how often each point comes, at least 1
     * @param distance symmetric, not negative
     * @throws ClusteringCancelledException if the watch says so
     */
    public static AverageLinkage fit(long[] weights, Distance distance, CancelWatch watch) {
        return new AverageLinkage(weights.length, new Fit(weights, distance, watch).merges());
    }

    /**
     * The points in so many clusters, numbered from 0 in the order of their first points.
     *
     * @param clusters 1 to the number of points
     */
    public int[] cut(int clusters) {
        if (clusters < Math.min(1, points) || clusters > points) {
            throw new IllegalArgumentException("Expected 1 to " + points + " clusters but got " + clusters);
        }
        var parents = IntStream.range(0, points).toArray();
        for (int i = 0; i < points - clusters; i++) {
            Merge merge = merges.get(i);
            int a = root(parents, merge.a());
            int b = root(parents, merge.b());
            parents[Math.max(a, b)] = Math.min(a, b);
        }
        var labels = new int[points];
        var numbers = new int[points];
        Arrays.fill(numbers, -1);
        int next = 0;
        for (int i = 0; i < points; i++) {
            int root = root(parents, i);
            if (numbers[root] < 0) {
                numbers[root] = next++;
            }
            labels[i] = numbers[root];
        }
        return labels;
    }

    private static int root(int[] parents, int point) {
        int root = point;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Merges, the nearest first. */
    List<Merge> merges() {
        return merges;
    }

    /** How far two points are from each other. */
    @FunctionalInterface
    public interface Distance {

        double between(int a, int b);
    }

    /** The clusters of two points become one. */
    record Merge(int a, int b, double distance) {}

    /** One fit on its way: a triangle of distances of which merged clusters use one line each. */
    private static final class Fit {

        private final int size;
        private final double[] weights;
        private final float[][] distances;
        private final boolean[] gone;
        private final CancelWatch watch;

        Fit(long[] weights, Distance distance, CancelWatch watch) {
            this.watch = watch;
            size = weights.length;
            this.weights = Arrays.stream(weights).asDoubleStream().toArray();
            distances = new float[size][];
            gone = new boolean[size];
            IntStream.range(0, size).parallel().forEach(a -> {
                watch.check();
                distances[a] = new float[a];
                for (int b = 0; b < a; b++) {
                    distances[a][b] = (float) distance.between(a, b);
                }
            });
        }

        List<Merge> merges() {
            var merges = new Merge[Math.max(0, size - 1)];
            var chain = new int[size];
            int length = 0;
            int start = 0;
            for (int done = 0; done < merges.length; done++) {
                watch.check();
                if (length == 0) {
                    while (gone[start]) {
                        start++;
                    }
                    chain[length++] = start;
                }
                while (true) {
                    int last = chain[length - 1];
                    int before = length > 1 ? chain[length - 2] : -1;
                    int nearest = nearest(last, before);
                    if (nearest == before) {
                        break;
                    }
                    chain[length++] = nearest;
                }
                int a = chain[length - 1];
                int b = chain[length - 2];
                length -= 2;
                merges[done] = new Merge(Math.min(a, b), Math.max(a, b), between(a, b));
                merge(Math.min(a, b), Math.max(a, b));
            }
            Arrays.sort(merges, Comparator.comparingDouble(Merge::distance));
            return List.of(merges);
        }

        /** The nearest cluster; the one before in the chain if none is nearer. */
        private int nearest(int of, int before) {
            int nearest = before;
            float least = before < 0 ? Float.POSITIVE_INFINITY : between(of, before);
            IntPredicate counts = other -> other != of && !gone[other];
            for (int other = 0; other < size; other++) {
                if (counts.test(other) && (between(of, other) < least || nearest < 0)) {
                    least = between(of, other);
                    nearest = other;
                }
            }
            return nearest;
        }

        private float between(int a, int b) {
            return a > b ? distances[a][b] : distances[b][a];
        }

        private void merge(int into, int from) {
            double both = weights[into] + weights[from];
            for (int other = 0; other < size; other++) {
                if (other != into && other != from && !gone[other]) {
                    float mean = (float)
                            ((weights[into] * between(into, other) + weights[from] * between(from, other)) / both);
                    if (into > other) {
                        distances[into][other] = mean;
                    } else {
                        distances[other][into] = mean;
                    }
                }
            }
            weights[into] = both;
            gone[from] = true;
        }
    }
}
