package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Dates as the numbers by which spreadsheets keep them: 42300.5 is noon on 23 October 2015. */
final class SpreadsheetDays {
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double SECONDS_PER_DAY = 86_400;
    /** 1 January 1970 to 31 December 2099. */
    private static final double FIRST = 25_569;

    private static final double LAST = 73_051;
    private static final int DIGITS = 5;

    private SpreadsheetDays() {}

    /** The time a stripped cell stands for, to the second; null where it is no such number. */
    static @Nullable LocalDateTime read(String cell) {
        if (cell.length() < DIGITS
                || cell.charAt(0) < '2'
                || cell.charAt(0) > '7'
                || cell.length() > 20
                || (cell.length() > DIGITS && cell.charAt(DIGITS) != '.' && cell.charAt(DIGITS) != ',')) {
            return null;
        }
        Double days = Numbers.read(cell.replace(',', '.'));
        if (days == null || days < FIRST || days >= LAST) {
            return null;
        }
        return DAY_ZERO.plusSeconds(Math.round(days * SECONDS_PER_DAY));
    }
}
