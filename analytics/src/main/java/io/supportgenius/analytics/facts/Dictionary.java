package io.supportgenius.analytics.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one dimension and their codes: 0 stands for a missing value, 1 for the first value, and so on. Immutable and
 * safe for use by many threads.
 */
public final class Dictionary {

    /** The code of a missing value. */
    public static final int MISSING = 0;

    private final List<String> values;
    private final Map<String, Integer> codes = new HashMap<>();

    /** Codes of values that differ from an earlier one in case only: rare, so that most values cost no set of their own. */
    private final Map<String, BitSet> furtherCodes = new HashMap<>();

    /** @param values the values in the order of their codes, beginning with code 1 */
    public Dictionary(List<String> values) {
        this.values = List.copyOf(values);
        for (int i = 0; i < values.size(); i++) {
            String folded = fold(values.get(i));
            if (codes.putIfAbsent(folded, i + 1) != null) {
                furtherCodes.computeIfAbsent(folded, key -> new BitSet()).set(i + 1);
            }
        }
    }

    /** One more than the highest code. */
    public int size() {
        return values.size() + 1;
    }

    /**
     * The value of a code; null for the missing one.
     *
     * @throws IndexOutOfBoundsException if there is no such code
     */
    public @Nullable String value(int code) {
        return code == MISSING ? null : values.get(code - 1);
    }

    /** The codes of a value, ignoring case; none if the value is unknown, the missing code for the empty value. */
    public BitSet codes(String value) {
        var found = new BitSet();
        if (value.isEmpty()) {
            found.set(MISSING);
        }
        add(fold(value), found);
        return found;
    }

    /** The codes of all values that contain a part, ignoring case. */
    public BitSet codesContaining(String part) {
        String folded = fold(part);
        var found = new BitSet();
        codes.keySet().stream().filter(value -> value.contains(folded)).forEach(value -> add(value, found));
        return found;
    }

    private void add(String folded, BitSet found) {
        Integer code = codes.get(folded);
        if (code != null) {
            found.set(code);
            found.or(furtherCodes.getOrDefault(folded, new BitSet()));
        }
    }

    /** The place of a value in alphabetical order, or how many values stand before it if it is not among them. */
    public int rank(String value) {
        int before = 0;
        for (int code = 1; code < size(); code++) {
            if (alphabetically(Objects.requireNonNull(value(code)), value) <= 0) {
                before++;
            }
        }
        return before;
    }

    private static int alphabetically(String left, String right) {
        int byLetters = left.compareToIgnoreCase(right);
        return byLetters != 0 ? byLetters : left.compareTo(right);
    }

    /** For each code the place of its value in alphabetical order, ignoring case. */
    public int[] ranks() {
        var order = new ArrayList<Integer>();
        for (int code = 1; code < size(); code++) {
            order.add(code);
        }
        order.sort((a, b) -> alphabetically(Objects.requireNonNull(value(a)), Objects.requireNonNull(value(b))));
        var ranks = new int[size()];
        for (int i = 0; i < order.size(); i++) {
            ranks[order.get(i)] = i + 1;
        }
        return ranks;
    }

    /** The form in which values that differ only in case are equal. */
    public static String fold(String value) {
        return value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /**
     * Collects values and gives them codes. Values that differ only in case are one value, as filters have it, in the spelling with most
     * small letters in front, whichever came first: rows are read in any order. The codes of values that are known already do not change.
     */
    public static final class Builder {

        private final List<String> values;
        private final Map<String, Integer> codes = new HashMap<>();

        /** Codes by the very spelling: folding a value costs more than finding it. */
        private final Map<String, Integer> spelled = new HashMap<>();

        public Builder() {
            this(new Dictionary(List.of()));
        }

        /** Begins with the values of another dictionary. */
        public Builder(Dictionary known) {
            values = new ArrayList<>(known.values);
            for (int i = 0; i < values.size(); i++) {
                codes.putIfAbsent(fold(values.get(i)), i + 1);
            }
        }

        /** The code of a value, a new one if the value is new. */
        public int code(@Nullable String value) {
            if (value == null) {
                return MISSING;
            }
            Integer code = spelled.get(value);
            if (code == null) {
                code = codeOfFolded(value);
                spelled.put(value, code);
            }
            return code;
        }

        private int codeOfFolded(String value) {
            String folded = fold(value);
            Integer known = codes.get(folded);
            if (known == null) {
                values.add(value);
                known = values.size();
                codes.put(folded, known);
            } else if (value.compareTo(values.get(known - 1)) > 0) {
                values.set(known - 1, value);
            }
            return known;
        }

        public Dictionary build() {
            return new Dictionary(values);
        }
    }
}
