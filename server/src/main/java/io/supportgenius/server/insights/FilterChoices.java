package io.supportgenius.server.insights;

import java.util.List;
import org.springframework.stereotype.Service;

/** What the filter bar offers. */
@Service
public class FilterChoices {

    /**
     * Every dimension that tickets can be filtered and grouped by, built-in ones first.
     *
     * @return never empty
     */
    public List<Choice> dimensions() {
        throw new UnsupportedOperationException("arrives with the facts");
    }

    /**
     * Values of one dimension among the tickets of a selection, most tickets first. The selection's own filter on this
     * dimension is left out, so that further values can be added.
     *
     * @param search part of a value to look for, ignoring case; empty for all
     */
    public List<CategoryCount> values(String dimension, TicketSelection selection, String search, int limit) {
        throw new UnsupportedOperationException("arrives with the facts: " + dimension + selection + search + limit);
    }

    /**
     * A dimension.
     *
     * @param name as a parameter, for example {@code supportTier} or {@code attribute.Product}
     * @param attribute whether it comes from a column of an export rather than from our own model
     * @param values how many different values there are, without the missing one
     */
    public record Choice(String name, boolean attribute, int values) {}
}
