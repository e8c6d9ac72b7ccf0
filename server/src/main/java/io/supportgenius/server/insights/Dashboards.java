package io.supportgenius.server.insights;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the ticket dashboard. */
@Service
public class Dashboards {

    /**
     * @param by a further dimension to count by, for example {@code channel} or {@code attribute.Product}; null for none
     * @throws InvalidSelectionException if the selection names something that does not exist
     */
    public Dashboard answer(TicketSelection selection, @Nullable String by) {
        throw new UnsupportedOperationException("arrives with the facts: " + selection + by);
    }
}
