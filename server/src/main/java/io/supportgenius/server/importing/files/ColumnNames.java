package io.supportgenius.server.importing.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a header names. A name that is there several times, as Jira writes a column for each comment, is one column whose values of a
 * row are a list.
 *
 * @param names of the columns, each once
 * @param places index of the column for each field of a row; null where it is the same
 * @param repeated names that stand there more than once
 */
record ColumnNames(List<String> names, int @Nullable [] places, List<String> repeated) {
    private static final String NAME = "Column ";
    private static final String BETWEEN = ", ";

    /** Columns without names, counted from 1. */
    static ColumnNames counted(int columns, String file, FileLimits limits) {
        return of(new String[columns], file, limits);
    }

    /**
     * Reads a header.
     *
     * @param cells null or blank where a column has no name
     * @throws UnreadableFileException if there are too many columns, or the names are too long for names
     */
    static ColumnNames of(@Nullable String[] cells, String file, FileLimits limits) {
        refuseTooMany(cells.length, file, limits);
        List<String> names = new ArrayList<>();
        Map<String, Integer> exact = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        int[] places = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            String given = cells[i] == null ? "" : clean(cells[i]);
            refuseTooLong(given, i, file, limits);
            Integer same = given.isEmpty() ? null : exact.get(given);
            if (same != null) {
                repeated.add(given);
                places[i] = same;
                continue;
            }
            exact.put(given, names.size());
            places[i] = names.size();
            names.add(unique(given.isEmpty() ? NAME + (i + 1) : given, taken));
        }
        return new ColumnNames(List.copyOf(names), repeated.isEmpty() ? null : places, List.copyOf(repeated));
    }

    static void refuseTooMany(int columns, String file, FileLimits limits) {
        if (columns > limits.columns()) {
            throw new UnreadableFileException(file + " has " + columns + " columns, more than the " + limits.columns()
                    + " that supportgenius.import.columns allows.");
        }
    }

    private static void refuseTooLong(String name, int index, String file, FileLimits limits) {
        if (name.length() > limits.columnName()) {
            throw new UnreadableFileException("The name of column " + (index + 1) + " of " + file + " is longer than "
                    + limits.columnName() + " characters: the file needs a header, or supportgenius.import.column-name"
                    + " a higher limit.");
        }
    }

    private static String clean(String cell) {
        return cell.replace("\0", "")
                .replace("\uFEFF", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
            unique = name + " (" + copy + ")";
        }
        return unique;
    }

    /**
     * The cells of a row by column. Fields beyond the header stay behind the columns, and a row that lacks the last columns stays
     * short, so that both can be seen.
     */
    String[] byColumn(String[] fields) {
        int[] to = places;
        if (to == null) {
            return fields;
        }
        int inHeader = Math.min(fields.length, to.length);
        int columns = 0;
        for (int i = 0; i < inHeader; i++) {
            columns = Math.max(columns, to[i] + 1);
        }
        String[] cells = new String[fields.length > to.length ? names.size() + fields.length - to.length : columns];
        for (int i = 0; i < inHeader; i++) {
            String before = cells[to[i]];
            cells[to[i]] = before == null || before.isBlank()
                    ? fields[i]
                    : fields[i].isBlank() ? before : before + BETWEEN + fields[i].strip();
        }
        if (fields.length > to.length) {
            System.arraycopy(fields, to.length, cells, names.size(), fields.length - to.length);
        }
        return cells;
    }
}
