package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.server.facts.LiveFacts;
import org.springframework.stereotype.Service;

/** Answers the customer dashboard. */
@Service
public class Clusters {

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final ClusterFinder finder;

    Clusters(LiveFacts facts, SelectionResolver resolver, ClusterFinder finder) {
        this.facts = facts;
        this.resolver = resolver;
        this.finder = finder;
    }

    /**
     * The clusters of a selection; a filter by cluster gives way.
     *
     * @throws InvalidSelectionException if selection or importances name something that does not exist
     */
    public ClusterReport answer(TicketSelection selection, Importances importances) {
        TicketFacts columns = facts.current().facts();
        TicketSelection asked = SelectionParser.withoutCluster(selection);
        return finder.find(columns, asked, resolver.resolve(asked, columns), importances)
                .report();
    }
}
