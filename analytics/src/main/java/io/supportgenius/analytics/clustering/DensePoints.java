package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points with any coordinates. */
public final class DensePoints implements WeightedPoints {

    private final double[][] points;
    private final long[] weights;
    private final int coordinates;

    private DensePoints(double[][] points, long[] weights, int coordinates) {
        this.points = points;
        this.weights = weights;
        this.coordinates = coordinates;
    }

    /**
     * The distinct ones of some rows, in the order in which they come first.
     *
     * @param rows of equal length, finite numbers
     * @throws IllegalArgumentException if rows differ in length or hold NaN or an infinity
     */
    public static DensePoints ofRows(List<double[]> rows) {
        Map<List<Double>, Long> counts = new LinkedHashMap<>();
        int coordinates = rows.isEmpty() ? 0 : rows.get(0).length;
        for (double[] row : rows) {
            if (row.length != coordinates || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "Expected " + coordinates + " finite numbers: " + Arrays.toString(row));
            }
            // Adding zero turns -0.0 into 0.0, which equals it as a number.
            counts.merge(Arrays.stream(row).mapToObj(x -> x + 0.0).toList(), 1L, Long::sum);
        }
        var points = new double[counts.size()][];
        var weights = new long[counts.size()];
        int next = 0;
        for (Map.Entry<List<Double>, Long> entry : counts.entrySet()) {
            points[next] =
                    entry.getKey().stream().mapToDouble(Double::doubleValue).toArray();
            weights[next++] = entry.getValue();
        }
        return new DensePoints(points, weights, coordinates);
    }

    @Override
    public int size() {
        return points.length;
    }

    @Override
    public int coordinates() {
        return coordinates;
    }

    @Override
    public long weight(int point) {
        return weights[point];
    }

    @Override
    public void addTo(double[] sum, int point, double factor) {
        double[] added = points[point];
        for (int i = 0; i < coordinates; i++) {
            sum[i] += factor * added[i];
        }
    }

    @Override
    public Distances from(double[] place) {
        return point -> {
            double[] other = points[point];
            double sum = 0;
            for (int i = 0; i < coordinates; i++) {
                double difference = place[i] - other[i];
                sum += difference * difference;
            }
            return sum;
        };
    }
}
