package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cluster explained.
 *
 * @param size its tickets as a share of all, in words
 * @param mood the share of negative tickets with its interval, in words
 * @param stability how surely it comes again among other tickets, in words
 * @param tickets address of the list of its tickets
 * @param dashboard address of the ticket dashboard of its tickets
 * @param sides what is known of its negative and of its positive tickets, row by row
 * @param distinctions what sets it apart, most telling first
 * @param newest its newest tickets
 */
record ClusterView(
        int number,
        String name,
        String size,
        String mood,
        String stability,
        String tickets,
        String allTickets,
        String dashboard,
        List<Side> sides,
        List<Distinction> distinctions,
        List<TicketListView.Row> newest) {

    /** @param name end of its message keys */
    record Side(String name, Value negative, Value positive) {}

    /**
     * A figure.
     *
     * @param href the tickets behind it; null where there are none
     * @param why why there is no figure; null when there is one
     */
    record Value(
            String text, @Nullable String href, @Nullable String why) {}

    /**
     * A value that is more frequent in the cluster than elsewhere.
     *
     * @param percent share in the cluster for the length of a bar, likewise of all tickets
     */
    record Distinction(
            String dimension,
            String value,
            String tickets,
            String href,
            String share,
            int percent,
            String shareOfAll,
            int percentOfAll,
            String lift,
            String liftInterval) {}
}
