package io.supportgenius.analytics.facts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Sorts row numbers by a column, keeping the order of rows with equal values. */
final class RowOrder {

    private RowOrder() {}

    /** Rows from 0 on. */
    static int[] natural(int size) {
        return IntStream.range(0, size).toArray();
    }

    /**
     * Puts rows into the order of their values. Value and place are sorted as one number where both fit, which is several times faster
     * than asking a comparator.
     */
    static int[] by(long[] values, int[] rows) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        boolean sorted = true;
        long before = Long.MIN_VALUE;
        for (int row : rows) {
            long value = values[row];
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            sorted &= value >= before;
            before = value;
        }
        if (sorted) {
            return rows;
        }
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(rows.length);
        long span = highest - lowest;
        if (span < 0 || Long.SIZE - Long.numberOfLeadingZeros(span) + placeBits >= Long.SIZE) {
            return Arrays.stream(rows)
                    .boxed()
                    .sorted(Comparator.comparingLong(row -> values[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        var packed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            packed[i] = values[rows[i]] - lowest << placeBits | i;
        }
        Arrays.sort(packed);
        var order = new int[rows.length];
        int mask = (1 << placeBits) - 1;
        for (int i = 0; i < order.length; i++) {
            order[i] = rows[(int) packed[i] & mask];
        }
        return order;
    }
}
