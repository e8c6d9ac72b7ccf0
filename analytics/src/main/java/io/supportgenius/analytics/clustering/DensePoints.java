package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Points with any coordinates. Columns that are mostly 0, such as one for each agent, are kept by their other numbers only, and a distance
 * costs no more than these: {@code |x - m|^2 = |m|^2 + |x|^2 - 2 x.m}. Of such a difference the last digits are rounding, so
 * what is below {@value #ROUNDING} of {@code |m|^2} counts as 0.
 */
public final class DensePoints implements WeightedPoints {

    private static final double ROUNDING = 1e-12;

    /** Columns are kept by their numbers other than 0 where at most one point in so many has one. */
    private static final int RARE = 4;

    private final long[] weights;
    private final int coordinates;
    private final int[] fullColumns;
    private final int[] rareColumns;

    /** For each point its numbers in the full columns. */
    private final double[][] full;

    /** For each point the rare columns in which it has a number other than 0, and these numbers. */
    private final int[][] columns;

    private final double[][] rare;

    private DensePoints(double[][] points, long[] weights, int coordinates) {
        this.weights = weights;
        this.coordinates = coordinates;
        boolean[] isRare = rare(points, coordinates);
        fullColumns = columns(coordinates, column -> !isRare[column]);
        rareColumns = columns(coordinates, column -> isRare[column]);
        full = new double[points.length][];
        columns = new int[points.length][];
        rare = new double[points.length][];
        for (int point = 0; point < points.length; point++) {
            double[] numbers = points[point];
            full[point] = Arrays.stream(fullColumns)
                    .mapToDouble(column -> numbers[column])
                    .toArray();
            columns[point] = columns(coordinates, column -> isRare[column] && numbers[column] != 0);
            rare[point] = Arrays.stream(columns[point])
                    .mapToDouble(column -> numbers[column])
                    .toArray();
        }
    }

    private static boolean[] rare(double[][] points, int coordinates) {
        var rare = new boolean[coordinates];
        for (int column = 0; column < coordinates; column++) {
            long others = 0;
            for (double[] point : points) {
                others += point[column] == 0 ? 0 : 1;
            }
            rare[column] = others * RARE <= points.length;
        }
        return rare;
    }

    private static int[] columns(int coordinates, IntPredicate wanted) {
        return IntStream.range(0, coordinates).filter(wanted).toArray();
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
        return full.length;
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
        for (int i = 0; i < fullColumns.length; i++) {
            sum[fullColumns[i]] += factor * full[point][i];
        }
        for (int i = 0; i < columns[point].length; i++) {
            sum[columns[point][i]] += factor * rare[point][i];
        }
    }

    @Override
    public Distances from(double[] place) {
        double[] there =
                Arrays.stream(fullColumns).mapToDouble(column -> place[column]).toArray();
        double constant = Arrays.stream(rareColumns)
                .mapToDouble(column -> place[column] * place[column])
                .sum();
        return point -> {
            double sum = constant;
            int[] others = columns[point];
            for (int i = 0; i < others.length; i++) {
                double number = rare[point][i];
                sum += number * (number - 2 * place[others[i]]);
            }
            sum = sum < ROUNDING * constant ? 0 : sum;
            double[] numbers = full[point];
            for (int i = 0; i < numbers.length; i++) {
                double difference = there[i] - numbers[i];
                sum += difference * difference;
            }
            return sum;
        };
    }
}
