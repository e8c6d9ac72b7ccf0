package io.supportgenius.server.web.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter bar of a page.
 *
 * @param page path that the forms lead to
 * @param from as asked, even where it cannot be understood, or the day that a preset means today; likewise to and q
 * @param ranged whether days are chosen
 * @param range the days asked for, in words
 * @param days the days that tickets were created on, in words; null when there is no ticket with a creation time
 * @param presets days told from today; the first leads to all tickets
 * @param newest days of the newest tickets, by their dates
 * @param baseline what the days are compared with, in words; the choices are empty where a page compares nothing
 * @param wayOut why no ticket was created in the days asked for; null where there can be some
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
        boolean ranged,
        String range,
        @Nullable String days,
        List<Preset> presets,
        List<Preset> newest,
        String baseline,
        List<Preset> baselines,
        @Nullable String wayOut,
        List<Chip> chips,
        List<Address.Parameter> rangeFields,
        List<Address.Parameter> searchFields,
        List<Dimension> dimensions,
        Map<String, String> problems,
        List<Problem> otherProblems,
        int active,
        String clear) {

    /** Days that can be expected to have tickets: usual presets that have some, and the newest ones. */
    List<Preset> suggestions() {
        return Stream.concat(presets.stream().filter(Preset::likely), newest.stream())
                .toList();
    }

    /**
     * A choice of one click.
     *
     * @param likely whether it is worth being offered where nothing is chosen
     */
    record Preset(String label, String href, boolean here, boolean likely) {}

    /** One filter that is on; change is null where there is no choice of values. */
    record Chip(String dimension, String values, @Nullable String change, String remove) {}

    /** A dimension to filter by. */
    record Dimension(String label, String choose) {}

    /** A parameter that cannot be understood. */
    record Problem(String label, String message, String remove) {}
}
