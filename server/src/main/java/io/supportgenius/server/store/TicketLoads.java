package io.supportgenius.server.store;

import org.springframework.stereotype.Component;

/** Opens loads of many tickets at once. */
@Component
public class TicketLoads {

    /**
     * Begins a load in a transaction of its own, on a connection of its own.
     *
     * @param source the name under which external ids are unique, for example {@code demo}
     */
    public TicketLoad begin(String source) {
        throw new UnsupportedOperationException("arrives with the store: " + source);
    }
}
