package io.supportgenius.analytics.facts;

import java.util.BitSet;

/** Wanted codes of one dimension, or wanted hours of the week; immutable. */
final class CodeSet {

    private final BitSet codes;

    /** One for each code up to the highest wanted one, and one more that stands for all beyond. */
    private final boolean[] wanted;

    CodeSet(BitSet codes) {
        this.codes = (BitSet) codes.clone();
        this.wanted = new boolean[codes.length() + 1];
        codes.stream().forEach(code -> wanted[code] = true);
    }

    CodeSet and(BitSet others) {
        var both = (BitSet) codes.clone();
        both.and(others);
        return new CodeSet(both);
    }

    boolean hasAnyOf(BitSet present) {
        return codes.intersects(present);
    }

    boolean hasAllOf(BitSet present) {
        var missing = (BitSet) present.clone();
        missing.andNot(codes);
        return missing.isEmpty();
    }

    /**
     * Moves the rows with wanted codes to a place in an array, one behind the other.
     *
     * @param rows the rows, at places from {@code first} on
     * @param found the codes of these rows, from 0 on
     * @return the place behind the last one moved
     */
    int keep(int[] rows, int first, int count, int[] found, int kept) {
        int last = wanted.length - 1;
        int place = kept;
        for (int i = 0; i < count; i++) {
            rows[place] = rows[first + i];
            place += wanted[Math.min(found[i], last)] ? 1 : 0;
        }
        return place;
    }

    /** The same for rows that follow each other: {@code row}, and so on. */
    int find(int row, int count, int[] found, int[] rows, int kept) {
        int last = wanted.length - 1;
        int place = kept;
        for (int i = 0; i < count; i++) {
            rows[place] = row + i;
            place += wanted[Math.min(found[i], last)] ? 1 : 0;
        }
        return place;
    }
}
