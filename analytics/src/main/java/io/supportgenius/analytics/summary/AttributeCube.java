package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.Arrays;
import java.util.List;

/**
 * Tickets by the combinations of values in some dimensions. A combination is packed into one number, so that a million rows are counted in
 * a fraction of a second.
 */
public final class AttributeCube implements SliceSummary<AttributeCube> {

    private static final long[] NO_KEYS = {};

    private final Packing packing;
    private final int most;
    private final LongCounts counts = new LongCounts();
    private long[] packed = NO_KEYS;

    /** @param most combinations that are wanted; beyond them counting stops, see {@link #isOver} */
    public AttributeCube(Packing packing, int most) {
        this.packing = packing;
        this.most = most;
    }

    /** Whether there are more combinations than wanted: the counts are then worth nothing. */
    public boolean isOver() {
        return counts.size() > most;
    }

    @Override
    public void accept(Slice slice) {
        if (packed.length == 0) {
            packed = new long[Slice.ROWS];
        }
        packing.keys(slice, packed);
        for (int i = 0; i < slice.size() && !isOver(); i++) {
            counts.add(packed[i], 1);
        }
    }

    @Override
    public AttributeCube identity() {
        return new AttributeCube(packing, most);
    }

    @Override
    public void combine(AttributeCube other) {
        for (long key : other.counts.keys()) {
            counts.add(key, other.counts.count(key));
        }
    }

    /** Keys of all combinations, in ascending order. */
    public long[] keys() {
        return counts.keys();
    }

    /** Tickets with a combination; 0 for one that never came. */
    public long count(long key) {
        return counts.count(key);
    }

    public Packing packing() {
        return packing;
    }

    /** How the codes of some dimensions are packed into one number. */
    public static final class Packing {

        private final int[] dimensions;
        private final int[] shifts;

        private Packing(int[] dimensions, int[] shifts) {
            this.dimensions = dimensions;
            this.shifts = shifts;
        }

        /**
         * @param dimensions indices in the facts
         * @throws IllegalArgumentException if their values have more combinations than a number can tell apart
         */
        public static Packing of(TicketFacts facts, List<Integer> dimensions) {
            var shifts = new int[dimensions.size() + 1];
            for (int i = 0; i < dimensions.size(); i++) {
                int values = facts.dictionary(dimensions.get(i)).size();
                shifts[i + 1] = shifts[i] + Integer.SIZE - Integer.numberOfLeadingZeros(values);
            }
            if (shifts[dimensions.size()] >= Long.SIZE) {
                throw new IllegalArgumentException("These dimensions have too many values together");
            }
            return new Packing(dimensions.stream().mapToInt(Integer::intValue).toArray(), shifts);
        }

        /** The combination of a row. */
        public long key(FactsBlock block, int row) {
            long key = 0;
            for (int i = 0; i < dimensions.length; i++) {
                key |= (long) block.code(dimensions[i], row) << shifts[i];
            }
            return key;
        }

        /** The combinations of the rows of a slice. */
        private void keys(Slice slice, long[] keys) {
            Arrays.fill(keys, 0, slice.size(), 0);
            for (int d = 0; d < dimensions.length; d++) {
                int[] codes = slice.codes(dimensions[d]);
                int shift = shifts[d];
                for (int i = 0; i < slice.size(); i++) {
                    keys[i] |= (long) codes[i] << shift;
                }
            }
        }

        /** The code of the i-th of the packed dimensions in a combination. */
        public int code(long key, int i) {
            return (int) (key >>> shifts[i] & (1L << shifts[i + 1] - shifts[i]) - 1);
        }

        /** How many dimensions are packed. */
        public int size() {
            return dimensions.length;
        }
    }
}
