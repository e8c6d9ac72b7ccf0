package io.supportgenius.server.importing;

import java.util.regex.Pattern;

/** What spreadsheets do to long ids: they keep fifteen digits, and show the number by a power of ten. */
final class Ids {
    private static final int DIGITS_KEPT = 15;
    private static final int LONGEST_WHOLE = 18;
    private static final Pattern EXPONENT = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{2}");

    private Ids() {}

    /**
     * Whether an id is not what the helpdesk wrote, so that other tickets may bear it, too.
     *
     * @param rounded whether the long ids of its column are
     */
    static boolean damaged(String cell, boolean rounded) {
        return exponent(cell) || rounded && rounded(cell);
    }

    /** Whether a number has digits that a spreadsheet does not keep. */
    static boolean longer(String cell) {
        return cell.length() >= DIGITS_KEPT + 2 && cell.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** The whole number of a cell of digits alone; -1 where it is none, or too large for a long. */
    static long whole(String cell) {
        if (cell.length() > LONGEST_WHOLE) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < cell.length(); i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** {@code 5.67E+17}. */
    static boolean exponent(String cell) {
        return (cell.indexOf('E') > 0 || cell.indexOf('e') > 0)
                && EXPONENT.matcher(cell).matches();
    }

    /** More digits than a spreadsheet keeps, of which all others are 0. */
    static boolean rounded(String cell) {
        if (cell.length() < DIGITS_KEPT + 2) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (sign < '0' || sign > '9' || (i >= DIGITS_KEPT && sign != '0')) {
                return false;
            }
        }
        return true;
    }
}
