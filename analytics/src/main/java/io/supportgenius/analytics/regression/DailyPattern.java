package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How a duration goes with the time of day, taken as a circle: whether any parts of it differ, by the rank test of Kruskal and Wallis (1952,
 * doi:10.1080/01621459.1952.10483441) over eight spans of three hours, and a smooth curve of medians, each of the tickets up to two hours before
 * and after, the nearer ones counting more. Midnight is next to 23:59. Immutable.
 */
public final class DailyPattern {

    private static final int HALF_HOURS = 48;
    private static final int SPANS = 8;
    private static final int HALF_HOURS_OF_SPAN = HALF_HOURS / SPANS;

    /** Half-hours on either side whose tickets count. */
    private static final int REACH = 4;

    /** Fewest tickets in a span for its rank sum to be nearly normal. */
    private static final int FEWEST_OF_SPAN = 5;

    private static final int FEWEST_SPANS = 3;

    /** Weight of tickets below which a median is not told. */
    private static final double LEAST_WEIGHT = 8;

    private final double pValue;
    private final double explained;
    private final double[] medians;

    private DailyPattern(double pValue, double explained, double[] medians) {
        this.pValue = pValue;
        this.explained = explained;
        this.medians = medians;
    }

    /**
     * The pattern of a table whose columns are half-hours; empty where fewer than three spans have five tickets.
     *
     * @param table for the curve
     * @param tested for the test
     */
    public static Optional<DailyPattern> of(PairTable table, PairTable tested) {
        if (table.columns() != HALF_HOURS) {
            throw new IllegalArgumentException("Columns of half-hours are needed");
        }
        int[] spans = IntStream.range(0, SPANS)
                .filter(span -> tickets(tested, span) >= FEWEST_OF_SPAN)
                .toArray();
        if (spans.length < FEWEST_SPANS) {
            return Optional.empty();
        }
        var rows = new long[PairTable.ROWS];
        for (int span : spans) {
            for (int row = 0; row < rows.length; row++) {
                rows[row] += count(tested, span, row);
            }
        }
        long n = Arrays.stream(rows).sum();
        double[] ranks = RankTrend.centredRanks(rows, n);
        double all = RankTrend.squares(rows, ranks);
        double between = 0;
        for (int span : spans) {
            double sum = 0;
            for (int row = 0; row < rows.length; row++) {
                sum += count(tested, span, row) * ranks[row];
            }
            between += sum * sum / tickets(tested, span);
        }
        double explained = all > 0 ? between / all : 0;
        double p = ChiSquaredDistribution.of(spans.length - 1.0).survivalProbability((n - 1) * explained);
        return Optional.of(new DailyPattern(p, explained, medians(table)));
    }

    private static long count(PairTable table, int span, int row) {
        return IntStream.range(span * HALF_HOURS_OF_SPAN, (span + 1) * HALF_HOURS_OF_SPAN)
                .mapToLong(column -> table.count(column, row))
                .sum();
    }

    private static long tickets(PairTable table, int span) {
        return IntStream.range(0, PairTable.ROWS)
                .mapToLong(row -> count(table, span, row))
                .sum();
    }

    private static double[] medians(PairTable table) {
        var medians = new double[HALF_HOURS];
        for (int middle = 0; middle < HALF_HOURS; middle++) {
            var weights = new double[PairTable.ROWS];
            for (int offset = -REACH; offset <= REACH; offset++) {
                double weight = 1 - Math.abs(offset) / (REACH + 1.0);
                int column = Math.floorMod(middle + offset, HALF_HOURS);
                for (int row = 0; row < weights.length; row++) {
                    weights[row] += weight * table.count(column, row);
                }
            }
            medians[middle] = RowQuantile.of(weights, 0.5, LEAST_WEIGHT);
        }
        return medians;
    }

    /** Probability of spans that differ at least this much where the time of day does not matter. */
    public double pValue() {
        return pValue;
    }

    /** Share of the variance of the ranks that the span explains, 0 to 1. */
    public double explained() {
        return explained;
    }

    /** Smoothed median in hours at the middle of each half-hour; not a number where there are too few tickets around. */
    public double[] medians() {
        return medians.clone();
    }

    /** Half-hour with the longest smoothed median; -1 where none is known. */
    public int longest() {
        return IntStream.range(0, HALF_HOURS)
                .filter(i -> !Double.isNaN(medians[i]))
                .reduce((a, b) -> medians[b] > medians[a] ? b : a)
                .orElse(-1);
    }

    /** Half-hour with the shortest smoothed median; -1 where none is known. */
    public int shortest() {
        return IntStream.range(0, HALF_HOURS)
                .filter(i -> !Double.isNaN(medians[i]))
                .reduce((a, b) -> medians[b] < medians[a] ? b : a)
                .orElse(-1);
    }
}
