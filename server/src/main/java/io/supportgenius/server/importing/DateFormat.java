package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How a column's dates are read. Cells that can be read in one way only, with the year first or the month as a word, are read so
 * wherever they stand; all others in the one order of the column.
 *
 * @param order the order of most cells
 * @param numericOrder the order of cells of three numbers; null where nothing settles it
 * @param halfDay whether times of the order carry AM or PM; one without it is then read only if it can mean one time alone
 * @param utc whether times without offset are in UTC, as the column's name says
 */
record DateFormat(DateOrder order, @Nullable DateOrder numericOrder, boolean halfDay, boolean utc) {

    /** What a cell says, or null where it is not written in this format. */
    @Nullable
    WrittenTime read(String cell) {
        if (order == DateOrder.SPREADSHEET_DAYS) {
            LocalDateTime days = SpreadsheetDays.read(cell);
            if (days != null) {
                return new WrittenTime(days, utc ? ZoneOffset.UTC : null);
            }
        }
        DateParts parts = DateParts.of(cell);
        if (parts == null) {
            return null;
        }
        DateOrder own = orderOf(parts);
        if (own == null || (halfDay && own == order && parts.timed() && !parts.halfDay() && parts.withinHalfDay())) {
            return null;
        }
        LocalDateTime written = parts.written(own);
        if (written == null) {
            return null;
        }
        return new WrittenTime(written, parts.offset() == null && utc ? ZoneOffset.UTC : parts.offset());
    }

    private @Nullable DateOrder orderOf(DateParts parts) {
        if (parts.epoch()) {
            return order;
        }
        if (parts.worded()) {
            return DateOrder.NAMED_MONTH;
        }
        return parts.numeric() ? numericOrder : DateOrder.YEAR_FIRST;
    }

    /** Whether a cell names a zone that means different offsets in different countries. */
    static boolean unsureZone(String cell) {
        DateScanner scanner = new DateScanner(cell);
        scanner.scan();
        return scanner.unsureZone() != null;
    }

    /** Why a cell is not read, with what was expected instead, for messages. */
    String objection(String cell) {
        DateScanner scanner = new DateScanner(cell);
        DateParts parts = scanner.scan();
        if (scanner.unsureZone() != null) {
            String meanings = DateWords.meanings(scanner.unsureZone());
            return "the zone " + scanner.unsureZone()
                    + (meanings == null ? " means different offsets in different countries" : " means " + meanings)
                    + ": expected an offset such as +02:00";
        }
        if (parts != null && parts.numeric() && numericOrder == null) {
            return "not a date as the rest of the column, and it could be day first or month first: expected one such as "
                    + example() + ", or say the order with --date-order";
        }
        return "not a date as the rest of the column: expected one such as " + example();
    }

    /** An example of the format. */
    private String example() {
        String time = halfDay ? " 03:59 PM" : " 15:59";
        return switch (order) {
            case YEAR_FIRST -> "2011-03-14" + time;
            case DAY_FIRST -> "14/03/2011" + time;
            case MONTH_FIRST -> "03/14/2011" + time;
            case SHORT_YEAR_FIRST -> "11-03-14" + time;
            case EPOCH_SECONDS -> "1300118360";
            case EPOCH_MILLISECONDS -> "1300118360000";
            case NAMED_MONTH -> "14 Mar 2011" + time;
            case SPREADSHEET_DAYS -> "40616.666";
        };
    }
}
