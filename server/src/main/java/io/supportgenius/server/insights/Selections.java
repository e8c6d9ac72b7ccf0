package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads selections from parameters, where days may be told from today. */
@Component
public class Selections {

    private final LiveFacts facts;
    private final Clock clock;

    Selections(LiveFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The day it is in the organisation's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), facts.current().facts().zone());
    }

    /**
     * Reads a selection; its days are those that the parameters mean today.
     *
     * @param alsoAllowed parameters that the caller reads itself
     * @throws InvalidSelectionException naming every parameter that is unknown or cannot be understood
     */
    public TicketSelection read(MultiValueMap<String, String> parameters, Set<String> alsoAllowed) {
        return SelectionParser.parse(parameters, alsoAllowed, today());
    }

    /**
     * Reads what clusters are to be made from.
     *
     * @throws InvalidSelectionException naming what cannot be understood
     */
    public ClusterOrigin origin(MultiValueMap<String, String> parameters) {
        return new ClusterOrigin(
                read(parameters, Set.of(Importances.PARAMETER, ClusterOrigin.METHOD)),
                Importances.parse(parameters.getOrDefault(Importances.PARAMETER, List.of())),
                ClusterOrigin.method(parameters.getOrDefault(ClusterOrigin.METHOD, List.of())));
    }
}
