package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each order reads the cells of one column. The order is settled by the column as a whole, never cell by cell:
 * {@code 03/04/2011} means what the {@code 03/14/2011} further down says it means. Cells that can be read in one way only
 * stand beside them: a column may hold both.
 */
final class DateProfile {
    private static final DateOrder[] ORDERS = DateOrder.values();
    /** From this share of the cells that one order alone reads on, both orders were at work. */
    private static final double MIXED = 0.02;

    private final long[] readBy = new long[ORDERS.length];
    private final long[] halfDay = new long[ORDERS.length];
    private final long[] fullDay = new long[ORDERS.length];
    private long cells;
    private long numeric;
    private long digitsOnly;
    private long withoutOffset;
    private long placeholders;
    private long unsure;
    private @Nullable String unsureZone;
    private @Nullable String differing;
    private String style = "";

    /** Counts one cell that holds a value; whether it is a date in some order. */
    boolean accept(String cell) {
        cells++;
        if (SpreadsheetDays.read(cell) != null) {
            readBy[DateOrder.SPREADSHEET_DAYS.ordinal()]++;
            return false;
        }
        DateScanner scanner = new DateScanner(cell);
        DateParts parts = scanner.scan();
        if (parts == null) {
            if (scanner.unsureZone() != null) {
                unsure++;
                unsureZone = scanner.unsureZone();
            }
            return false;
        }
        boolean read = parts.numeric() ? acceptNumeric(cell, parts) : acceptOther(parts);
        if (read && parts.offset() == null) {
            withoutOffset++;
        }
        return read;
    }

