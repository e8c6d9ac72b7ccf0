package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.TicketListView.Column;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of agents, requesters or companies.
 *
 * @param kind end of message keys and of the path
 * @param file address of the whole list as a file; null when it is empty
 * @param compared which days are compared, or why none are; null where that is not asked
 * @param name part of a name that is looked for; null for all
 * @param nameFields what a search by name keeps
 * @param without tickets that have none of them, in words; null when there are none
 */
record ViewListView(
        FilterBar filters,
        String kind,
        String evidence,
        @Nullable String file,
        @Nullable String compared,
        @Nullable String name,
        List<Address.Parameter> nameFields,
        List<Column> columns,
        List<Row> rows,
        @Nullable Without without,
        @Nullable String first,
        @Nullable String next,
        boolean noTicketsAtAll) {

    /**
     * One line with the figures of its tickets.
     *
     * @param changes name of a figure to how it changed; empty where nothing is compared
     */
    record Row(
            String label,
            @Nullable String detail,
            String href,
            String tickets,
            String ticketsHref,
            String unsolved,
            String unsolvedHref,
            Map<String, OverviewView.Change> changes,
            Figures figures) {}

    /**
     * Figures in words; each with the number it rests on.
     *
     * @param negativeHref the negative tickets
     * @param few whether too few tickets were judged to say anything about their share
     * @param shares negative, neutral and positive among the judged tickets
     */
    record Figures(
            String firstReply,
            String firstReplyP90,
            String firstReplyNote,
            String fullResolution,
            String fullResolutionP90,
            String fullResolutionNote,
            String touches,
            String negativeShare,
            String negativeNote,
            String negativeHref,
            boolean few,
            List<JudgementView.Share> shares) {}

    /** Tickets without an agent, requester or company. */
    record Without(String sentence, String href) {}
}
