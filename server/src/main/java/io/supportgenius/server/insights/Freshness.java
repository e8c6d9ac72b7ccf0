package io.supportgenius.server.insights;

import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** What answers are based on: said on every page. */
@Service
public class Freshness {

    /** The state right now. */
    public State state() {
        throw new UnsupportedOperationException("arrives with the facts");
    }

    /**
     * @param organisation the organisation's name
     * @param zone the organisation's zone
     * @param tickets tickets that answers are based on now
     * @param complete whether these are all tickets of the store
     * @param loaded tickets read so far while facts are loaded
     * @param toLoad tickets to read in all while facts are loaded
     */
    public record State(String organisation, ZoneId zone, long tickets, boolean complete, long loaded, long toLoad) {}
}
