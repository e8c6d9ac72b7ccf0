package io.supportgenius.server.importing;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The unit that a column of durations states in its name, and its cells read in that unit. */
public enum DurationUnit {
    SECONDS(1, "inseconds", "insecs", "insec", "seconds", "secs"),
    MINUTES(60, "inminutes", "inmins", "inmin", "minutes", "mins"),
    HOURS(3600, "inhours", "inhrs", "inhr", "hours", "hrs");

    private static final Pattern CLOCK = Pattern.compile("(-?)(\\d{1,6}):([0-5]?\\d)(?::([0-5]?\\d))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,9})?");

    private final int seconds;
    private final String[] suffixes;

    DurationUnit(int seconds, String... suffixes) {
        this.seconds = seconds;
        this.suffixes = suffixes;
    }

    int inSeconds() {
        return seconds;
    }

    /** The unit at the end of a column's name; null where it names none. */
    static @Nullable DurationUnit ofHeader(String header) {
        String name = HeaderName.normalise(header);
        for (DurationUnit unit : values()) {
            if (unit.suffixOf(name) > 0) {
                return unit;
            }
        }
        return null;
    }

    /** A normalised name without the unit at its end. */
    static String withoutUnit(String normalised) {
        for (DurationUnit unit : values()) {
            int length = unit.suffixOf(normalised);
            if (length > 0) {
                return normalised.substring(0, normalised.length() - length);
            }
        }
        return normalised;
    }

    private int suffixOf(String normalised) {
        for (String suffix : suffixes) {
            if (normalised.endsWith(suffix)) {
                return suffix.length();
            }
        }
        return 0;
    }

    /**
     * A cell as a duration: {@code 26:05:00} in hours, minutes and seconds whatever the unit, a number in the unit.
     *
     * @return null where the cell is neither, or a number without a unit
     */
    static @Nullable Duration read(String cell, @Nullable DurationUnit unit) {
        Matcher clock = CLOCK.matcher(cell);
        if (clock.matches()) {
            long total = Long.parseLong(clock.group(2)) * 3600 + Long.parseLong(clock.group(3)) * 60;
            if (clock.group(4) != null) {
                total += Long.parseLong(clock.group(4));
            }
            return Duration.ofSeconds(clock.group(1).isEmpty() ? total : -total);
        }
        if (unit == null || !NUMBER.matcher(cell).matches()) {
            return null;
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(cell) * unit.seconds * 1000));
    }
}
