package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.server.store.FactRows;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Objects;

/**
 * What facts depend on beside the tickets: facts of another origin are of no use.
 *
 * @param meaning of the rows they were made of and of the zone's rules, see {@link #meaning(ZoneId)}
 * @param database which one they came from
 * @param epoch of the store
 * @param zone of hours and weekdays
 * @param dimensions names, in their order
 */
record FactsOrigin(int meaning, String database, long epoch, String zone, List<String> dimensions) {

    static FactsOrigin of(String database, Snapshot snapshot) {
        return new FactsOrigin(
                meaning(snapshot.facts().zone()),
                database,
                snapshot.epoch(),
                snapshot.facts().zone().getId(),
                snapshot.facts().dimensions().stream().map(Dimension::name).toList());
    }

    /** Changes with what rows mean and with the rules of the zone, which a newer Java may know better. */
    static int meaning(ZoneId zone) {
        String rules = ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())
                ? ZoneRulesProvider.getVersions(zone.getId()).lastKey()
                : "";
        return Objects.hash(FactRows.meaning(), rules);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    List<Dimension> dimensionsInOrder() {
        return dimensions.stream().map(Dimension::new).toList();
    }
}
