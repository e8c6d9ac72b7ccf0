package io.supportgenius.server.insights;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers lists of tickets: the facts find and order the rows, the store gives their texts. */
@Service
public class TicketLists {

    /** Names that {@code sort} takes; with a leading minus the order is descending. */
    public static final java.util.List<String> SORTS = java.util.List.of(
            "created",
            "firstReplyHours",
            "fullResolutionHours",
            "touches",
            "status",
            "priority",
            "requester",
            "company",
            "agent");

    /**
     * @param sort one of {@link #SORTS}, descending with a leading minus; tickets without the value come last
     * @param limit rows on a page, 1 to 1,000
     * @param after cursor of an earlier answer with the same selection and sort; null for the first page
     * @throws InvalidSelectionException if selection, sort, limit or cursor cannot be understood
     */
    public TicketPage page(TicketSelection selection, String sort, int limit, @Nullable String after) {
        throw new UnsupportedOperationException("arrives with the facts: " + selection + sort + limit + after);
    }
}
