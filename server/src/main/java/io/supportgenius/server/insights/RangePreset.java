package io.supportgenius.server.insights;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Days that are told from today, so that a kept address means other days tomorrow. All are whole days of the organisation's zone; those
 * that reach to the present end with today. Weeks begin on Monday. A number of months ends today and begins the day after the same date
 * so many months ago, or after the last day of that month where it has no such date.
 */
public enum RangePreset {
    TODAY(today -> today, today -> today),
    YESTERDAY(today -> today.minusDays(1), today -> today.minusDays(1)),
    LAST_7_DAYS(today -> today.minusDays(6), today -> today),
    LAST_30_DAYS(today -> today.minusDays(29), today -> today),
    LAST_90_DAYS(today -> today.minusDays(89), today -> today),
    LAST_6_MONTHS(today -> today.minusMonths(6).plusDays(1), today -> today),
    LAST_12_MONTHS(today -> today.minusMonths(12).plusDays(1), today -> today),
    THIS_WEEK(RangePreset::monday, today -> today),
    LAST_WEEK(today -> monday(today).minusWeeks(1), today -> monday(today).minusDays(1)),
    THIS_MONTH(today -> today.withDayOfMonth(1), today -> today),
    LAST_MONTH(
            today -> today.withDayOfMonth(1).minusMonths(1),
            today -> today.withDayOfMonth(1).minusDays(1)),
    THIS_QUARTER(RangePreset::quarter, today -> today),
    LAST_QUARTER(today -> quarter(today).minusMonths(3), today -> quarter(today).minusDays(1)),
    THIS_YEAR(today -> today.withDayOfYear(1), today -> today);

    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> last;

    RangePreset(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
        this.first = first;
        this.last = last;
    }

    /** Its name in addresses, for example {@code last-7-days}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first day, inclusive. */
    public LocalDate first(LocalDate today) {
        return first.apply(today);
    }

    /** The last day, inclusive. */
    public LocalDate last(LocalDate today) {
        return last.apply(today);
    }

    /** @param key ignoring case */
    public static Optional<RangePreset> of(String key) {
        return Arrays.stream(values())
                .filter(preset -> preset.key().equalsIgnoreCase(key))
                .findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(RangePreset::key).collect(Collectors.joining(", "));
    }

    private static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate quarter(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
