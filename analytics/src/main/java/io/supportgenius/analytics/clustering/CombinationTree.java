package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Combinations of categories as a tree: one level for each dimension, equal beginnings share their nodes. A search for the combinations
 * whose summed gain reaches a threshold looks at a node once for all combinations below it, and leaves a node as soon as none
 * or all of them can reach it. Nothing is estimated: the combinations found are those that a look at each one finds. Immutable.
 */
final class CombinationTree {

    /** For each level and node the coordinate of its value. */
    private final int[][] coordinates;

    /** For each level and node the points below it; whole numbers. */
    private final double[][] weights;

    /** For each level and node its first child in the next level, and one number more. */
    private final int[][] children;

    /** For each level the first coordinate of its dimension and the one after its last. */
    private final int[][] ranges;

    /**
     * @param offsets first coordinate of each dimension, and one number more
     * @param order dimensions from the root to the leaves
     */
    CombinationTree(int[][] combinations, long[] pointWeights, int[] offsets, int[] order) {
        int levels = order.length;
        ranges = IntStream.of(order)
                .mapToObj(d -> new int[] {offsets[d], offsets[d + 1]})
                .toArray(int[][]::new);
        int[] sorted = sorted(combinations, order);
        coordinates = new int[levels][sorted.length];
        weights = new double[levels][sorted.length];
        children = new int[levels][sorted.length + 1];
        var nodes = new int[levels];
        for (int i = 0; i < sorted.length; i++) {
            int[] combination = combinations[sorted[i]];
            int shared = i == 0 ? 0 : shared(combinations[sorted[i - 1]], combination, order);
            for (int level = 0; level < levels; level++) {
                if (level >= shared) {
                    int node = nodes[level]++;
                    coordinates[level][node] = offsets[order[level]] + combination[order[level]];
                    children[level][node] = level + 1 < levels ? nodes[level + 1] : 0;
                }
                weights[level][nodes[level] - 1] += pointWeights[sorted[i]];
            }
        }
        for (int level = 0; level < levels; level++) {
            coordinates[level] = Arrays.copyOf(coordinates[level], nodes[level]);
            weights[level] = Arrays.copyOf(weights[level], nodes[level]);
            children[level] = Arrays.copyOf(children[level], nodes[level] + 1);
            children[level][nodes[level]] = level + 1 < levels ? nodes[level + 1] : 0;
        }
    }

    private static int[] sorted(int[][] combinations, int[] order) {
        Comparator<Integer> byValues = (a, b) -> {
            int shared = shared(combinations[a], combinations[b], order);
            return shared == order.length
                    ? 0
                    : Integer.compare(combinations[a][order[shared]], combinations[b][order[shared]]);
        };
        return IntStream.range(0, combinations.length)
                .boxed()
                .sorted(byValues)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many dimensions two combinations have in common from the root on. */
    private static int shared(int[] one, int[] other, int[] order) {
        int level = 0;
        while (level < order.length && one[order[level]] == other[order[level]]) {
            level++;
        }
        return level;
    }

    /**
     * Counts the points that reach a threshold.
     *
     * @param gains of each coordinate
     * @param threshold that the gains of a combination must reach together
     * @param counts for each coordinate, to which the points with that value are added
     * @return how many points there are
     */
    double count(double[] gains, double threshold, double[] counts) {
        return new Search(gains, threshold, counts).below(0, 0, coordinates[0].length, 0);
    }

    /**
     * Counts the points by where they differ from one combination.
     *
     * @param wanted the coordinate of that combination for each level
     * @param counts for each set of levels, the first level being bit 0, to which the points that differ in exactly these are added
     */
    void countDifferences(int[] wanted, double[] counts) {
        countDifferences(wanted, counts, 0, 0, coordinates[0].length, 0);
    }

    private void countDifferences(int[] wanted, double[] counts, int level, int from, int to, int differing) {
        int[] there = coordinates[level];
        boolean last = level + 1 == coordinates.length;
        for (int node = from; node < to; node++) {
            int set = there[node] == wanted[level] ? differing : differing | 1 << level;
            if (last) {
                counts[set] += weights[level][node];
            } else {
                countDifferences(wanted, counts, level + 1, children[level][node], children[level][node + 1], set);
            }
        }
    }

    /** One search on its way. */
    private final class Search {

        private final double[] gains;
        private final double threshold;
        private final double[] counts;

        /** For each level what the levels below it can add at least and at most. */
        private final double[] least = new double[ranges.length];

        private final double[] most = new double[ranges.length];

        Search(double[] gains, double threshold, double[] counts) {
            this.gains = gains;
            this.threshold = threshold;
            this.counts = counts;
            for (int level = ranges.length - 1; level > 0; level--) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int i = ranges[level][0]; i < ranges[level][1]; i++) {
                    low = Math.min(low, gains[i]);
                    high = Math.max(high, gains[i]);
                }
                least[level - 1] = least[level] + low;
                most[level - 1] = most[level] + high;
            }
        }

        /** Points of some nodes of a level, all children of one node with a gain so far. */
        double below(int level, int from, int to, double gain) {
            double sum = 0;
            for (int node = from; node < to; node++) {
                int coordinate = coordinates[level][node];
                double reached = gain + gains[coordinate];
                if (reached + most[level] >= threshold) {
                    double points;
                    if (reached + least[level] >= threshold) {
                        points = weights[level][node];
                        all(level + 1, children[level][node], children[level][node + 1]);
                    } else {
                        points = below(level + 1, children[level][node], children[level][node + 1], reached);
                    }
                    counts[coordinate] += points;
                    sum += points;
                }
            }
            return sum;
        }

        /** Takes some nodes of a level with everything below them. */
        private void all(int level, int from, int to) {
            int first = from;
            int end = to;
            for (int below = level; below < coordinates.length; below++) {
                int[] there = coordinates[below];
                double[] points = weights[below];
                for (int node = first; node < end; node++) {
                    counts[there[node]] += points[node];
                }
                first = children[below][first];
                end = children[below][end];
            }
        }
    }
}
