package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What a straight line through the pairs of a {@link MeasurePair} needs: their moments in {@value #FOLDS} groups, so that a line
 * through some groups can be tested on the others, and the range of both measures. A ticket's group depends on nothing but its id.
 */
public final class LineFit implements SliceSummary<LineFit> {

    /** Groups for testing a line on pairs it has not seen. */
    public static final int FOLDS = 5;

    /** For each group: pairs, deviations of x and of y, their squares, and their products. */
    private static final int SUMS = 6;

    private final MeasurePair pair;
    private final ZoneId zone;
    private final Moments[] folds = new Moments[FOLDS];
    private final double[] sums = new double[FOLDS * SUMS];
    private boolean centred;
    private double centreX;
    private double centreY;
    private double lowestX = Double.POSITIVE_INFINITY;
    private double highestX = Double.NEGATIVE_INFINITY;
    private double lowestY = Double.POSITIVE_INFINITY;
    private double highestY = Double.NEGATIVE_INFINITY;

    public LineFit(MeasurePair pair, ZoneId zone) {
        this.pair = pair;
        this.zone = zone;
        for (int fold = 0; fold < FOLDS; fold++) {
            folds[fold] = new Moments();
        }
    }

    /** Key under which blocks remember this summary. */
    public static Object key(MeasurePair pair) {
        return new Key(pair);
    }

    @Override
    public void accept(Slice slice) {
        PairColumns pairs = PairColumns.of(slice, pair, zone);
        if (pairs.size > 0) {
            int[] foldOfRow = TicketHashes.of(slice).folds;
            accept(pairs, foldOfRow);
        }
    }

    /**
     * Sums up deviations from a point near the means, which keeps the precision that plain sums of squares lose and needs no
     * division for each pair as running means do.
     */
    private void accept(PairColumns pairs, int[] foldOfRow) {
        if (!centred) {
            centred = true;
            centreX = mean(pairs.x, pairs.size);
            centreY = mean(pairs.y, pairs.size);
        }
        Arrays.fill(sums, 0);
        for (int i = 0; i < pairs.size; i++) {
            double x = pairs.x[i];
            double y = pairs.y[i];
            double dx = x - centreX;
            double dy = y - centreY;
            int at = foldOfRow[pairs.places[i]] * SUMS;
            sums[at]++;
            sums[at + 1] += dx;
            sums[at + 2] += dy;
            sums[at + 3] += dx * dx;
            sums[at + 4] += dy * dy;
            sums[at + 5] += dx * dy;
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            int at = fold * SUMS;
            folds[fold].combine(Moments.around(
                    centreX,
                    centreY,
                    (long) sums[at],
                    sums[at + 1],
                    sums[at + 2],
                    sums[at + 3],
                    sums[at + 4],
                    sums[at + 5]));
        }
        lowestX = Math.min(lowestX, lowest(pairs.x, pairs.size));
        highestX = Math.max(highestX, highest(pairs.x, pairs.size));
        lowestY = Math.min(lowestY, lowest(pairs.y, pairs.size));
        highestY = Math.max(highestY, highest(pairs.y, pairs.size));
    }

    private static double mean(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum / size;
    }

    private static double lowest(double[] values, int size) {
        double lowest = values[0];
        for (int i = 1; i < size; i++) {
            if (values[i] < lowest) {
                lowest = values[i];
            }
        }
        return lowest;
    }

    private static double highest(double[] values, int size) {
        double highest = values[0];
        for (int i = 1; i < size; i++) {
            if (values[i] > highest) {
                highest = values[i];
            }
        }
        return highest;
    }

    @Override
    public LineFit identity() {
        return new LineFit(pair, zone);
    }

    @Override
    public void combine(LineFit other) {
        for (int fold = 0; fold < FOLDS; fold++) {
            folds[fold].combine(other.folds[fold]);
        }
        lowestX = Math.min(lowestX, other.lowestX);
        highestX = Math.max(highestX, other.highestX);
        lowestY = Math.min(lowestY, other.lowestY);
        highestY = Math.max(highestY, other.highestY);
    }

    /** The moments of each group; not to be changed. */
    public Moments[] folds() {
        return folds.clone();
    }

    /** The moments of all pairs. */
    public Moments all() {
        var all = new Moments();
        for (Moments fold : folds) {
            all.combine(fold);
        }
        return all;
    }

    /** Smallest x; positive infinity without pairs. */
    public double lowestX() {
        return lowestX;
    }

    /** Largest x; negative infinity without pairs. */
    public double highestX() {
        return highestX;
    }

    /** Smallest y; positive infinity without pairs. */
    public double lowestY() {
        return lowestY;
    }

    /** Largest y; negative infinity without pairs. */
    public double highestY() {
        return highestY;
    }

    private record Key(MeasurePair pair) {}
}
