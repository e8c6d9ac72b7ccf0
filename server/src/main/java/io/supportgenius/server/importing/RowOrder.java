package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the first rows of a file are in order of time by one reading of their dates and not by the other. That decides nothing, a file may
 * be in any order, but it helps whoever has to decide.
 */
final class RowOrder {
    private static final int FEWEST_STEPS = 20;
    private static final int FEWEST_SLIPS = 3;

    private RowOrder() {}

    /** A sentence with a space before it; empty where neither or both readings are in order. */
    static String hint(List<String> cells) {
        List<LocalDateTime> dayFirst = read(cells, DateOrder.DAY_FIRST);
        List<LocalDateTime> monthFirst = read(cells, DateOrder.MONTH_FIRST);
        if (dayFirst.size() <= FEWEST_STEPS) {
            return "";
        }
        int slipsOfDayFirst = slips(dayFirst);
        int slipsOfMonthFirst = slips(monthFirst);
        if (slipsOfDayFirst == 0 && slipsOfMonthFirst >= FEWEST_SLIPS) {
            return " Its rows are in order of time if the day stands first, and not if the month does.";
        }
        return slipsOfMonthFirst == 0 && slipsOfDayFirst >= FEWEST_SLIPS
                ? " Its rows are in order of time if the month stands first, and not if the day does."
                : "";
    }

    private static List<LocalDateTime> read(List<String> cells, DateOrder order) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty())
                .map(DateParts::of)
                .flatMap(parts -> parts == null ? Stream.empty() : Stream.ofNullable(parts.written(order)))
                .toList();
    }

    /** Steps against the direction of most steps. */
    private static int slips(List<LocalDateTime> times) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < times.size(); i++) {
            int step = times.get(i).compareTo(times.get(i - 1));
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
        }
        return Math.min(up, down);
    }
}
