package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Combinations of categories as points: each value of each dimension is a coordinate of its own, {@code sqrt(importance / 2)} where the
 * combination has the value and 0 elsewhere. So two combinations that differ in one dimension lie {@code sqrt(importance)} apart,
 * whichever the values are: the squared distance is the summed importance of the dimensions in which they differ.
 *
 * <p>A distance from a place costs one look-up for each dimension, however many values there are:
 * {@code |x - m|^2 = |x|^2 + |m|^2 - 2 x.m}, and x has one coordinate for each dimension. Of such a difference the last digits are
 * rounding, so what is below {@value #ROUNDING} of {@code |x|^2} counts as 0. Points within a distance are found in a
 * {@link CombinationTree}.
 */
public final class CategoricalPoints implements WeightedPoints {

    private static final double ROUNDING = 1e-12;

    /** With more dimensions there would be more sets of them than it pays to count by. */
    private static final int MOST_COUNTED = 12;

    private final int[][] combinations;
    private final long[] weights;
    private final int[] offsets;
    private final double[] scales;
    private final double squaredLength;
    private final int[] order;
    private final CombinationTree tree;

    /** For each set of levels of the tree the summed importance of their dimensions; null where there are too many sets. */
    private final double @Nullable [] differences;

    /**
     * @param combinations distinct ones, each with a code from 0 on for each dimension; not copied
     * @param weights how many tickets each stands for; not copied
     * @param importances of the dimensions, above 0
     */
    public CategoricalPoints(int[][] combinations, long[] weights, List<Double> importances) {
        this.combinations = combinations;
        this.weights = weights;
        int dimensions = importances.size();
        offsets = new int[dimensions + 1];
        scales = new double[dimensions];
        double length = 0;
        for (int d = 0; d < dimensions; d++) {
            int highest = 0;
            for (int[] combination : combinations) {
                highest = Math.max(highest, combination[d]);
            }
            offsets[d + 1] = offsets[d] + highest + 1;
            scales[d] = Math.sqrt(importances.get(d) / 2);
            length += importances.get(d) / 2;
        }
        squaredLength = length;
        order = order(importances);
        tree = new CombinationTree(combinations, weights, offsets, order);
        differences = dimensions > MOST_COUNTED ? null : differences(importances);
    }

    private double[] differences(List<Double> importances) {
        var sums = new double[1 << order.length];
        for (int set = 0; set < sums.length; set++) {
            for (int level = 0; level < order.length; level++) {
                sums[set] += (set >> level & 1) * importances.get(order[level]);
            }
        }
        return sums;
    }

    /** Important dimensions first, because they decide most; among equal ones those with few values, which share most. */
    private int[] order(List<Double> importances) {
        return IntStream.range(0, importances.size())
                .boxed()
                .sorted(Comparator.comparing((Integer d) -> -importances.get(d))
                        .thenComparing(d -> offsets[d + 1] - offsets[d]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public int size() {
        return combinations.length;
    }

    @Override
    public int coordinates() {
        return offsets[scales.length];
    }

    @Override
    public long weight(int point) {
        return weights[point];
    }

    @Override
    public void addTo(double[] sum, int point, double factor) {
        int[] combination = combinations[point];
        for (int d = 0; d < scales.length; d++) {
            sum[offsets[d] + combination[d]] += factor * scales[d];
        }
    }

    @Override
    public Distances from(double[] place) {
        double constant = squaredLength + squaredLength(place);
        double[] doubled = doubled(place);
        return point -> {
            int[] combination = combinations[point];
            double product = 0;
            for (int d = 0; d < combination.length; d++) {
                product += doubled[offsets[d] + combination[d]];
            }
            double squared = constant - product;
            return squared < ROUNDING * squaredLength ? 0 : squared;
        };
    }

    @Override
    public long addWithin(double[] place, double squaredRadius, double[] sum) {
        double least = squaredLength + squaredLength(place) - Math.max(squaredRadius, ROUNDING * squaredLength);
        var counts = new double[place.length];
        long within = (long) tree.count(doubled(place), least, counts);
        for (int d = 0; d < scales.length; d++) {
            for (int i = offsets[d]; i < offsets[d + 1]; i++) {
                sum[i] += scales[d] * counts[i];
            }
        }
        return within;
    }

    @Override
    public Neighbours neighbours(int point) {
        if (differences == null) {
            return WeightedPoints.super.neighbours(point);
        }
        int[] wanted = IntStream.of(order)
                .map(d -> offsets[d] + combinations[point][d])
                .toArray();
        var counts = new double[differences.length];
        tree.countDifferences(wanted, counts);
        return new Neighbours(
                differences,
                Arrays.stream(counts).mapToLong(count -> (long) count).toArray());
    }

    private static double squaredLength(double[] place) {
        return Arrays.stream(place).map(x -> x * x).sum();
    }

    /** What a point gains from each coordinate it has: twice the product of the two. */
    private double[] doubled(double[] place) {
        var doubled = new double[place.length];
        for (int d = 0; d < scales.length; d++) {
            for (int i = offsets[d]; i < offsets[d + 1]; i++) {
                doubled[i] = 2 * scales[d] * place[i];
            }
        }
        return doubled;
    }
}
