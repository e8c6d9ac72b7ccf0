package io.supportgenius.analytics.summary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A range of days cut into days, weeks that begin on Monday, months or years, whichever gives a series that can be looked at as a
 * whole. Every period of the range is there, also where nothing happened. Days have 23, 24 or 25 hours, as in their zone. Immutable.
 */
public final class Periods {

    private static final int MOST = 62;

    private final Unit unit;
    private final List<Period> periods;
    private final long[] bounds;

    private Periods(Unit unit, List<Period> periods, ZoneId zone) {
        this.unit = unit;
        this.periods = List.copyOf(periods);
        this.bounds = new long[periods.size() + 1];
        for (int i = 0; i < periods.size(); i++) {
            bounds[i] = periods.get(i).first().atStartOfDay(zone).toEpochSecond();
        }
        LocalDate last = periods.get(periods.size() - 1).last();
        bounds[periods.size()] = last.plusDays(1).atStartOfDay(zone).toEpochSecond();
    }

    /**
     * Cuts a range.
     *
     * @param first day, inclusive
     * @param last day, inclusive, not before the first
     * @throws IllegalArgumentException if the last day lies before the first
     */
    public static Periods of(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " lies before " + first);
        }
        Unit unit = unit(first, last);
        var periods = new ArrayList<Period>();
        LocalDate begin = first;
        while (!begin.isAfter(last)) {
            LocalDate next = next(begin, unit);
            LocalDate end = next.isAfter(last) ? last : next.minusDays(1);
            periods.add(new Period(begin, end));
            begin = next;
        }
        return new Periods(unit, periods, zone);
    }

    private static Unit unit(LocalDate first, LocalDate last) {
        if (ChronoUnit.DAYS.between(first, last) < MOST) {
            return Unit.DAY;
        }
        if (ChronoUnit.WEEKS.between(first, last) < MOST) {
            return Unit.WEEK;
        }
        return ChronoUnit.MONTHS.between(first, last) < 2 * MOST ? Unit.MONTH : Unit.YEAR;
    }

    private static LocalDate next(LocalDate begin, Unit unit) {
        return switch (unit) {
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> begin.with(TemporalAdjusters.firstDayOfNextMonth());
            case YEAR -> begin.with(TemporalAdjusters.firstDayOfNextYear());
        };
    }

    /** What the range is cut into. */
    public Unit unit() {
        return unit;
    }

    /** In order; the first and the last may be cut off by the range. */
    public List<Period> list() {
        return periods;
    }

    /** The period of a moment, in seconds since 1970-01-01 UTC, by its place in the list; -1 outside the range. */
    public int index(long epochSecond) {
        if (epochSecond < bounds[0] || epochSecond >= bounds[bounds.length - 1]) {
            return -1;
        }
        int found = Arrays.binarySearch(bounds, epochSecond);
        return found >= 0 ? found : -found - 2;
    }

    /** Length of a period. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** Both days inclusive. */
    public record Period(LocalDate first, LocalDate last) {}
}
