package io.supportgenius.analytics.facts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run of tickets as columns, ordered by creation time and then by ticket; immutable and safe for use by many threads.
 *
 * <p>A block also remembers summaries of all of its rows. They are computed when first asked for, and stay right because the
 * block never changes: a change of one ticket makes a new block and leaves the others, with what they remember, as they are.
 */
public final class FactsBlock {

    /** Stands for a duration or count that is not known. */
    public static final int MISSING = Integer.MIN_VALUE;

    /** Stands for a duration that ended, but whose length is not known because its begin is not. */
    public static final int UNMEASURED = Integer.MIN_VALUE + 1;

    /** Stands for a moment that is not known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Hour of week of tickets without a creation time. */
    public static final int NO_HOUR = 168;

    private static final int[] NO_ROWS = {};
    private static final long[] NO_TIMES = {};

    private final boolean dated;
    private final LongNumbers tickets;
    private final LongNumbers created;
    private final Numbers hoursOfWeek;
    private final Numbers firstReplies;
    private final Numbers resolutions;
    private final Numbers touches;
    private final Numbers certainties;
    private final Numbers[] codes;

    /**
     * A ticket is nearly always solved when its full resolution time after its creation has passed; what is kept is how many seconds
     * later that was, or {@link #MISSING} for the odd ones, whose times stand beside.
     */
    private final Numbers solvedLater;

    private final int[] oddRows;
    private final long[] oddTimes;
    private final Map<Object, Object> remembered = new ConcurrentHashMap<>();

    /** @param rows in order, from the first of these to the one before the last, all dated or all undated */
    FactsBlock(RowColumns rows, ZoneId zone) {
        int size = rows.size();
        dated = size > 0 && rows.created[0] != NO_TIME;
        tickets = LongNumbers.of(rows.tickets, size);
        created = LongNumbers.of(dated ? rows.created : new long[size], size);
        firstReplies = Numbers.of(rows.firstReplies, size);
        resolutions = Numbers.of(rows.resolutions, size);
        touches = Numbers.of(rows.touches, size);
        certainties = Numbers.of(rows.certainties, size);
        codes = new Numbers[rows.codes.length];
        for (int dimension = 0; dimension < codes.length; dimension++) {
            codes[dimension] = Numbers.of(rows.codes[dimension], size);
        }
        var column = new int[size];
        var clock = new ZoneClock(zone);
        for (int i = 0; i < size; i++) {
            column[i] = dated ? clock.hourOfWeek(rows.created[i]) : NO_HOUR;
        }
        hoursOfWeek = Numbers.of(column, size);
        int odd = 0;
        for (int i = 0; i < size; i++) {
            column[i] = later(rows, i);
            odd += column[i] == MISSING ? 1 : 0;
        }
        solvedLater = Numbers.of(column, size);
        oddRows = odd == 0 ? NO_ROWS : new int[odd];
        oddTimes = odd == 0 ? NO_TIMES : new long[odd];
        for (int i = size - 1; odd > 0; i--) {
            if (column[i] == MISSING) {
                odd--;
                oddRows[odd] = i;
                oddTimes[odd] = rows.solved[i];
            }
        }
    }

    private int later(RowColumns rows, int row) {
        boolean expected = dated && isMeasured(rows.resolutions[row]);
        boolean known = rows.solved[row] != NO_TIME;
        if (!expected && !known) {
            return 0;
        }
        long later = expected && known ? rows.solved[row] - rows.created[row] - rows.resolutions[row] : Long.MAX_VALUE;
        return Math.abs(later) <= Short.MAX_VALUE ? (int) later : MISSING;
    }

    private FactsBlock(FactsSource in, int dimensions) {
        dated = in.number() != 0;
        tickets = LongNumbers.read(in);
        created = LongNumbers.read(in);
        hoursOfWeek = Numbers.read(in);
        firstReplies = Numbers.read(in);
        resolutions = Numbers.read(in);
        touches = Numbers.read(in);
        certainties = Numbers.read(in);
        codes = new Numbers[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            codes[dimension] = Numbers.read(in);
        }
        solvedLater = Numbers.read(in);
        int odd = (int) in.number();
        oddRows = in.ints(odd);
        oddTimes = in.longs(odd);
    }

    void write(FactsSink out) {
        out.number(dated ? 1 : 0);
        tickets.write(out);
        created.write(out);
        hoursOfWeek.write(out);
        firstReplies.write(out);
        resolutions.write(out);
        touches.write(out);
        certainties.write(out);
        for (Numbers column : codes) {
            column.write(out);
        }
        solvedLater.write(out);
        out.number(oddRows.length);
        out.ints(oddRows);
        out.longs(oddTimes);
    }

    /** Reads back what {@link #write} has put. */
    static FactsBlock read(FactsSource in, int dimensions) {
        return new FactsBlock(in, dimensions);
    }

    public int size() {
        return hoursOfWeek.size();
    }

    /** Bytes of its columns, without what it remembers. */
    long bytes() {
        long bytes = tickets.bytes() + created.bytes() + hoursOfWeek.bytes() + firstReplies.bytes();
        bytes += resolutions.bytes() + touches.bytes() + certainties.bytes() + solvedLater.bytes();
        for (Numbers column : codes) {
            bytes += column.bytes();
        }
        return bytes + (long) Integer.BYTES * oddRows.length + (long) Long.BYTES * oddTimes.length;
    }

