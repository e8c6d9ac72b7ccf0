package io.supportgenius.server.importing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as files write them: plain decimals without grouping. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?");

    private Numbers() {}

    /** The number a stripped cell holds; null where it holds none. */
    static @Nullable Double read(String cell) {
        return DECIMAL.matcher(cell).matches() ? Double.valueOf(cell) : null;
    }

    /** A count from 0 upwards, also written as {@code 3.0}; null where the cell holds none. */
    static @Nullable Integer readCount(String cell) {
        Double number = read(cell);
        if (number == null || number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            return null;
        }
        return number.intValue();
    }
}
