package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.Map;

/**
 * What questions are answered from: one state that never changes.
 *
 * @param names the people and companies behind {@link Dimension#COMPANY}, {@link Dimension#REQUESTER} and {@link
 *     Dimension#AGENT}
 * @param epoch and revision of the store that the facts show
 * @param complete whether these are all tickets of that state
 * @param loaded tickets read so far by the load that is under way
 * @param toLoad tickets that load has to read
 */
public record Snapshot(
        TicketFacts facts,
        Map<Dimension, Names> names,
        long epoch,
        long revision,
        boolean complete,
        long loaded,
        long toLoad) {

    public Snapshot {
        names = Map.copyOf(names);
    }

    /** The people or companies behind a dimension. */
    public Names names(Dimension dimension) {
        Names found = names.get(dimension);
        if (found == null) {
            throw new IllegalArgumentException(dimension.name() + " has no names");
        }
        return found;
    }
}