    /** Whether its tickets have a creation time. */
    public boolean isDated() {
        return dated;
    }

    public long ticket(int row) {
        return tickets.at(row);
    }

    /** Creation time in seconds since 1970-01-01 UTC; meaningless in a block without creation times. */
    public long created(int row) {
        return created.at(row);
    }

    /** When the ticket was solved for the last time, in seconds since 1970-01-01 UTC; {@link #NO_TIME} where that is not known. */
    public long solved(int row) {
        int later = solvedLater.at(row);
        if (later == MISSING) {
            return oddTimes[Arrays.binarySearch(oddRows, row)];
        }
        int resolution = resolutions.at(row);
        return dated && isMeasured(resolution) ? created.at(row) + resolution + later : NO_TIME;
    }

    /** Local hour of the week of the creation, 0 (Monday, midnight to one) to 167; {@link #NO_HOUR} without a creation time. */
    public int hourOfWeek(int row) {
        return hoursOfWeek.at(row);
    }

    /** First reply time in seconds, {@link #MISSING} without a reply, or {@link #UNMEASURED}. */
    public int firstReply(int row) {
        return firstReplies.at(row);
    }

    /** Full resolution time in seconds, {@link #MISSING} when unsolved, or {@link #UNMEASURED}. */
    public int resolution(int row) {
        return resolutions.at(row);
    }

    /** Agent replies, or {@link #MISSING}. */
    public int touches(int row) {
        return touches.at(row);
    }

    /** How probable the sentiment's label is, in ten-thousandths; {@link #MISSING} without a sentiment. */
    public int certainty(int row) {
        return certainties.at(row);
    }

    /** Dictionary code of a value; the dimension is its index in {@link TicketFacts#dimensions()}. */
    public int code(int dimension, int row) {
        return codes[dimension].at(row);
    }

    /** Whether a duration has a length, possibly a negative one. */
    public static boolean isMeasured(int seconds) {
        return seconds > UNMEASURED;
    }

    /** Whether the times of a ticket are in a possible order: none lies before the creation, no resolution before a reply. */
    public boolean isPlausible(int row) {
        return isPlausible(firstReplies.at(row), resolutions.at(row));
    }

    /** The same for a ticket with these durations. */
    public static boolean isPlausible(int firstReply, int resolution) {
        boolean replyPlausible = !isMeasured(firstReply) || firstReply >= 0;
        boolean resolutionPlausible = !isMeasured(resolution) || resolution >= Math.max(0, firstReply);
        return replyPlausible && resolutionPlausible;
    }

    /** All rows of this block. */
    public Chunk whole() {
        return Chunk.range(this, 0, size());
    }

    /**
     * What this block remembers under a key, computed the first time.
     *
     * @param key with {@code equals}; stands for one summary, of one type
     */
    @SuppressWarnings("unchecked")
    public <T> T remembered(Object key, Supplier<T> summary) {
        return (T) remembered.computeIfAbsent(key, unused -> summary.get());
    }

    /** The codes that any row has in a dimension. */
    BitSet presentCodes(int dimension) {
        return remembered(new PresentCodes(dimension), () -> {
            var present = new BitSet();
            var some = new int[Slice.ROWS];
            for (int from = 0; from < size(); from += Slice.ROWS) {
                int count = Math.min(Slice.ROWS, size() - from);
                codes[dimension].read(from, count, some);
                for (int i = 0; i < count; i++) {
                    present.set(some[i]);
                }
            }
            return present;
        });
    }

    Numbers solvedLater() {
        return solvedLater;
    }

    LongNumbers tickets() {
        return tickets;
    }

    LongNumbers created() {
        return created;
    }

    Numbers hoursOfWeek() {
        return hoursOfWeek;
    }

    Numbers firstReplies() {
        return firstReplies;
    }

    Numbers resolutions() {
        return resolutions;
    }

    Numbers touches() {
        return touches;
    }

    Numbers certainties() {
        return certainties;
    }

    Numbers codes(int dimension) {
        return codes[dimension];
    }

    /** What this block remembers under a key; null if that was never worked out. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T recalled(Object key) {
        return (T) remembered.get(key);
    }

    /** Has this block remember something that was worked out from all of its rows, and is not changed any more. */
    public void remember(Object key, Object worth) {
        remembered.putIfAbsent(key, worth);
    }

    FactsRow row(int row) {
        var rowCodes = new int[codes.length];
        for (int dimension = 0; dimension < codes.length; dimension++) {
            rowCodes[dimension] = code(dimension, row);
        }
        return new FactsRow(
                ticket(row),
                dated ? Long.valueOf(created(row)) : null,
                solved(row) == NO_TIME ? null : Long.valueOf(solved(row)),
                firstReply(row),
                resolution(row),
                touches(row),
                certainty(row),
                rowCodes);
    }

    /** First row created at or after a time. */
    int firstRowFrom(long epochSecond) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (created(middle) < epochSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private record PresentCodes(int dimension) {}
}
