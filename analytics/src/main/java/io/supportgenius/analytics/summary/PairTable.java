package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of a {@link MeasurePair} in the cells of a small table: columns of the first measure (half-hours of the day, or whole numbers
 * up to 63 and more), rows of the second one, a duration, four to each doubling, from one minute on. All that is said of ranks, medians
 * and survival comes from it, so that it costs one walk over the tickets however many there are.
 */
public final class PairTable implements SliceSummary<PairTable> {

    /** Rows; the last one takes all longer durations. */
    public static final int ROWS = 104;

    /** Lowest bits of a float that tell less than a quarter of a doubling. */
    private static final int FINER_BITS = 21;

    /** A minute more keeps the shortest durations from filling many rows. */
    private static final float SECONDS_MORE = 60;

    private static final double SECONDS_IN_HOUR = 3600;

    private static final int FIRST = Float.floatToRawIntBits(SECONDS_MORE) >>> FINER_BITS;

    private final MeasurePair pair;
    private final ZoneId zone;
    private final @Nullable Long until;
    private final int[] counts;

    private PairTable(MeasurePair pair, ZoneId zone, @Nullable Long until) {
        this.pair = pair;
        this.zone = zone;
        this.until = until;
        this.counts = new int[pair.columns() * ROWS];
    }

    /** Of tickets that have both measures. */
    public static PairTable known(MeasurePair pair, ZoneId zone) {
        return new PairTable(pair, zone, null);
    }

    /**
     * Of tickets that still wait for the second measure: in the row of how long they have waited.
     *
     * @param until up to when, in seconds since 1970-01-01 UTC; tickets created later are left out
     */
    public static PairTable open(MeasurePair pair, ZoneId zone, long until) {
        return new PairTable(pair, zone, until);
    }

    /** Key under which blocks remember the table of tickets that have both measures. */
    public static Object key(MeasurePair pair) {
        return new Key(pair);
    }

    @Override
    public void accept(Slice slice) {
        PairColumns pairs =
                until == null ? PairColumns.of(slice, pair, zone) : PairColumns.open(slice, pair, zone, until);
        for (int i = 0; i < pairs.size; i++) {
            counts[pair.column(pairs.x[i]) * ROWS + row(pairs.y[i])]++;
        }
    }

    private static int row(double hours) {
        float seconds = (float) (hours * SECONDS_IN_HOUR) + SECONDS_MORE;
        return Math.min(ROWS - 1, (Float.floatToRawIntBits(seconds) >>> FINER_BITS) - FIRST);
    }

    @Override
    public PairTable identity() {
        return new PairTable(pair, zone, until);
    }

    @Override
    public void combine(PairTable other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /**
     * Without the longest durations: what is left is as good a basis for tests of ranks, since who is left out does not depend on the first
     * measure where it does not matter, and a handful of implausible values is not among it.
     *
     * @param share of the tickets to leave out, rounded down to whole rows
     * @param least tickets to leave out, however few there are
     */
    public PairTable withoutLongest(double share, int least) {
        var rows = new long[ROWS];
        long n = 0;
        for (int column = 0; column < columns(); column++) {
            for (int row = 0; row < ROWS; row++) {
                rows[row] += count(column, row);
                n += count(column, row);
            }
        }
        long room = (long) Math.max(least, share * n);
        int end = ROWS;
        while (end > 0 && rows[end - 1] <= room) {
            room -= rows[--end];
        }
        PairTable rest = identity();
        for (int column = 0; column < columns(); column++) {
            System.arraycopy(counts, column * ROWS, rest.counts, column * ROWS, end);
        }
        return rest;
    }

    public int columns() {
        return pair.columns();
    }

    /** Tickets in a cell. */
    public long count(int column, int row) {
        return counts[column * ROWS + row];
    }

    /** The first measure in the middle of a column: hours of the day, or a number. */
    public double x(int column) {
        return pair.middle(column);
    }

    /** Shortest duration of a row in hours; with {@link #ROWS} the end of the last one. */
    public static double lowest(int row) {
        double seconds = Float.intBitsToFloat(FIRST + row << FINER_BITS) - SECONDS_MORE;
        return Math.max(0, seconds / SECONDS_IN_HOUR);
    }

    private record Key(MeasurePair pair) {}
}
