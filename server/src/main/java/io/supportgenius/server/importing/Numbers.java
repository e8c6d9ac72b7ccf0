package io.supportgenius.server.importing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as files write them. */
final class Numbers {
    private static final int LONGEST = 42;
    private static final int GROUP = 3;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,25})?");

    private Numbers() {}

    /** The number a stripped cell holds that is written without grouping and with a decimal point; null where it holds none. */
    static @Nullable Double read(String cell) {
        return DECIMAL.matcher(cell).matches() ? Double.valueOf(cell) : null;
    }

    /** A count from 0 upwards, also written as {@code 3.0} or {@code 1.234}; null where the cell holds none. */
    static @Nullable Integer readCount(String cell, NumberStyle style) {
        Double number = style.read(cell);
        if (number == null || number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            return null;
        }
        return number.intValue();
    }

    /**
     * Whether a cell is a number in some way of writing: digits, of which points, commas, spaces and apostrophes separate groups;
     * a sign that stands more than once separates groups of three.
     */
    static boolean shaped(String cell) {
        int start = !cell.isEmpty() && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        if (cell.length() == start || cell.length() > LONGEST || !digit(cell.charAt(start)) || !digit(last(cell))) {
            return false;
        }
        char separator = 0;
        int digits = 0;
        for (int i = start; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (digit(sign)) {
                digits++;
            } else if ((sign == '.' || sign == ',' || groups(sign))
                    && digits > 0
                    && (separator == 0 || digits == GROUP)) {
                separator = sign;
                digits = 0;
            } else {
                return false;
            }
        }
        return separator == 0 || !groupsOnly(cell, separator) || digits == GROUP;
    }

    private static boolean groupsOnly(String cell, char separator) {
        return groups(separator) || cell.indexOf(separator) != cell.lastIndexOf(separator);
    }

    private static char last(String cell) {
        return cell.charAt(cell.length() - 1);
    }

    private static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** Spaces of three widths and apostrophes only ever separate thousands. */
    static boolean groups(char sign) {
        return sign == ' ' || sign == '\u00a0' || sign == '\u202f' || sign == '\'' || sign == '\u2019';
    }
}
