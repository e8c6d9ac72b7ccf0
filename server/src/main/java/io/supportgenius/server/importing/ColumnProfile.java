package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of one column look like, gathered in one pass and in constant memory. */
final class ColumnProfile {
    /** So many different values are looked at, by their hashes, to tell a category from a text or a coordinate. */
    private static final int DISTINCT_LIMIT = 1_000;

    /** So many cells at the top of the file are kept, to compare columns with each other row by row. */
    private static final int FIRST = 500;

    /** Longer cells are neither dates nor numbers nor words of a category. */
    private static final int SHORT = 64;

    private static final int LONGEST_RATING = 4;

    private static final Pattern COORDINATES =
            Pattern.compile("\\(?\\s*-?\\d{1,3}\\.\\d+\\s*[,; ]\\s*-?\\d{1,3}\\.\\d+\\s*\\)?");
    private static final Pattern POINT = Pattern.compile("(?i)point ?\\(.*");

    private final DateProfile dates = new DateProfile();
    private final NumberProfile numbers = new NumberProfile();
    private final List<String> first = new ArrayList<>();
    private long notAvailable;
    private long zeros;
    private long damaged;
    private long longIds;
    private long roundedIds;
    private long spaced;
    private long characters;
    private int longest;
    private long previous = Long.MIN_VALUE;
    private long ascents;
    private long descents;
    private final Set<Integer> distinct = new HashSet<>();
    private long compared;
    private long values;
    private long placeholders;
    private @Nullable String placeholder;
    private double largest = Double.NEGATIVE_INFINITY;
    private long flags;
    private long emails;
    private long coordinates;
    private long twoLetters;
    private long durations;

    /** Counts one cell, stripped of white space around it. */
    void accept(String cell) {
        if (first.size() < FIRST) {
            first.add(cell.length() <= SHORT ? cell : "");
        }
        if (cell.isEmpty()) {
            return;
        }
        if (Placeholders.missing(cell)) {
            placeholders++;
            placeholder = cell;
            return;
        }
        if (Placeholders.notAvailable(cell)) {
            notAvailable++;
            return;
        }
        values++;
        characters += cell.length();
        longest = Math.max(longest, cell.length());
        if (cell.indexOf(' ') > 0) {
            spaced++;
        }
        if (distinct.size() < DISTINCT_LIMIT) {
            distinct.add(cell.hashCode());
            compared++;
        }
        boolean date = dates.accept(cell);
        if (cell.length() <= SHORT) {
            acceptShort(cell, date);
        }
    }

    private void acceptShort(String cell, boolean date) {
        char start = cell.charAt(0);
        if (Character.isLetter(start)) {
            if (cell.length() == 2 && cell.equals(cell.toUpperCase(Locale.ROOT))) {
                twoLetters++;
            }
            if ((start == 'P' || start == 'p') && DurationText.read(cell) != null) {
                durations++;
            }
        } else {
            acceptNumber(cell, date);
            if (cell.indexOf('.') > 0 && COORDINATES.matcher(cell).matches()) {
                coordinates++;
            }
        }
        if ((start == 'P' || start == 'p') && POINT.matcher(cell).matches()) {
            coordinates++;
        }
        if (Flags.read(cell) != null) {
            flags++;
        }
        if (cell.indexOf('@') > 0) {
            emails++;
        }
    }

    private void acceptNumber(String cell, boolean date) {
        if (numbers.accept(cell)) {
            if (cell.equals("0")) {
                zeros++;
            }
            noteStep(cell);
            noteLargest(cell);
            longIds += Ids.longer(cell) ? 1 : 0;
            roundedIds += Ids.rounded(cell) ? 1 : 0;
        } else if (!date && DurationText.read(cell) != null) {
            durations++;
        } else if (Ids.exponent(cell)) {
            damaged++;
        }
    }

    /** Nothing long is a rating. */
    private void noteLargest(String cell) {
        if (cell.length() > LONGEST_RATING) {
            largest = Double.POSITIVE_INFINITY;
            return;
        }
        Double number = Numbers.read(cell.replace(',', '.'));
        if (number != null) {
            largest = Math.max(largest, number);
        }
    }

    private void noteStep(String cell) {
        long number = Ids.whole(cell);
        if (number >= 0) {
            if (previous != Long.MIN_VALUE) {
                ascents += number > previous ? 1 : 0;
                descents += number < previous ? 1 : 0;
            }
            previous = number;
        }
    }

    DateProfile dates() {
        return dates;
    }

    /** Cells that hold a value, the letters NA included, which are one in some columns. */
    long values() {
        return values + notAvailable;
    }

    /** Cells that hold the letters NA: Namibia in a country, nothing in a date. */
    long notAvailable() {
        return notAvailable;
    }

    /** Cells that hold the number 0. */
    long zeros() {
        return zeros;
    }

    /** Cells that hold a number from which a spreadsheet has taken digits, as it does with long ids. */
    long damaged() {
        return rounded() ? damaged + roundedIds : damaged;
    }

    /** Whether long ids were rounded; a few that end with zeros do so by themselves. */
    boolean rounded() {
        return 2 * roundedIds > longIds;
    }

    /** The first cells of the file, empty ones too; long ones as empty. */
    List<String> first() {
        return Collections.unmodifiableList(first);
    }

    /** Average number of characters of the values. */
    double averageLength() {
        return values == 0 ? 0 : (double) characters / values;
    }

    /** Share of values with white space inside. */
    double spacedShare() {
        return share(spaced);
    }

    /** Most characters of a value. */
    int longest() {
        return longest;
    }

    /** How the column writes numbers; see {@link NumberProfile#style}. */
    NumberStyle numberStyle(boolean whole) {
        return numbers.style(whole);
    }

    /** Whether each value is a whole number larger than the one before, or each one smaller. */
    boolean strictlyOrdered() {
        return values > 1 && (ascents == values - 1 || descents == values - 1);
    }

    /** Whether the first so many values, or all where there are fewer, are all different. */
    boolean distinctSoFar() {
        return values > 0 && distinct.size() == compared;
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

    /** The largest number, infinite if one has more than four characters; negative infinity where there is none. */
    double largest() {
        return largest;
    }

    double numberShare() {
        return share(numbers.numbers());
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

    /** Share of values that are durations without being told a unit: {@code 26:05:00}, {@code 1d 2h}. */
    double clockShare() {
        return share(durations);
    }

    private double share(long part) {
        return values == 0 ? 0 : (double) part / values;
    }
}
