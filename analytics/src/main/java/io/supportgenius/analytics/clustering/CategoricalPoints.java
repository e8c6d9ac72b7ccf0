package io.supportgenius.analytics.clustering;

import java.util.List;

/**
 * Combinations of categories as points: each value of each dimension is a coordinate of its own, {@code sqrt(importance / 2)} where the
 * combination has the value and 0 elsewhere. So two combinations that differ in one dimension lie {@code sqrt(importance)} apart,
 * whichever the values are: the squared distance is the summed importance of the dimensions in which they differ.
 *
 * <p>A distance from a place costs one look-up for each dimension, however many values there are:
 * {@code |x - m|^2 = |x|^2 + |m|^2 - 2 x.m}, and x has one coordinate for each dimension.
 */
public final class CategoricalPoints implements WeightedPoints {

    private final int[][] combinations;
    private final long[] weights;
    private final int[] offsets;
    private final double[] scales;
    private final double squaredLength;

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
        double square = squaredLength;
        var doubled = new double[place.length];
        for (int d = 0; d < scales.length; d++) {
            for (int i = offsets[d]; i < offsets[d + 1]; i++) {
                square += place[i] * place[i];
                doubled[i] = 2 * scales[d] * place[i];
            }
        }
        double constant = square;
        return point -> {
            int[] combination = combinations[point];
            double product = 0;
            for (int d = 0; d < combination.length; d++) {
                product += doubled[offsets[d] + combination[d]];
            }
            return Math.max(0, constant - product);
        };
    }
}
