package io.supportgenius.analytics.facts;

import java.util.Arrays;

/**
 * A column of ints in the fewest bytes that hold its values: none where all are equal, half a byte, one, two, three or four. Values are kept as
 * distances from the lowest one; the two marks {@link FactsBlock#MISSING} and {@link FactsBlock#UNMEASURED} stand before it.
 *
 * <p>One final class with a switch, not a class for each width: the switch goes the same way for a whole block, which processors foresee,
 * while a call that may lead to six classes is never inlined. Rows that are read one after the other come through {@link #read}, a
 * loop without a choice inside. Immutable.
 */
final class Numbers {

    private static final int MARKS = 2;
    private static final int HALF = 15;
    private static final byte[] NO_BYTES = {};
    private static final short[] NO_SHORTS = {};
    private static final int[] NO_INTS = {};

    private final Width width;
    private final int size;

    /** What a kept zero stands for; where there are marks the lowest value stands at {@link #MARKS}. */
    private final int base;

    private final int marks;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;

    private Numbers(Width width, int size, int base, int marks, byte[] bytes, short[] shorts, int[] ints) {
        this.width = width;
        this.size = size;
        this.base = base;
        this.marks = marks;
        this.bytes = bytes;
        this.shorts = shorts;
        this.ints = ints;
    }

