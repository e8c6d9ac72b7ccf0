package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.server.store.FactRows;
import java.time.ZoneId;
import java.util.List;

/**
 * What facts depend on beside the tickets: facts of another origin are of no use.
 *
 * @param meaning of the rows they were made of, see {@link FactRows#meaning}
 * @param database which one they came from
 * @param epoch of the store
 * @param zone of hours and weekdays
 * @param dimensions names, in their order
 */
record FactsOrigin(int meaning, String database, long epoch, String zone, List<String> dimensions) {

    static FactsOrigin of(String database, Snapshot snapshot) {
        return new FactsOrigin(
                FactRows.meaning(),
                database,
                snapshot.epoch(),
                snapshot.facts().zone().getId(),
                snapshot.facts().dimensions().stream().map(Dimension::name).toList());
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    List<Dimension> dimensionsInOrder() {
        return dimensions.stream().map(Dimension::new).toList();
    }
}
