package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import java.time.ZoneId;

/**
 * What a straight line through the pairs of a {@link MeasurePair} needs: their moments in {@value #FOLDS} groups, so that a line
 * through some groups can be tested on the others, and the range of both measures. A ticket's group depends on nothing but its id.
 */
public final class LineFit implements Summary<LineFit> {

    /** Groups for testing a line on pairs it has not seen. */
    public static final int FOLDS = 5;

    private final MeasurePair pair;
    private final ZoneId zone;
    private final Moments[] folds = new Moments[FOLDS];
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
    public void accept(Chunk chunk) {
        pair.forEach(chunk, zone, this::accept);
    }

    private void accept(long ticket, double x, double y) {
        folds[(int) Long.remainderUnsigned(TicketHash.of(ticket), FOLDS)].accept(x, y);
        lowestX = Math.min(lowestX, x);
        highestX = Math.max(highestX, x);
        lowestY = Math.min(lowestY, y);
        highestY = Math.max(highestY, y);
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
