package io.supportgenius.server.insights;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which days are compared with which: the finished days of a range with as many days right before. A day is finished when it lies
 * before today and before the day of the newest event of all tickets, so that the begin of a day, or an export made at noon, is never
 * held against whole days.
 *
 * @param current finished days of the range; null where there is no comparison
 * @param previous as many days right before; null where there is no comparison
 * @param unfinished days of the range that are left out; null when there are none
 * @param reason why there is no comparison; null when there is one
 */
record ComparedDays(
        @Nullable Days current,
        @Nullable Days previous,
        @Nullable Days unfinished,
        @Nullable String reason) {

    private static final String PERIOD = ".";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /**
     * @param from first day asked for; null for none
     * @param to last day asked for; null for none
     */
    static ComparedDays of(@Nullable LocalDate from, @Nullable LocalDate to, Horizon horizon) {
        if (from == null && to == null) {
            return without(null, "Changes are shown where days are chosen: there is nothing before all days.");
        }
        LocalDate first = horizon.firstDay();
        LocalDate finished = horizon.lastFinishedDay();
        if (first == null || finished == null) {
            return without(null, "No ticket has a creation time.");
        }
        if (from == null) {
            return without(null, "The range has no first day, so there are no days right before it.");
        }
        LocalDate last = to == null ? from.isAfter(finished) ? from : finished : to;
        Days unfinished = last.isAfter(finished) ? new Days(later(from, finished.plusDays(1)), last) : null;
        LocalDate end = last.isAfter(finished) ? finished : last;
        if (end.isBefore(from)) {
            return without(
                    unfinished,
                    "No day of the range is finished yet; whole days are compared, so far up to " + words(finished)
                            + PERIOD);
        }
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        var previous = new Days(from.minusDays(days), from.minusDays(1));
        if (previous.first().isBefore(first)) {
            return without(
                    unfinished,
                    "The days right before, from " + words(previous.first()) + " to " + words(previous.last())
                            + ", begin before the first ticket of all, of " + words(first) + PERIOD);
        }
        return new ComparedDays(new Days(from, end), previous, unfinished, null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String words(LocalDate day) {
        return DAY.format(day);
    }

    private static ComparedDays without(@Nullable Days unfinished, String reason) {
        return new ComparedDays(null, null, unfinished, reason);
    }

    /** Both inclusive. */
    record Days(LocalDate first, LocalDate last) {}

    /**
     * What is known of time.
     *
     * @param firstDay of the first ticket of all; null when no ticket has a creation time
     * @param lastFinishedDay the last day before today and before the newest event; null when there is no event
     */
    record Horizon(@Nullable LocalDate firstDay, @Nullable LocalDate lastFinishedDay) {

        /** @param newestEvent day of the newest creation or solution of all tickets; null when there is none */
        static Horizon of(@Nullable LocalDate firstDay, @Nullable LocalDate newestEvent, LocalDate today) {
            LocalDate begun = newestEvent == null || newestEvent.isBefore(today) ? newestEvent : today;
            return new Horizon(firstDay, begun == null ? null : begun.minusDays(1));
        }

        boolean isFinished(LocalDate day) {
            return lastFinishedDay != null && !day.isAfter(lastFinishedDay);
        }
    }
}
