package io.supportgenius.analytics.facts;

import java.util.Arrays;

/** A column of longs, kept as {@link Numbers} from the lowest one on, or as they are where they lie too far apart. Immutable. */
final class LongNumbers {

    private static final long[] NO_LONGS = {};

    /** Distances from the base must not look like a mark, and have to be added without an overflow. */
    private static final long FURTHEST = Integer.MAX_VALUE;

    private final long base;
    private final Numbers distances;
    private final long[] wide;

    private LongNumbers(long base, Numbers distances, long[] wide) {
        this.base = base;
        this.distances = distances;
        this.wide = wide;
    }

    static LongNumbers of(long[] values, int size) {
        long lowest = size == 0 ? 0 : values[0];
        long highest = lowest;
        for (int i = 0; i < size; i++) {
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        long span = highest - lowest;
        if (span < 0 || span > FURTHEST) {
            return new LongNumbers(0, Numbers.of(new int[0], 0), Arrays.copyOf(values, size));
        }
        var distances = new int[size];
        for (int i = 0; i < size; i++) {
            distances[i] = (int) (values[i] - lowest);
        }
        return new LongNumbers(lowest, Numbers.of(distances, size), NO_LONGS);
    }

    long at(int row) {
        return wide.length > 0 ? wide[row] : base + distances.at(row);
    }

    /** Puts the values of some rows that follow each other into the front of an array. */
    void read(int from, int count, int[] room, long[] into) {
        if (wide.length > 0) {
            System.arraycopy(wide, from, into, 0, count);
            return;
        }
        distances.read(from, count, room);
        add(room, count, into);
    }

    /** The same for rows that stand in a list, beginning with one of its places. */
    void read(int[] rows, int from, int count, int[] room, long[] into) {
        if (wide.length > 0) {
            for (int i = 0; i < count; i++) {
                into[i] = wide[rows[from + i]];
            }
            return;
        }
        distances.read(rows, from, count, room);
        add(room, count, into);
    }

    private void add(int[] room, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = base + room[i];
        }
    }

    long bytes() {
        return distances.bytes() + (long) Long.BYTES * wide.length;
    }

    void write(FactsSink out) {
        out.number(base);
        out.number(wide.length);
        distances.write(out);
        out.longs(wide);
    }

    /** Reads back what {@link #write} has put. */
    static LongNumbers read(FactsSource in) {
        long base = in.number();
        int length = (int) in.number();
        return new LongNumbers(base, Numbers.read(in), in.longs(length));
    }
}
