package io.supportgenius.server.importing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of one column look like, gathered in one pass and in constant memory. */
final class ColumnProfile {
    /** So many different values are looked at, by their hashes, to tell a category from a text or a coordinate. */
    private static final int DISTINCT_LIMIT = 1_000;

    private static final Pattern COORDINATES =
            Pattern.compile("\\(?\\s*-?\\d{1,3}\\.\\d+\\s*[,; ]\\s*-?\\d{1,3}\\.\\d+\\s*\\)?");
    private static final Pattern POINT = Pattern.compile("(?i)point ?\\(.*");
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "1", "0");

    private final DateProfile dates = new DateProfile();
    private final Set<Integer> distinct = new HashSet<>();
    private long compared;
    private long values;
    private long placeholders;
    private @Nullable String placeholder;
    private long numbers;
    private double largest = Double.NEGATIVE_INFINITY;
    private long flags;
    private long emails;
    private long coordinates;
    private long twoLetters;
    private long durations;

    /** Counts one cell, stripped of white space around it. */
    void accept(String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (Placeholders.missing(cell)) {
            placeholders++;
            placeholder = cell;
            return;
        }
        values++;
        if (distinct.size() < DISTINCT_LIMIT) {
            distinct.add(cell.hashCode());
            compared++;
        }
        dates.accept(cell);
        if (cell.length() <= 64) {
            acceptShort(cell);
        }
    }

    private void acceptShort(String cell) {
        char start = cell.charAt(0);
        if (Character.isLetter(start)) {
            if (cell.length() == 2 && cell.equals(cell.toUpperCase(Locale.ROOT))) {
                twoLetters++;
            }
        } else {
            acceptNumber(cell);
            if (COORDINATES.matcher(cell).matches()) {
                coordinates++;
            }
        }
        if (POINT.matcher(cell).matches()) {
            coordinates++;
        }
        if (cell.length() <= 5 && FLAGS.contains(cell.toLowerCase(Locale.ROOT))) {
            flags++;
        }
        if (cell.indexOf('@') > 0) {
            emails++;
        }
    }

    private void acceptNumber(String cell) {
        Double number = Numbers.read(cell);
        if (number != null) {
            numbers++;
            largest = Math.max(largest, number);
        } else if (DurationUnit.read(cell, null) != null) {
            durations++;
        }
    }

    DateProfile dates() {
        return dates;
    }

    /** Cells that hold a value. */
    long values() {
        return values;
    }

    /** Cells that say in words that there is no value. */
    long placeholders() {
        return placeholders;
    }

    /** One of those cells; null where there is none. */
    @Nullable
    String placeholder() {
        return placeholder;
    }

    /** Whether there are many values and hardly one of them twice, as in texts and coordinates. */
    boolean almostAllDistinct() {
        return compared >= 50 && distinct.size() > 0.9 * compared;
    }

    /** The largest number; negative infinity where there is none. */
    double largest() {
        return largest;
    }

    double numberShare() {
        return share(numbers);
    }

    double flagShare() {
        return share(flags);
    }

    double emailShare() {
        return share(emails);
    }

    double coordinateShare() {
        return share(coordinates);
    }

    /** Share of values of two capital letters, as codes of states and countries. */
    double twoLetterShare() {
        return share(twoLetters);
    }

    /** Share of values written as a clock running past 24 hours, {@code 26:05:00}. */
    double clockShare() {
        return share(durations);
    }

    private double share(long part) {
        return values == 0 ? 0 : (double) part / values;
    }
}
