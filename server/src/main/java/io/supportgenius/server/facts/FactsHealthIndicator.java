package io.supportgenius.server.facts;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once pages answer from complete facts. */
@Component("factsHealthIndicator")
class FactsHealthIndicator implements HealthIndicator {

    private final LiveFacts facts;

    FactsHealthIndicator(LiveFacts facts) {
        this.facts = facts;
    }

    private Map<String, Object> shortage() {
        Shortage shortage = facts.shortage();
        return shortage == null ? Map.of() : Map.of("shortage", shortage.sentence());
    }

    @Override
    public Health health() {
        Snapshot current = facts.current();
        Health.Builder health = current.complete() ? Health.up() : Health.outOfService();
        return health.withDetail("loaded", current.loaded())
                .withDetail("toLoad", current.toLoad())
                .withDetails(shortage())
                .build();
    }
}
