package io.supportgenius.server.store;

import io.supportgenius.server.ticket.TicketId;

/**
 * What became of one draft of a load.
 *
 * @param ticket the ticket that the draft describes
 */
public record DraftFate(TicketId ticket, State state) {

    /** What a draft did, by the same words as {@link LoadResult} counts them. */
    public enum State {
        CREATED,
        UPDATED,
        UNCHANGED,
        FOLDED,
        DUPLICATE
    }
}