    private boolean acceptNumeric(String cell, DateParts parts) {
        LocalDateTime dayFirst = accept(parts, DateOrder.DAY_FIRST);
        LocalDateTime monthFirst = accept(parts, DateOrder.MONTH_FIRST);
        LocalDateTime shortYearFirst = accept(parts, DateOrder.SHORT_YEAR_FIRST);
        if (dayFirst == null && monthFirst == null && shortYearFirst == null) {
            return false;
        }
        numeric++;
        if (style.isEmpty()) {
            style = style(cell);
        }
        if (differing == null && dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst)) {
            differing = cell;
        }
        LocalDateTime any = dayFirst == null ? monthFirst : dayFirst;
        notePlaceholder(any);
        return true;
    }

    private boolean acceptOther(DateParts parts) {
        DateOrder order = parts.worded()
                ? DateOrder.NAMED_MONTH
                : parts.epoch()
                        ? (parts.digits() <= 10 ? DateOrder.EPOCH_SECONDS : DateOrder.EPOCH_MILLISECONDS)
                        : DateOrder.YEAR_FIRST;
        LocalDateTime written = accept(parts, order);
        if (written == null) {
            return false;
        }
        if (parts.bare() && order == DateOrder.YEAR_FIRST) {
            digitsOnly++;
        }
        notePlaceholder(written);
        return true;
    }

    private @Nullable LocalDateTime accept(DateParts parts, DateOrder order) {
        LocalDateTime written = parts.written(order);
        if (written != null) {
            readBy[order.ordinal()]++;
            if (parts.timed()) {
                (parts.halfDay() ? halfDay : fullDay)[order.ordinal()]++;
            }
        }
        return written;
    }

    private void notePlaceholder(@Nullable LocalDateTime written) {
        if (written != null && new WrittenTime(written, null).placeholder()) {
            placeholders++;
        }
    }

    /** The date of a cell with its numbers blotted out, {@code n/n/y} for {@code 3/14/2011}. */
    private static String style(String cell) {
        int end = 0;
        while (end < cell.length() && "0123456789/-.".indexOf(cell.charAt(end)) >= 0) {
            end++;
        }
        return cell.substring(0, end).replaceAll("\\d{4}", "y").replaceAll("\\d+", "n");
    }

    /** Share of the cells that are dates, each in the order that is its own, 0 to 1; days of a spreadsheet are not among them. */
    double share() {
        return cells == 0 ? 0 : (double) dates() / cells;
    }

    private long dates() {
        long written = readBy(DateOrder.YEAR_FIRST) + readBy(DateOrder.NAMED_MONTH) + readBy(bestNumeric());
        return best() == DateOrder.SPREADSHEET_DAYS ? written : Math.max(written, readBy(best()));
    }

    /** Share of the cells that are dates and do not consist of digits alone, as numbers of any kind do, 0 to 1. */
    double writtenShare() {
        long written = readBy(DateOrder.YEAR_FIRST) + readBy(DateOrder.NAMED_MONTH) + numeric - digitsOnly;
        return cells == 0 ? 0 : Math.max(0.0, written) / cells;
    }

    /** Share of the cells that could be the days of a spreadsheet, 0 to 1. */
    double spreadsheetShare() {
        return cells == 0 ? 0 : (double) readBy(DateOrder.SPREADSHEET_DAYS) / cells;
    }

    /** Whether there are dates, and none of them has a time of day. */
    boolean daysOnly() {
        return readBy(best()) > 0
                && best() != DateOrder.SPREADSHEET_DAYS
                && Arrays.stream(halfDay).sum() + Arrays.stream(fullDay).sum() == 0;
    }

    /** Cells with a day that stands for no date. */
    long placeholders() {
        return placeholders;
    }

    /** Share of the cells that name a zone by letters that mean several offsets, 0 to 1. */
    double unsureZoneShare() {
        return cells == 0 ? 0 : (double) unsure / cells;
    }

    /** Such letters; null where there are none. */
    @Nullable
    String unsureZone() {
        return unsureZone;
    }

    /** Whether some cell states no offset, so that a zone must be assumed. */
    boolean needsZone() {
        return withoutOffset > 0 || best() == DateOrder.SPREADSHEET_DAYS;
    }

    /** A cell that day first and month first read as different days; null where there is none. */
    @Nullable
    String differing() {
        return differing;
    }

    /** Whether no cell tells day first from month first although the readings differ, and the column cannot do without them. */
    boolean undecided() {
        return open() && (best() == DateOrder.DAY_FIRST || best() == DateOrder.MONTH_FIRST);
    }

    /** Whether there are cells of three numbers and none tells day first from month first although the readings differ. */
    boolean open() {
        return differing != null
                && readBy(DateOrder.DAY_FIRST) == readBy(DateOrder.MONTH_FIRST)
                && bestNumeric() != DateOrder.SHORT_YEAR_FIRST;
    }

    /** Whether day first or month first was settled by the cells. */
    boolean settled() {
        return bestNumeric() != DateOrder.SHORT_YEAR_FIRST
                && readBy(DateOrder.DAY_FIRST) != readBy(DateOrder.MONTH_FIRST);
    }

    /** Cells that only the other of day first and month first reads, where they are too many to be slips; else 0. */
    long mixed() {
        if (!settled()) {
            return 0;
        }
        long onlyDayFirst = numeric - readBy(DateOrder.MONTH_FIRST);
        long onlyMonthFirst = numeric - readBy(DateOrder.DAY_FIRST);
        long fewer = Math.min(onlyDayFirst, onlyMonthFirst);
        return fewer >= MIXED * Math.max(onlyDayFirst, onlyMonthFirst) ? fewer : 0;
    }

    /** How the dates of three numbers are written, whatever their order: {@code n/n/y} for {@code 3/14/2011}. */
    String style() {
        return style;
    }

    /** Whether an order reads every cell of three numbers that the best order reads. */
    boolean fits(DateOrder order) {
        return readBy(order) > 0 && readBy(order) >= readBy(bestNumeric());
    }

    /** The format that reads most cells; where two orders read equally many, the wish decides. */
    DateFormat format(@Nullable DateOrder wish) {
        DateOrder numericOrder = wish != null && fits(wish) ? wish : open() ? null : bestNumeric();
        DateOrder best = best();
        DateOrder order = numericOrder != null && best == bestNumeric() ? numericOrder : best;
        return new DateFormat(order, numericOrder, halfDay[order.ordinal()] > fullDay[order.ordinal()], false);
    }

    /** The order that reads most cells. */
    private DateOrder best() {
        DateOrder best = DateOrder.YEAR_FIRST;
        for (DateOrder order : ORDERS) {
            if (readBy(order) > readBy(best)) {
                best = order;
            }
        }
        return best;
    }

    private DateOrder bestNumeric() {
        DateOrder best = DateOrder.DAY_FIRST;
        if (readBy(DateOrder.MONTH_FIRST) > readBy(best)) {
            best = DateOrder.MONTH_FIRST;
        }
        return readBy(DateOrder.SHORT_YEAR_FIRST) > readBy(best) ? DateOrder.SHORT_YEAR_FIRST : best;
    }

    private long readBy(DateOrder order) {
        return readBy[order.ordinal()];
    }
}
