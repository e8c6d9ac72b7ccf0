package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of tickets.
 *
 * @param download the file of all these tickets; null when there are none
 * @param first address of the first page; null when this is it
 * @param next address of the following page; null on the last one
 */
record TicketListView(
        FilterBar filters,
        String evidence,
        @Nullable Link download,
        List<Column> columns,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next,
        boolean empty,
        boolean noTicketsAtAll) {

    /**
     * @param name end of its message key
     * @param href address of the list in this column's order; null when it has none
     * @param sorted {@code ascending}, {@code descending} or null, as in aria-sort
     */
    record Column(
            String name,
            boolean numeric,
            @Nullable String href,
            @Nullable String sorted) {}

    /** One ticket. */
    record Row(
            String href,
            String subject,
            String externalId,
            String created,
            @Nullable String createdTime,
            @Nullable String status,
            @Nullable Link requester,
            @Nullable Link company,
            @Nullable Link agent,
            Duration firstReply,
            Duration fullResolution,
            @Nullable String touches,
            @Nullable Mood mood) {}

    /**
     * How a ticket feels.
     *
     * @param kind {@code negative}, {@code neutral} or {@code positive}
     * @param certainty probability of that, in words
     */
    record Mood(String kind, String certainty) {}

    /** A name that leads to its page. */
    record Link(String label, @Nullable String href) {}

    /**
     * A duration or why there is none.
     *
     * @param why shown on hover; null when there is nothing to say
     * @param impossible whether it is negative
     */
    record Duration(String value, @Nullable String why, boolean impossible) {}
}
