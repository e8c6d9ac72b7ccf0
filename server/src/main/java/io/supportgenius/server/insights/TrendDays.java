package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.Periods;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days that a trend shows: those asked for, or else all from the first creation to the last event. */
final class TrendDays {

    /** A range that goes farther beyond all tickets is cut to them: nobody looks at a century without any. */
    private static final int MOST_EMPTY_YEARS = 20;

    private TrendDays() {}

    /**
     * @param asked its days may be missing
     * @param totals of the tickets with the selection's filters on any day
     * @return null when none of them has a creation time
     */
    static @Nullable Periods of(TicketSelection asked, Totals totals, LocalDate today, ZoneId zone) {
        if (!totals.hasCreated()) {
            return null;
        }
        return between(asked, day(totals.firstCreated(), zone), lastEvent(totals, today, zone), zone);
    }

    /**
     * The days of a trend that counts tickets by their creation alone, so that days after the last one, on which tickets were only
     * solved, do not show as empty.
     *
     * @param asked its days may be missing
     * @param totals of the selection
     * @return null when none of its tickets has a creation time
     */
    static @Nullable Periods ofCreations(TicketSelection asked, Totals totals, ZoneId zone) {
        return totals.hasCreated()
                ? between(asked, day(totals.firstCreated(), zone), day(totals.lastCreated(), zone), zone)
                : null;
    }

    private static Periods between(TicketSelection asked, LocalDate firstOfAll, LocalDate lastOfAll, ZoneId zone) {
        LocalDate first = asked.from() == null ? firstOfAll : asked.from();
        LocalDate last = asked.to() == null ? lastOfAll : asked.to();
        if (last.isBefore(first)) {
            first = asked.from() == null ? last : first;
            last = asked.from() == null ? last : first;
        }
        LocalDate lowest = firstOfAll.minusYears(MOST_EMPTY_YEARS);
        LocalDate highest = lastOfAll.plusYears(MOST_EMPTY_YEARS);
        boolean meets = !last.isBefore(firstOfAll) && !first.isAfter(lastOfAll);
        return Periods.of(
                clamped(first, lowest, highest, meets ? firstOfAll : lowest, meets ? lastOfAll : highest),
                clamped(last, lowest, highest, meets ? firstOfAll : lowest, meets ? lastOfAll : highest),
                zone);
    }

    /** A time of solution in the future is a mistake of the source; it must not draw out the trend. */
    private static LocalDate lastEvent(Totals totals, LocalDate today, ZoneId zone) {
        LocalDate created = day(totals.lastCreated(), zone);
        if (totals.lastSolved() == Long.MIN_VALUE) {
            return created;
        }
        LocalDate solved = day(totals.lastSolved(), zone);
        return Stream.of(created, solved.isAfter(today) ? today : solved)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate clamped(
            LocalDate day, LocalDate lowest, LocalDate highest, LocalDate whenLower, LocalDate whenHigher) {
        return day.isBefore(lowest) ? whenLower : day.isAfter(highest) ? whenHigher : day;
    }

    static LocalDate day(long epochSecond, ZoneId zone) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
    }

    static Overview.Period period(Periods.Period period, Periods.Unit unit, Horizon horizon) {
        return new Overview.Period(
                period.first().toString(),
                period.last().toString(),
                isWhole(period, unit),
                horizon.isFinished(period.last()));
    }

    private static boolean isWhole(Periods.Period period, Periods.Unit unit) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        return switch (unit) {
            case DAY -> true;
            case WEEK -> ChronoUnit.DAYS.between(first, last) == 6;
            case MONTH -> first.getDayOfMonth() == 1 && last.equals(last.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR -> first.getDayOfYear() == 1 && last.equals(last.with(TemporalAdjusters.lastDayOfYear()));
        };
    }

    static String name(Periods.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
