package io.supportgenius.analytics.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few selected rows of one block with their columns unpacked into plain arrays, each at most once however many summaries read it, and
 * small enough to stay in the processor's nearest cache. Moves along a chunk; arrays are good until it moves on, and longer than
 * {@link #size()}. Used by one thread.
 */
public final class Slice {

    /** Most rows. */
    public static final int ROWS = 4096;

    private static final int[] NOT_READ = {};

    private @Nullable Chunk chunk;
    private int from;
    private int size;
    private long stamp;

    private int[] room = NOT_READ;
    private final Column firstReplies = new Column();
    private final Column resolutions = new Column();
    private final Column touches = new Column();
    private final Column solvedLater = new Column();
    private long[] solved = {};
    private long solvedRead;
    private final Column hoursOfWeek = new Column();
    private final LongColumn created = new LongColumn();
    private final LongColumn tickets = new LongColumn();
    private final Map<Integer, Column> codes = new HashMap<>();
    private final Map<Object, Kept> derived = new HashMap<>();

    /** Moves to some of a chunk's rows that follow each other. */
    void move(Chunk to, int first, int count) {
        chunk = to;
        from = first;
        size = count;
        stamp++;
    }

    private Chunk chunk() {
        if (chunk == null) {
            throw new IllegalStateException("Not on any chunk yet");
        }
        return chunk;
    }

    public FactsBlock block() {
        return chunk().block();
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** Row number in the block of the i-th row. */
    public int row(int i) {
        return chunk().row(from + i);
    }

    /** Dictionary codes of a dimension. */
    public int[] codes(int dimension) {
        return codes.computeIfAbsent(dimension, unused -> new Column()).read(block().codes(dimension));
    }

    /** See {@link FactsBlock#firstReply}. */
    public int[] firstReplies() {
        return firstReplies.read(block().firstReplies());
    }

    /** See {@link FactsBlock#resolution}. */
    public int[] resolutions() {
        return resolutions.read(block().resolutions());
    }

    /** See {@link FactsBlock#touches}. */
    public int[] touches() {
        return touches.read(block().touches());
    }

    /** See {@link FactsBlock#hourOfWeek}. */
    public int[] hoursOfWeek() {
        return hoursOfWeek.read(block().hoursOfWeek());
    }

    /** See {@link FactsBlock#created}. */
    public long[] created() {
        return created.read(block().created());
    }

    /** See {@link FactsBlock#solved}. */
    public long[] solved() {
        if (solvedRead != stamp) {
            solvedRead = stamp;
            if (solved.length == 0) {
                solved = new long[ROWS];
            }
            FactsBlock block = block();
            int[] later = solvedLater.read(block.solvedLater());
            int[] durations = resolutions();
            long[] from = created();
            for (int i = 0; i < size; i++) {
                boolean known = block.isDated() && FactsBlock.isMeasured(durations[i]);
                solved[i] = later[i] == FactsBlock.MISSING
                        ? block.solved(row(i))
                        : known ? from[i] + durations[i] + later[i] : FactsBlock.NO_TIME;
            }
        }
        return solved;
    }

    /** See {@link FactsBlock#ticket}. */
    public long[] tickets() {
        return tickets.read(block().tickets());
    }

    /**
     * Something worked out from these rows, once for all who ask for it.
     *
     * @param key stands for what is worked out, of one type; with {@code equals}
     */
    @SuppressWarnings("unchecked")
    public <D extends Derived> D derived(Object key, Supplier<D> maker) {
        Kept kept = derived.computeIfAbsent(key, unused -> new Kept(maker.get()));
        if (kept.stamp != stamp) {
            kept.stamp = stamp;
            kept.what.fill(this);
        }
        return (D) kept.what;
    }

    /** What can be worked out from the rows of a slice, again and again. */
    @FunctionalInterface
    public interface Derived {
        void fill(Slice slice);
    }

    private static final class Kept {

        private final Derived what;
        private long stamp;

        Kept(Derived what) {
            this.what = what;
        }
    }

    private final class Column {

        private int[] values = NOT_READ;
        private long read;

        int[] read(Numbers numbers) {
            if (read != stamp) {
                read = stamp;
                if (values == NOT_READ) {
                    values = new int[ROWS];
                }
                Chunk of = chunk();
                if (of.isRange()) {
                    numbers.read(of.row(from), size, values);
                } else {
                    numbers.read(of.rows(), from, size, values);
                }
            }
            return values;
        }
    }

    private final class LongColumn {

        private long[] values = {};
        private long read;

        long[] read(LongNumbers numbers) {
            if (read != stamp) {
                read = stamp;
                if (values.length == 0) {
                    values = new long[ROWS];
                    room = new int[ROWS];
                }
                Chunk of = chunk();
                if (of.isRange()) {
                    numbers.read(of.row(from), size, room, values);
                } else {
                    numbers.read(of.rows(), from, size, room, values);
                }
            }
            return values;
        }
    }
}
