package io.supportgenius.server.insights;

import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.util.List;

/**
 * The order of a list, and how much of it is asked for.
 *
 * @param name what is sorted by
 */
record ListOrder(String name, boolean descending) {

    private static final int MOST_ROWS = 1000;

    /** @throws InvalidSelectionException if the name is not one of the known ones, or the limit is out of range */
    static ListOrder of(String sort, int limit, List<String> known) {
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        if (!known.contains(name)) {
            throw new InvalidSelectionException(List.of(new Problem(
                    "sort",
                    sort,
                    "Expected one of " + String.join(", ", known) + ", with a leading minus for descending.")));
        }
        if (limit < 1 || limit > MOST_ROWS) {
            throw new InvalidSelectionException(List.of(new Problem(
                    "limit", Integer.toString(limit), "Expected a number of rows from 1 to " + MOST_ROWS + ".")));
        }
        return new ListOrder(name, descending);
    }
}
