package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;
import org.springframework.stereotype.Service;

/** Answers the customer dashboard. */
@Service
public class Clusters {

    private final LiveFacts facts;
    private final SelectionResolver resolver;

    Clusters(LiveFacts facts, SelectionResolver resolver) {
        this.facts = facts;
        this.resolver = resolver;
    }

    /** @throws InvalidSelectionException if selection or importances name something that does not exist */
    public ClusterReport answer(ClusterOrigin origin) {
        return resolver.clusters(origin, facts.current().facts()).report();
    }
}
