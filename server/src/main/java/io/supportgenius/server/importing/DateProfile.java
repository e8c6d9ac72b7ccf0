package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each order reads the cells of one column. The order is settled by the column as a whole, never cell by cell:
 * {@code 03/04/2011} means what the {@code 03/14/2011} further down says it means.
 */
final class DateProfile {
    private final Map<DateOrder, Long> readBy = new EnumMap<>(DateOrder.class);
    private long cells;
    private long halfDay;
    private long fullDay;
    private long withoutOffset;
    private @Nullable String differing;
    private String style = "";

    /** Counts one cell that holds a value. */
    void accept(String cell) {
        cells++;
        DateParts parts = DateParts.of(cell);
        if (parts == null) {
            return;
        }
        boolean read = false;
        for (DateOrder order : DateOrder.values()) {
            if (parts.written(order) != null) {
                readBy.merge(order, 1L, Long::sum);
                read = true;
            }
        }
        if (read) {
            if (style.isEmpty()) {
                style = style(cell);
            }
            noteClock(parts);
            noteDifference(cell, parts);
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

    private void noteClock(DateParts parts) {
        if (parts.timed()) {
            if (parts.halfDay()) {
                halfDay++;
            } else {
                fullDay++;
            }
        }
        if (parts.offset() == null) {
            withoutOffset++;
        }
    }

    private void noteDifference(String cell, DateParts parts) {
        if (differing == null) {
            LocalDateTime dayFirst = parts.written(DateOrder.DAY_FIRST);
            LocalDateTime monthFirst = parts.written(DateOrder.MONTH_FIRST);
            if (dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst)) {
                differing = cell;
            }
        }
    }

    /** Share of the cells that one order reads, 0 to 1; 0 where the column is empty. */
    double share() {
        return cells == 0 ? 0 : (double) readBy(best()) / cells;
    }

    /** Whether some cell states no offset, so that a zone must be assumed. */
    boolean needsZone() {
        return withoutOffset > 0;
    }

    /** A cell that day first and month first read as different days; null where there is none. */
    @Nullable
    String differing() {
        return differing;
    }

    /** Whether no cell tells day first from month first although the readings differ. */
    boolean undecided() {
        return differing != null
                && (best() == DateOrder.DAY_FIRST || best() == DateOrder.MONTH_FIRST)
                && readBy(DateOrder.DAY_FIRST) == readBy(DateOrder.MONTH_FIRST);
    }

    /** Whether day first or month first was settled by the cells. */
    boolean settled() {
        return (best() == DateOrder.DAY_FIRST || best() == DateOrder.MONTH_FIRST)
                && readBy(DateOrder.DAY_FIRST) != readBy(DateOrder.MONTH_FIRST);
    }

    /** How the dates are written, whatever their order: {@code n/n/y} for {@code 3/14/2011}. */
    String style() {
        return style;
    }

    /** Whether an order reads every cell that the best order reads. */
    boolean fits(DateOrder order) {
        return readBy(order) > 0 && readBy(order) >= readBy(best());
    }

    /** The format that reads most cells; where two orders read equally many, the wish decides. */
    DateFormat format(@Nullable DateOrder wish) {
        DateOrder order = wish != null && fits(wish) ? wish : best();
        return new DateFormat(order, halfDay > fullDay);
    }

    private DateOrder best() {
        DateOrder best = DateOrder.YEAR_FIRST;
        for (DateOrder order : DateOrder.values()) {
            if (readBy(order) > readBy(best)) {
                best = order;
            }
        }
        return best;
    }

    private long readBy(DateOrder order) {
        return readBy.getOrDefault(order, 0L);
    }
}
