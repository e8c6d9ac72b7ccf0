package io.supportgenius.server.web.pages;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for figures, days and dimensions; every text comes from the messages. */
@Component
class Wording {

    /** One language so far: the pages' numbers and dates must fit their words, whatever the browser asks for. */
    static final Locale LOCALE = Locale.UK;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", LOCALE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM yyyy", LOCALE);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", LOCALE);
    /** An interval of a share narrower than this needs a decimal to have two ends. */
    private static final double NARROW = 0.03;

    private static final String ATTRIBUTE = "attribute.";

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(LOCALE).format(value);
    }

    /** A number with at most so many decimals. */
    String decimal(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(LOCALE);
        format.setMaximumFractionDigits(decimals);
        return format.format(value == 0 ? 0.0 : value);
    }

    /** A mean with exactly one decimal, so that a column lines up. */
    String mean(double value) {
        return String.format(LOCALE, "%,.1f", value);
    }

    String tickets(long count) {
        return text("count.tickets", count, number(count));
    }

    /** A share with one decimal at most; a small share never reads as nothing, a large one never as all. */
    String share(long part, long whole) {
        if (whole == 0) {
            return text("value.none");
        }
        double percent = 100.0 * part / whole;
        if (part > 0 && percent < 0.05) {
            return text("share.under", "0.1");
        }
        if (part < whole && percent > 99.95) {
            return text("share.over", "99.9");
        }
        return text("share", decimal(percent, 1));
    }

    /** The interval of a share, its ends 0 to 1; empty without one. */
    String interval(@Nullable Double low, @Nullable Double high) {
        if (low == null || high == null) {
            return "";
        }
        int decimals = high - low < NARROW ? 1 : 0;
        return text("sentiment.interval", decimal(100 * low, decimals), decimal(100 * high, decimals));
    }

    /** A duration, or a dash where there is none. */
    String hours(@Nullable Double hours) {
        return hours == null ? text("value.none") : Durations.words(hours);
    }

    String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** A month where there is little room. */
    String shortMonth(LocalDate day) {
        return SHORT_MONTH.format(day);
    }

    /** A day where there is little room; the year is said elsewhere. */
    String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** Days from first to last, as short as it can be said. */
    String days(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null) {
            return last == null ? text("days.all") : text("days.until", DAY.format(last));
        }
        if (last == null) {
            return text("days.since", DAY.format(first));
        }
        if (first.equals(last)) {
            return DAY.format(first);
        }
        if (first.getYear() != last.getYear()) {
            return DAY.format(first) + " \u2013 " + DAY.format(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "\u2013" + DAY.format(last)
                : DAY_AND_MONTH.format(first) + " \u2013 " + DAY.format(last);
    }

    String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? text("value.none") : TIME.format(instant.atZone(zone));
    }

    /** The day of a moment, short enough for a column. */
    String date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? text("value.none") : DATE.format(instant.atZone(zone));
    }

    @Nullable
    String timeOfDay(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : TIME_OF_DAY.format(instant.atZone(zone));
    }

    String weekday(int mondayFirst) {
        return DayOfWeek.of(mondayFirst).getDisplayName(TextStyle.FULL, LOCALE);
    }

    /** A dimension's name for people. */
    String dimension(String name) {
        return name.startsWith(ATTRIBUTE)
                ? name.substring(ATTRIBUTE.length())
                : messages.getMessage("dimension." + name, null, name, LOCALE) + "";
    }

    /** A dimension's name inside a sentence: our own go on in small letters, names of columns stay as they are. */
    String dimensionInside(String name) {
        String label = dimension(name);
        return name.startsWith(ATTRIBUTE) ? label : label.toLowerCase(LOCALE);
    }

    /** A value of a dimension for people; the missing one too. */
    String value(String dimension, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return text("value.missing", dimensionInside(dimension));
        }
        return switch (dimension) {
            case "pilot",
                    "solved",
                    "plausibleTimes",
                    "timeProblem",
                    "hasFirstReplyTime",
                    "hasFullResolutionTime",
                    "sentiment",
                    "satisfaction" ->
                messages.getMessage("value." + dimension + "." + value.toLowerCase(LOCALE), null, value, LOCALE) + "";
            case "weekday" -> value.matches("[1-7]") ? weekday(Integer.parseInt(value)) : value;
            case "hour" -> value.matches("\\d{1,2}") ? hour(Integer.parseInt(value)) : value;
            default -> value;
        };
    }

    String hour(int hour) {
        return String.format(LOCALE, "%02d:00\u2013%02d:00", hour, hour + 1);
    }
}
