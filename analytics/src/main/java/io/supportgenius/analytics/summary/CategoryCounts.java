package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.util.Arrays;

/** Tickets by the values of one dimension. */
public final class CategoryCounts implements SliceSummary<CategoryCounts> {

    private final int dimension;
    private long[] counts = new long[16];

    /** @param dimension index in the facts */
    public CategoryCounts(int dimension) {
        this.dimension = dimension;
    }

    /** Key under which blocks remember this summary. */
    public static Object key(int dimension) {
        return new Key(dimension);
    }

    @Override
    public void accept(Slice slice) {
        int[] codes = slice.codes(dimension);
        int highest = 0;
        for (int i = 0; i < slice.size(); i++) {
            highest = Math.max(highest, codes[i]);
        }
        if (highest >= counts.length) {
            grow(highest + 1);
        }
        for (int i = 0; i < slice.size(); i++) {
            counts[codes[i]]++;
        }
    }

    @Override
    public CategoryCounts identity() {
        return new CategoryCounts(dimension);
    }

    @Override
    public void combine(CategoryCounts other) {
        if (other.counts.length > counts.length) {
            grow(other.counts.length);
        }
        for (int code = 0; code < other.counts.length; code++) {
            counts[code] += other.counts[code];
        }
    }

    /** Tickets with a code; 0 for codes that never came. */
    public long count(int code) {
        return code < counts.length ? counts[code] : 0;
    }

    private void grow(int length) {
        counts = Arrays.copyOf(counts, Math.max(length, counts.length + counts.length / 2));
    }

    private record Key(int dimension) {}
}
