package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.TicketView.Detail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one agent, requester or company.
 *
 * @param compared which days are compared, or why none are; null where that is not asked
 * @param figures null when no ticket of the selection is theirs
 * @param figuresFile address of the figures as a file
 * @param similar those most like it; null where none are looked for
 */
record ViewDetailView(
        FilterBar filters,
        String kind,
        String name,
        String evidence,
        @Nullable String compared,
        List<Detail> details,
        ViewListView.@Nullable Row figures,
        String figuresFile,
        List<TicketListView.Row> tickets,
        String allTickets,
        boolean more,
        @Nullable SimilarView similar) {}
