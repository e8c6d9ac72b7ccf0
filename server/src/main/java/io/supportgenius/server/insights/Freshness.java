package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.store.Organisation;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What answers are based on: said on every page. */
@Service
public class Freshness {

    private final LiveFacts facts;
    private final Organisation organisation;

    Freshness(LiveFacts facts, Organisation organisation) {
        this.facts = facts;
        this.organisation = organisation;
    }

    /** The state right now. */
    public State state() {
        Snapshot current = facts.current();
        return new State(
                organisation.name().orElse(null),
                current.facts().zone(),
                current.facts().size(),
                current.complete(),
                current.loaded(),
                current.toLoad());
    }

    /**
     * @param organisation the organisation's name, null where none was given
     * @param zone the organisation's zone
     * @param tickets tickets that answers are based on now
     * @param complete whether these are all tickets of the store
     * @param loaded tickets read so far while facts are loaded
     * @param toLoad tickets to read in all while facts are loaded
     */
    public record State(
            @Nullable String organisation, ZoneId zone, long tickets, boolean complete, long loaded, long toLoad) {}
}
