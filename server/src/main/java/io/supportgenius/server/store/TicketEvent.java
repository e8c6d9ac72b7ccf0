package io.supportgenius.server.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an event log.
 *
 * @param externalId the ticket's id in its source
 * @param at when it happened; null where the row does not say
 * @param step orders events of one instant; 0 where the log numbers them not
 * @param line the line of the file on which the row starts, 1 = first
 * @param cells the row's cells, one for each column of its file
 */
public record TicketEvent(String externalId, @Nullable Instant at, long step, long line, List<String> cells) {

    public TicketEvent {
        cells = List.copyOf(cells);
    }
}