    /** @param values may hold marks; values further apart than an int reaches are kept as they are */
    static Numbers of(int[] values, int size) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        boolean marked = false;
        for (int i = 0; i < size; i++) {
            int value = values[i];
            boolean mark = value <= FactsBlock.UNMEASURED;
            marked |= mark;
            lowest = Math.min(lowest, mark ? Integer.MAX_VALUE : value);
            highest = Math.max(highest, value);
        }
        int marks = marked ? MARKS : 0;
        long longest = highest <= FactsBlock.UNMEASURED ? marks - 1 : (long) highest - lowest + marks;
        Width width = Width.of(longest, values, size);
        if (width == Width.INT) {
            var ints = new int[size];
            System.arraycopy(values, 0, ints, 0, size);
            return new Numbers(width, size, 0, 0, NO_BYTES, NO_SHORTS, ints);
        }
        if (width == Width.NONE) {
            return new Numbers(width, size, size == 0 ? 0 : values[0], 0, NO_BYTES, NO_SHORTS, NO_INTS);
        }
        return new Numbers(
                        width,
                        size,
                        (highest <= FactsBlock.UNMEASURED ? 0 : lowest) - marks,
                        marks,
                        new byte[width.bytes(size)],
                        new short[width.shorts(size)],
                        NO_INTS)
                .filled(values);
    }

    /** One loop for each width: a choice for each value would cost several times as much as keeping it. */
    private Numbers filled(int[] values) {
        switch (width) {
            case NIBBLE -> {
                for (int i = 0; i < size; i++) {
                    bytes[i >> 1] |= (byte) (kept(values[i]) << ((i & 1) << 2));
                }
            }
            case BYTE -> {
                for (int i = 0; i < size; i++) {
                    bytes[i] = (byte) kept(values[i]);
                }
            }
            case SHORT -> {
                for (int i = 0; i < size; i++) {
                    shorts[i] = (short) kept(values[i]);
                }
            }
            default -> {
                for (int i = 0; i < size; i++) {
                    int kept = kept(values[i]);
                    shorts[i] = (short) kept;
                    bytes[i] = (byte) (kept >>> Short.SIZE);
                }
            }
        }
        return this;
    }

    private int kept(int value) {
        return value - (value <= FactsBlock.UNMEASURED ? FactsBlock.MISSING : base);
    }

    int size() {
        return size;
    }

    int at(int row) {
        int kept = switch (width) {
            case NONE -> 0;
            case NIBBLE -> bytes[row >> 1] >>> ((row & 1) << 2) & HALF;
            case BYTE -> bytes[row] & 0xff;
            case SHORT -> shorts[row] & 0xffff;
            case TRIPLE -> (bytes[row] & 0xff) << Short.SIZE | shorts[row] & 0xffff;
            case INT -> ints[row];
        };
        return kept < marks && kept >= 0 ? FactsBlock.MISSING + kept : base + kept;
    }

    /** Puts the values of some rows that follow each other into the front of an array. */
    void read(int from, int count, int[] into) {
        switch (width) {
            case NONE -> Arrays.fill(into, 0, count, 0);
            case NIBBLE -> readHalves(from, count, into);
            case BYTE -> {
                for (int i = 0; i < count; i++) {
                    into[i] = bytes[from + i] & 0xff;
                }
            }
            case SHORT -> {
                for (int i = 0; i < count; i++) {
                    into[i] = shorts[from + i] & 0xffff;
                }
            }
            case TRIPLE -> {
                for (int i = 0; i < count; i++) {
                    into[i] = (bytes[from + i] & 0xff) << Short.SIZE | shorts[from + i] & 0xffff;
                }
            }
            case INT -> System.arraycopy(ints, from, into, 0, count);
        }
        restore(into, count);
    }

    /** Two rows from each byte, with one before and one behind where the ends fall between them. */
    private void readHalves(int from, int count, int[] into) {
        int i = 0;
        if ((from & 1) == 1 && count > 0) {
            into[i++] = bytes[from >> 1] >>> 4 & HALF;
        }
        int at = from + i >> 1;
        for (; i + 1 < count; i += 2) {
            int both = bytes[at++];
            into[i] = both & HALF;
            into[i + 1] = both >>> 4 & HALF;
        }
        if (i < count) {
            into[i] = bytes[at] & HALF;
        }
    }

    /** The same for rows that stand in a list, beginning with one of its places. */
    void read(int[] rows, int from, int count, int[] into) {
        switch (width) {
            case NONE -> Arrays.fill(into, 0, count, 0);
            case NIBBLE -> {
                for (int i = 0; i < count; i++) {
                    int row = rows[from + i];
                    into[i] = bytes[row >> 1] >>> ((row & 1) << 2) & HALF;
                }
            }
            case BYTE -> {
                for (int i = 0; i < count; i++) {
                    into[i] = bytes[rows[from + i]] & 0xff;
                }
            }
            case SHORT -> {
                for (int i = 0; i < count; i++) {
                    into[i] = shorts[rows[from + i]] & 0xffff;
                }
            }
            case TRIPLE -> {
                for (int i = 0; i < count; i++) {
                    int row = rows[from + i];
                    into[i] = (bytes[row] & 0xff) << Short.SIZE | shorts[row] & 0xffff;
                }
            }
            case INT -> {
                for (int i = 0; i < count; i++) {
                    into[i] = ints[rows[from + i]];
                }
            }
        }
        restore(into, count);
    }

    private void restore(int[] into, int count) {
        if (marks > 0) {
            for (int i = 0; i < count; i++) {
                int kept = into[i];
                into[i] = (kept < MARKS ? FactsBlock.MISSING : base) + kept;
            }
        } else if (base != 0) {
            for (int i = 0; i < count; i++) {
                into[i] += base;
            }
        }
    }

    /** Bytes of the arrays, without their headers. */
    long bytes() {
        return bytes.length + 2L * shorts.length + 4L * ints.length;
    }

    void write(FactsSink out) {
        out.number(width.ordinal());
        out.number(size);
        out.number(base);
        out.number(marks);
        out.bytes(bytes);
        out.shorts(shorts);
        out.ints(ints);
    }

    /** Reads back what {@link #write} has put. */
    static Numbers read(FactsSource in) {
        Width width = Width.values()[(int) in.number()];
        int size = (int) in.number();
        int base = (int) in.number();
        int marks = (int) in.number();
        return new Numbers(
                width,
                size,
                base,
                marks,
                in.bytes(width.bytes(size)),
                in.shorts(width.shorts(size)),
                in.ints(width == Width.INT ? size : 0));
    }

    /** Room for one value. */
    private enum Width {
        NONE,
        NIBBLE,
        BYTE,
        SHORT,
        TRIPLE,
        INT;

        /** @param highest distance that is kept */
        static Width of(long highest, int[] values, int size) {
            if (allEqual(values, size)) {
                return NONE;
            }
            if (highest <= HALF) {
                return NIBBLE;
            }
            if (highest <= 0xff) {
                return BYTE;
            }
            if (highest <= 0xffff) {
                return SHORT;
            }
            return highest <= 0xffffff ? TRIPLE : INT;
        }

        private static boolean allEqual(int[] values, int size) {
            for (int i = 1; i < size; i++) {
                if (values[i] != values[0]) {
                    return false;
                }
            }
            return true;
        }

        int bytes(int size) {
            return switch (this) {
                case NIBBLE -> (size + 1) / 2;
                case BYTE, TRIPLE -> size;
                default -> 0;
            };
        }

        int shorts(int size) {
            return this == SHORT || this == TRIPLE ? size : 0;
        }
    }
}
