package io.supportgenius.server.importing;

import java.text.Normalizer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations that state their units in the cell: {@code 26:05:00}, {@code 2 days 03:04:05}, {@code 1d 2h 3m}, {@code 3,5 Std.},
 * {@code PT4H}, {@code 4h30}, in the words of several languages.
 */
final class DurationText {
    private static final int LONGEST = 60;
    private static final int MINUTES_IN_HOUR = 60;
    private static final Pattern CLOCK =
            Pattern.compile("([-+]?)(\\d{1,6}):([0-5]?\\d)(?::([0-5]?\\d)(?:[.,](\\d{1,9}))?)?(?: ?h(?:rs?)?)?");
    private static final Pattern DAYS_AND_CLOCK = Pattern.compile(
            "([-+]?\\d{1,6}) ?(?:days?|d|tage?n?|dias?|jours?|j|giorn[oi]|g|gg)?[, .]+([-+]?\\d{1,3}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)");
    private static final Pattern ISO =
            Pattern.compile("[-+]?p(?=[\\dt])(?:\\d{1,9}w|(?:\\d{1,9}d)?(?:t(?=\\d)(?:\\d{1,9}h)?"
                    + "(?:\\d{1,9}m)?(?:\\d{1,9}(?:[.,]\\d{1,9})?s)?)?)");
    private static final Pattern PART = Pattern.compile(
            "\\s*(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*([a-z]+)\\.?(?:\\s*(?:,|;|and|und|y|e|et)(?=\\s*\\d)|)");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,6})\\s?h\\s?([0-5]\\d)");

    private DurationText() {}

    /** The duration a stripped cell writes out; null where it writes none, be it for the want of a unit. */
    static @Nullable Duration read(String cell) {
        if (cell.length() > LONGEST || cell.length() < 2) {
            return null;
        }
        if (cell.indexOf(':') > 0) {
            Matcher clock = CLOCK.matcher(cell);
            if (clock.matches()) {
                return clock(clock);
            }
        } else if (!beginsWithUnit(cell)) {
            return null;
        }
        String text = folded(cell);
        Matcher days = DAYS_AND_CLOCK.matcher(text);
        if (days.matches()) {
            return days(days);
        }
        boolean negative = text.startsWith("-");
        Duration duration = words(
                text.startsWith("-") || text.startsWith("+") ? text.substring(1).strip() : text);
        return duration == null || !negative ? duration : duration.negated();
    }

    /**
     * The same of a cell in a column whose name may say that its clocks count minutes, as {@code Talk time (mm:ss)} does: {@code 12:30} is twelve and a
     * half minutes there.
     */
    static @Nullable Duration read(String cell, String header) {
        Duration duration = read(cell);
        boolean shortClock = cell.indexOf(':') > 0 && cell.indexOf(':') == cell.lastIndexOf(':');
        return duration != null && shortClock && HeaderName.countsMinutes(header)
                ? duration.dividedBy(MINUTES_IN_HOUR)
                : duration;
    }

    /** Whether the first number is followed by a unit; most cells of a file are told apart by that. */
    private static boolean beginsWithUnit(String cell) {
        char first = cell.charAt(0);
        if (first == 'P' || first == 'p') {
            return cell.charAt(1) == 'T' || cell.charAt(1) == 't' || Character.isDigit(cell.charAt(1));
        }
        int at = first == '-' || first == '+' ? 1 : 0;
        int number = at;
        while (at < cell.length() && (Character.isDigit(cell.charAt(at)) || "., ".indexOf(cell.charAt(at)) >= 0)) {
            at++;
        }
        int word = at;
        while (at < cell.length() && Character.isLetter(cell.charAt(at))) {
            at++;
        }
        return word > number && at > word && DurationUnit.ofWord(DateWords.folded(cell.substring(word, at))) != null;
    }

    private static String folded(String cell) {
        if (cell.chars().allMatch(sign -> sign < 128)) {
            return cell.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
    }

    /** Days and clock have signs of their own: Python and PostgreSQL write half an hour below zero as {@code -1 days +23:30:00}. */
    private static @Nullable Duration days(Matcher days) {
        Matcher clock = CLOCK.matcher(days.group(2));
        return clock.matches() ? Duration.ofDays(Long.parseLong(days.group(1))).plus(clock(clock)) : null;
    }

    private static @Nullable Duration words(String text) {
        if (ISO.matcher(text).matches() && text.length() > 2) {
            return iso(text);
        }
        Matcher short4h30 = HOURS_AND_MINUTES.matcher(text);
        if (short4h30.matches()) {
            return Duration.ofHours(Long.parseLong(short4h30.group(1))).plusMinutes(Long.parseLong(short4h30.group(2)));
        }
        return parts(text);
    }

    private static @Nullable Duration parts(String text) {
        Matcher part = PART.matcher(text);
        Duration total = Duration.ZERO;
        int at = 0;
        while (at < text.length() && part.find() && part.start() == at) {
            DurationUnit unit = DurationUnit.ofWord(part.group(2));
            if (unit == null) {
                return null;
            }
            total = total.plus(unit.times(Double.parseDouble(part.group(1).replace(',', '.'))));
            at = part.end();
        }
        return at == text.length() && at > 0 ? total : null;
    }

    private static Duration iso(String text) {
        // Weeks are not among what java.time reads.
        if (text.endsWith("w")) {
            return Duration.ofDays(7 * Long.parseLong(text.substring(1, text.length() - 1)));
        }
        return Duration.parse(text.replace(',', '.'));
    }

    private static Duration clock(Matcher clock) {
        Duration total = Duration.ofHours(Long.parseLong(clock.group(2))).plusMinutes(Long.parseLong(clock.group(3)));
        if (clock.group(4) != null) {
            total = total.plusSeconds(Long.parseLong(clock.group(4)));
        }
        if (clock.group(5) != null) {
            total = total.plusNanos(Long.parseLong((clock.group(5) + "000000000").substring(0, 9)))
                    .truncatedTo(ChronoUnit.MILLIS);
        }
        return clock.group(1).equals("-") ? total.negated() : total;
    }
}
