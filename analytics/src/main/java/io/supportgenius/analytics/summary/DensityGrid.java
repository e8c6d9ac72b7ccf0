package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.time.ZoneId;
import java.util.Arrays;

/** Counts of all pairs of a {@link MeasurePair} on a grid of equal cells. Pairs outside the grid are left out. */
public final class DensityGrid implements SliceSummary<DensityGrid> {

    private final MeasurePair pair;
    private final ZoneId zone;
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;
    private final long[][] counts;

    /**
     * @param columns steps of x from lowX to highX
     * @param rows steps of y from lowY to highY
     */
    public DensityGrid(
            MeasurePair pair,
            ZoneId zone,
            double lowX,
            double highX,
            int columns,
            double lowY,
            double highY,
            int rows) {
        this.pair = pair;
        this.zone = zone;
        this.lowX = lowX;
        this.highX = highX;
        this.lowY = lowY;
        this.highY = highY;
        this.counts = new long[rows][columns];
    }

    @Override
    public void accept(Slice slice) {
        int rows = counts.length;
        int columns = counts[0].length;
        double perX = columns / (highX - lowX);
        double perY = rows / (highY - lowY);
        PairColumns pairs = PairColumns.of(slice, pair, zone);
        for (int i = 0; i < pairs.size; i++) {
            counts[cell((pairs.y[i] - lowY) * perY, rows)][cell((pairs.x[i] - lowX) * perX, columns)]++;
        }
    }

    private static int cell(double place, int cells) {
        return Math.min(cells - 1, (int) place);
    }

    @Override
    public DensityGrid identity() {
        return new DensityGrid(pair, zone, lowX, highX, counts[0].length, lowY, highY, counts.length);
    }

    @Override
    public void combine(DensityGrid other) {
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                counts[row][column] += other.counts[row][column];
            }
        }
    }

    /** One row for each y step, each with one count for each x step. */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** Edges of the columns, one more than there are. */
    public double[] edgesOfX() {
        return edges(lowX, highX, counts[0].length);
    }

    /** Edges of the rows, one more than there are. */
    public double[] edgesOfY() {
        return edges(lowY, highY, counts.length);
    }

    private static double[] edges(double low, double high, int steps) {
        var edges = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            edges[i] = low + (high - low) * i / steps;
        }
        return edges;
    }
}
