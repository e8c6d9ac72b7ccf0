package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;
import java.time.Duration;
import java.util.Optional;
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

    /**
     * The same for somebody who does not want to wait: empty when the clusters are not found within a time. The search goes on, so that
     * asking again some seconds later gets its answer.
     */
    public Optional<ClusterReport> answerWithin(ClusterOrigin origin, Duration longest) {
        return resolver.clusters(origin, facts.current().facts(), longest).map(FoundClusters::report);
    }
}
