package io.supportgenius.server.importing.files;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the header stands among the first records. Reports begin with titles and blank lines, which have fewer filled fields than the
 * table below them; a file without a header begins with a record that looks like all the others: a date over dates, a number over numbers.
 */
final class HeaderSearch {
    /** So many records above the header are skipped at most. */
    private static final int LATEST = 40;

    private static final double FILLED = 0.6;
    /** Where so many rows are equally long, the header is not more than a field shorter. */
    private static final double REGULAR = 0.8;

    private static final double TYPED = 0.9;
    private static final double LIKE_THE_OTHERS = 0.75;
    private static final Pattern CODE = Pattern.compile("[\\p{L}]{1,10}[-_#]?\\d{3,}");

    private HeaderSearch() {}

    /** The index of the record that begins the table, be it a header or a row; 0 where none stands out. */
    static int start(List<String[]> records) {
        int usual = usualFields(records);
        if (usual < 2) {
            return 0;
        }
        int wanted = (int) Math.max(2, Math.ceil(FILLED * usual));
        long regular = records.stream().filter(one -> one.length == usual).count();
        int shortest = regular >= REGULAR * records.size() ? usual - 1 : wanted;
        for (int i = 0; i < Math.min(records.size(), LATEST); i++) {
            if (records.get(i).length >= shortest && filled(records.get(i)) >= wanted) {
                return i;
            }
        }
        return 0;
    }

    /** The number of fields that most records have; the larger one where two are equally frequent. */
    private static int usualFields(List<String[]> records) {
        int best = 0;
        int bestCount = 0;
        for (String[] one : records) {
            int fields = one.length;
            int count = (int)
                    records.stream().filter(other -> other.length == fields).count();
            if (count > bestCount || (count == bestCount && fields > best)) {
                best = fields;
                bestCount = count;
            }
        }
        return best;
    }

    private static int filled(String[] record) {
        int filled = 0;
        for (String cell : record) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    /** Whether the first of some records names the columns of the others, as it does unless it looks like them. */
    static boolean isHeader(List<String[]> records) {
        String[] first = records.get(0);
        int typed = 0;
        int alike = 0;
        for (int column = 0; column < first.length; column++) {
            Kind below = kindBelow(records, column);
            Kind above = kind(first[column]);
            if (below == Kind.WORDS || below == Kind.EMPTY || above == Kind.EMPTY) {
                continue;
            }
            typed++;
            alike += above == below ? 1 : 0;
        }
        return typed == 0 || alike < LIKE_THE_OTHERS * typed;
    }

    private static Kind kindBelow(List<String[]> records, int column) {
        int[] counts = new int[Kind.values().length];
        int filled = 0;
        for (String[] one : records.subList(1, records.size())) {
            Kind kind = column < one.length ? kind(one[column]) : Kind.EMPTY;
            if (kind != Kind.EMPTY) {
                counts[kind.ordinal()]++;
                filled++;
            }
        }
        for (Kind kind : Kind.values()) {
            if (filled > 0 && kind != Kind.WORDS && counts[kind.ordinal()] >= TYPED * filled) {
                return kind;
            }
        }
        return filled == 0 ? Kind.EMPTY : Kind.WORDS;
    }

    private static Kind kind(String given) {
        String cell = given.strip();
        if (cell.isEmpty()) {
            return Kind.EMPTY;
        }
        char first = cell.charAt(0);
        if (Character.isDigit(first) || (cell.length() > 1 && "+-(.".indexOf(first) >= 0)) {
            long digits = cell.chars().filter(Character::isDigit).count();
            return digits * 2 >= cell.length() ? Kind.DIGITS : Kind.WORDS;
        }
        if (cell.indexOf('@') > 0 && cell.indexOf(' ') < 0) {
            return Kind.EMAIL;
        }
        return CODE.matcher(cell).matches() ? Kind.CODE : Kind.WORDS;
    }

    private enum Kind {
        EMPTY,
        DIGITS,
        EMAIL,
        CODE,
        WORDS
    }
}
