package io.supportgenius.analytics.facts;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final short NO_CERTAINTY = -1;
    private static final int NO_OFFSET = Integer.MIN_VALUE;
    private static final int FAR = Integer.MIN_VALUE + 1;

    /** Hour of week of tickets without a creation time. */
    public static final int NO_HOUR = 168;

    private final long[] tickets;
    private final long firstCreated;
    private final int[] created;
    private final long middleSolved;
    private final int[] solved;
    private final Map<Integer, Long> farSolved = new HashMap<>();
    private final byte[] hoursOfWeek;
    private final int[] firstReplies;
    private final int[] resolutions;
    private final int[] touches;
    private final short[] certainties;
    private final Codes[] codes;
    private final boolean dated;
    private final Map<Object, Object> remembered = new ConcurrentHashMap<>();

    /** @param rows in order, at least one, all dated or all undated; dated ones no more than 68 years apart */
    FactsBlock(List<FactsRow> rows, int dimensions, ZoneId zone) {
        int size = rows.size();
        dated = rows.get(0).isDated();
        firstCreated = dated ? rows.get(0).created() : 0;
        tickets = new long[size];
        created = new int[dated ? size : 0];
        middleSolved = middleSolved(rows);
        solved = new int[middleSolved == NO_TIME ? 0 : size];
        hoursOfWeek = new byte[size];
        firstReplies = new int[size];
        resolutions = new int[size];
        touches = new int[size];
        certainties = new short[size];
        var clock = new ZoneClock(zone);
        for (int i = 0; i < size; i++) {
            FactsRow row = rows.get(i);
            tickets[i] = row.ticket();
            if (dated) {
                created[i] = Math.toIntExact(row.created() - firstCreated);
            }
            if (solved.length > 0) {
                solved[i] = solvedOffset(i, row.solved());
            }
            hoursOfWeek[i] = (byte) (dated ? clock.hourOfWeek(row.created()) : NO_HOUR);
            firstReplies[i] = row.firstReply();
            resolutions[i] = row.resolution();
            touches[i] = row.touches();
            certainties[i] = (short) (row.certainty() == MISSING ? NO_CERTAINTY : row.certainty());
        }
        codes = new Codes[dimensions];
        var column = new int[size];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            for (int i = 0; i < size; i++) {
                column[i] = rows.get(i).code(dimension);
            }
            codes[dimension] = Codes.of(column);
        }
    }

    /**
     * The middle one of the times of solution, so that a single wrong one, wherever it lies, leaves all others near it; {@link #NO_TIME}
     * without any.
     */
    private static long middleSolved(List<FactsRow> rows) {
        long[] times = rows.stream()
                .map(FactsRow::solved)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return times.length == 0 ? NO_TIME : times[times.length / 2];
    }

    /** Times 68 years or more from the middle one do not fit the column and are kept beside it. */
    private int solvedOffset(int row, @Nullable Long time) {
        if (time == null) {
            return NO_OFFSET;
        }
        long offset = time - middleSolved;
        if (Math.abs(offset) > Integer.MAX_VALUE - 1) {
            farSolved.put(row, time);
            return FAR;
        }
        return (int) offset;
    }

    public int size() {
        return tickets.length;
    }

    /** Whether its tickets have a creation time. */
    public boolean isDated() {
        return dated;
    }

    public long ticket(int row) {
        return tickets[row];
    }

    /** Creation time in seconds since 1970-01-01 UTC; meaningless in a block without creation times. */
    public long created(int row) {
        return firstCreated + created[row];
    }

    /** When the ticket was solved for the last time, in seconds since 1970-01-01 UTC; {@link #NO_TIME} where that is not known. */
    public long solved(int row) {
        int offset = solved.length == 0 ? NO_OFFSET : solved[row];
        return switch (offset) {
            case NO_OFFSET -> NO_TIME;
            case FAR -> Objects.requireNonNull(farSolved.get(row));
            default -> middleSolved + offset;
        };
    }

    /** Local hour of the week of the creation, 0 (Monday, midnight to one) to 167; {@link #NO_HOUR} without a creation time. */
    public int hourOfWeek(int row) {
        return hoursOfWeek[row] & 0xff;
    }

    /** First reply time in seconds, {@link #MISSING} without a reply, or {@link #UNMEASURED}. */
    public int firstReply(int row) {
        return firstReplies[row];
    }

    /** Full resolution time in seconds, {@link #MISSING} when unsolved, or {@link #UNMEASURED}. */
    public int resolution(int row) {
        return resolutions[row];
    }

    /** Agent replies, or {@link #MISSING}. */
    public int touches(int row) {
        return touches[row];
    }

    /** How probable the sentiment's label is, in ten-thousandths; {@link #MISSING} without a sentiment. */
    public int certainty(int row) {
        return certainties[row] == NO_CERTAINTY ? MISSING : certainties[row];
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
        int firstReply = firstReplies[row];
        int resolution = resolutions[row];
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

    FactsRow row(int row) {
        var rowCodes = new int[codes.length];
        for (int dimension = 0; dimension < codes.length; dimension++) {
            rowCodes[dimension] = code(dimension, row);
        }
        return new FactsRow(
                tickets[row],
                dated ? Long.valueOf(created(row)) : null,
                solved(row) == NO_TIME ? null : Long.valueOf(solved(row)),
                firstReplies[row],
                resolutions[row],
                touches[row],
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
}
