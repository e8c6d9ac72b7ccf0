package io.supportgenius.server.web.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filter bar of a page.
 *
 * @param page path that the forms lead to
 * @param from as asked, even where it cannot be understood; likewise to and q
 * @param range the days asked for, in words
 * @param anchor day that the presets count back from, in words; null when there is no ticket with a creation time
 * @param rangeFields fields that a change of the days keeps; likewise for the search
 * @param dimensions what can be filtered by
 * @param problems parameter to what is wrong with it, for from, to and q
 * @param otherProblems what is wrong with other parameters
 * @param active number of filters, counting the range and the search
 * @param clear address without any filter
 */
record FilterBar(
        String page,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        String range,
        @Nullable String anchor,
        List<Preset> presets,
        List<Chip> chips,
        List<Address.Parameter> rangeFields,
        List<Address.Parameter> searchFields,
        List<Dimension> dimensions,
        Map<String, String> problems,
        List<Problem> otherProblems,
        int active,
        String clear) {

    /** A range of days of one click. */
    record Preset(String label, String href, boolean here) {}

    /** One filter that is on; change is null where there is no choice of values. */
    record Chip(String dimension, String values, @Nullable String change, String remove) {}

    /** A dimension to filter by. */
    record Dimension(String label, String choose) {}

    /** A parameter that cannot be understood. */
    record Problem(String label, String message, String remove) {}
}
