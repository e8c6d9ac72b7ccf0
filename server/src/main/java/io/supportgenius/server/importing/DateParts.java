package io.supportgenius.server.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one cell that looks like a date, before it is known which part means what.
 *
 * @param first first number of the date, or the whole number where {@code digits} says that there is only one
 * @param digits digits of the first and the last number: {@code firstDigits * 100 + lastDigits}
 * @param worded whether the month is a word: the numbers are then day, month and year
 * @param halfDay whether the time carries AM or PM
 * @param offset the offset from UTC the cell states, null where it states none
 */
record DateParts(
        long first,
        int second,
        int third,
        int digits,
        boolean worded,
        boolean timed,
        boolean halfDay,
        int hour,
        int minute,
        int secondOfMinute,
        int nano,
        @Nullable ZoneOffset offset) {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    /** Two-digit years up to this one belong to this century, the others to the last. */
    private static final int LAST_SHORT_YEAR_OF_THIS_CENTURY = 69;

    /** Year, month and day without anything between them: their digits are not counted. */
    static final int COMPACT = 400;

    /** Takes a cell apart; null where it has not the shape of any date. */
    static @Nullable DateParts of(String cell) {
        return new DateScanner(cell).scan();
    }

    /** Whether the cell is a bare number, read as seconds or milliseconds since 1970. */
    boolean epoch() {
        return digits < 100;
    }

    /** Whether the cell is nothing but digits. */
    boolean bare() {
        return epoch() || digits == COMPACT;
    }

    /** Whether the hour is one that a clock of twelve hours shows twice a day. */
    boolean withinHalfDay() {
        return hour >= 1 && hour <= 12;
    }

    /** Whether the cell has three numbers of which none is known to be the year: only the column tells their order. */
    boolean numeric() {
        return !worded && (firstDigits() == 1 || firstDigits() == 2);
    }

    private int firstDigits() {
        return digits / 100;
    }

    private int lastDigits() {
        return digits % 100;
    }

    /** The date and time as written, read in an order; null where the order does not fit or there is no such day. */
    @Nullable
    LocalDateTime written(DateOrder order) {
        switch (order) {
            case EPOCH_SECONDS:
                return epoch() && digits <= 10 ? utc(Instant.ofEpochSecond(first, nano)) : null;
            case EPOCH_MILLISECONDS:
                return epoch() && digits > 10 ? utc(Instant.ofEpochMilli(first).plusNanos(nano / 1_000_000)) : null;
            case YEAR_FIRST:
                return !worded && firstDigits() == 4 ? day((int) first, second, third) : null;
            case DAY_FIRST:
                return numeric() ? day(lastYear(), second, (int) first) : null;
            case MONTH_FIRST:
                return numeric() ? day(lastYear(), (int) first, second) : null;
            case SHORT_YEAR_FIRST:
                return numeric() && firstDigits() == 2 && lastDigits() <= 2
                        ? day(century((int) first), second, third)
                        : null;
            case NAMED_MONTH:
                return worded ? day(lastYear(), second, (int) first) : null;
            case SPREADSHEET_DAYS:
                return null;
        }
        throw new IllegalArgumentException("Unknown order " + order);
    }

    private int lastYear() {
        return lastDigits() == 4 ? third : lastDigits() == 2 ? century(third) : 0;
    }

    private static int century(int shortYear) {
        return shortYear + (shortYear <= LAST_SHORT_YEAR_OF_THIS_CENTURY ? 2000 : 1900);
    }

    private static @Nullable LocalDateTime utc(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return plausible(time.getYear()) ? time : null;
    }

    private static boolean plausible(int year) {
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }

    private @Nullable LocalDateTime day(int year, int month, int day) {
        boolean farFuture = year == 9999 && month == 12 && day == 31;
        if (!plausible(year) && !farFuture) {
            return null;
        }
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, secondOfMinute, nano);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
