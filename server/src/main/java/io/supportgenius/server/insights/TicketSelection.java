package io.supportgenius.server.insights;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a question is about: the same on pages and in the API.
 *
 * @param from first day, inclusive, in the organisation's zone; null for no limit
 * @param to last day, inclusive, in the organisation's zone; null for no limit
 * @param filters parameter name (for example {@code industry}, {@code weekday} or {@code attribute.Product}) to the wanted
 *     values, in the order asked; an empty string asks for tickets without a value
 * @param q words to search for in subject and text; null for none
 */
public record TicketSelection(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<String, List<String>> filters,
        @Nullable String q) {

    /** Every ticket. */
    public static final TicketSelection ALL = new TicketSelection(null, null, Map.of(), null);

    public TicketSelection {
        var copy = new LinkedHashMap<String, List<String>>();
        filters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        filters = java.util.Collections.unmodifiableMap(copy);
    }
}
