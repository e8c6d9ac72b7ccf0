package io.supportgenius.server.importing;

import java.util.regex.Pattern;

/** What spreadsheets do to long ids: they keep fifteen digits, and show the number by a power of ten. */
final class Ids {
    private static final int DIGITS_KEPT = 15;
    private static final int LONGEST_WHOLE = 18;
    private static final Pattern EXPONENT = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{2}");

    private Ids() {}

    /** Whether an id is not what the helpdesk wrote, so that other tickets may bear it, too. */
    static boolean damaged(String cell) {
        return exponent(cell) || rounded(cell);
    }

    /** Whether a cell is a whole number that a long can hold. */
    static boolean whole(String cell) {
        return cell.length() <= LONGEST_WHOLE && cell.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** {@code 5.67E+17}. */
    static boolean exponent(String cell) {
        return EXPONENT.matcher(cell).matches();
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
