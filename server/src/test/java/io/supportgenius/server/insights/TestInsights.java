package io.supportgenius.server.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.TestFacts;
import io.supportgenius.server.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The questions over a test store, asked as addresses are. */
final class TestInsights {

    private final TestStore store;
    private final LiveFacts facts;
    private final SelectionResolver resolver;

    TestInsights() {
        this(TestStore.create());
    }

    TestInsights(TestStore store) {
        this.store = store;
        store.organisation().setZone(ZoneId.of("UTC"));
        facts = TestFacts.over(store);
        resolver = new SelectionResolver(store.tickets(), new ClusterFinder(), Clock.systemUTC());
    }

    TestStore store() {
        return store;
    }

    Dashboard dashboard(String query) {
        return dashboardBy(query, null);
    }

    Dashboard dashboardBy(String query, @Nullable String dimension) {
        facts.refresh();
        return new Dashboards(facts, resolver, Clock.systemUTC())
                .answer(selection(query), dimension, Baseline.PREVIOUS);
    }

    /** @param today in the organisation's zone, at noon */
    Overview overview(String query, String today) {
        return overview(query, Baseline.PREVIOUS, today);
    }

    Overview overview(String query, Baseline baseline, String today) {
        facts.refresh();
        ZoneId zone = facts.current().facts().zone();
        Clock clock =
                Clock.fixed(LocalDate.parse(today).atTime(12, 0).atZone(zone).toInstant(), ZoneId.of("UTC"));
        return new Overviews(facts, resolver, clock).answer(selection(query), baseline);
    }

    long count(String query) {
        return tickets(query, "created", 1, "").total();
    }

    TicketPage tickets(String query, String sort, int limit, String after) {
        facts.refresh();
        return new TicketLists(facts, resolver, store.tickets()).page(selection(query), sort, limit, after);
    }

    /** One for a whole test: it knows how many it serves. */
    TicketExports exports() {
        facts.refresh();
        return new TicketExports(facts, resolver, store.tickets(), store.ticketRecords());
    }

    ClusterReport clusters(String query, String... weights) {
        facts.refresh();
        return new Clusters(facts, resolver)
                .answer(new ClusterOrigin(selection(query), Importances.parse(List.of(weights))));
    }

    Optional<ClusterReport> clustersWithin(Duration longest) {
        facts.refresh();
        return new Clusters(facts, resolver)
                .answerWithin(new ClusterOrigin(TicketSelection.ALL, Importances.USUAL), longest);
    }

    FindingsReport findings(String query) {
        return findings().answer(selection(query));
    }

    Findings findings() {
        facts.refresh();
        return new Findings(facts, resolver);
    }

    Views views() {
        facts.refresh();
        return new Views(facts, resolver, new IdentifyingWords(store.records()), Clock.systemUTC());
    }

    FilterChoices choices() {
        facts.refresh();
        return new FilterChoices(facts, resolver, Clock.systemUTC());
    }

    static TicketSelection selection(String query) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> decoded.add(
                        UriUtils.decode(name, UTF_8),
                        value == null ? "" : UriUtils.decode(value.replace('+', ' '), UTF_8))));
        return SelectionParser.parse(decoded, Set.of(), null);
    }
}
