package io.supportgenius.server.facts;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.server.store.TestStore;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFactsTest {

    private final TestStore store = TestStore.create();
    private LiveFacts facts = TestFacts.over(store);

    @BeforeEach
    void inUtc() {
        store.organisation().setZone(ZoneId.of("UTC"));
        facts.refresh();
    }

    @Test
    void theFactsFollowCreationChangeAndRemoval() {
        store.load(
                "desk",
                ticket("1").status("open").draft(),
                ticket("2").status("open").draft());
        facts.refresh();
        assertThat(counts(Dimension.STATUS)).isEqualTo(Map.of("open", 2L));

        store.load("desk", ticket("2").status("solved").draft());
        facts.refresh();
        assertThat(counts(Dimension.STATUS)).isEqualTo(Map.of("open", 1L, "solved", 1L));

        store.loads().remove("desk");
        facts.refresh();
        assertThat(facts.current().facts().size()).isZero();
        assertThat(facts.current().complete()).isTrue();
    }

    @Test
    void aReaderKeepsItsSnapshot() {
        store.load("desk", ticket("1").draft());
        facts.refresh();
        TicketFacts before = facts.current().facts();

        store.load("desk", ticket("2").draft());
        facts.refresh();

        assertThat(before.size()).isEqualTo(1);
        assertThat(facts.current().facts().size()).isEqualTo(2);
    }

    @Test
    void factsThatFollowedEqualFactsThatStartedAnew() {
        store.load(
                "desk",
                ticket("1")
                        .company("Acme", new Profile("media", "Gold", null, true))
                        .attribute("Product", "A")
                        .draft(),
                ticket("2").company("Other").draft());
        facts.refresh();
        store.load(
                "desk",
                ticket("1")
                        .company("Acme", new Profile("energy", null, null, null))
                        .attribute("Floor", "3")
                        .draft(),
                ticket("3")
                        .company("New")
                        .profile(new Profile("energy", null, "Berlin", false))
                        .draft());
        facts.refresh();

        LiveFacts anew = TestFacts.over(store);
        assertThat(facts.current().facts().dimensions())
                .isEqualTo(anew.current().facts().dimensions());
        for (Dimension dimension : anew.current().facts().dimensions()) {
            assertThat(counts(dimension))
                    .as(dimension.name())
                    .isEqualTo(counts(anew.current().facts(), dimension));
        }
        assertThat(counts(Dimension.INDUSTRY)).isEqualTo(Map.of("energy", 2L, "(missing)", 1L));
        assertThat(counts(Dimension.SUPPORT_TIER)).isEqualTo(Map.of("Gold", 1L, "(missing)", 2L));
    }

    /** Each batch gives all tickets the same status, and each adds a ticket: a reader must find one status, never two. */
    @Test
    void readersNeverSeeHalfABatch() throws Exception {
        int batches = 8;
        var going = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            var seen = new ArrayList<Future<Integer>>();
            for (int reader = 0; reader < 2; reader++) {
                seen.add(readers.submit(() -> {
                    int looks = 0;
                    while (going.get() || looks == 0) {
                        Snapshot now = facts.current();
                        Map<String, Long> counts = counts(now.facts(), Dimension.STATUS);
                        assertThat(counts).hasSizeLessThanOrEqualTo(1);
                        assertThat(counts.values())
                                .allMatch(count -> count == now.facts().size());
                        looks++;
                    }
                    return looks;
                }));
            }
            for (int batch = 1; batch <= batches; batch++) {
                store.load("desk", batch(batch, "status " + batch));
                facts.refresh();
            }
            going.set(false);
            for (Future<Integer> reader : seen) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(counts(Dimension.STATUS)).isEqualTo(Map.of("status " + batches, 20L + batches));
    }

    private static TicketDraft[] batch(int batch, String status) {
        return IntStream.range(0, 20 + batch)
                .mapToObj(i -> ticket("" + i)
                        .created("2026-01-%02dT10:00:00Z".formatted(1 + i * 7 % 28))
                        .status(status)
                        .draft())
                .toArray(TicketDraft[]::new);
    }

    @Test
    void peopleOfTheSameNameStayApart() {
        store.load(
                "desk",
                ticket("1").requester("Ann", "ann@one.example").draft(),
                ticket("2").requester("ann", "ann@two.example").draft(),
                ticket("3").requester("Bob", "bob@one.example").draft());
        facts.refresh();

        assertThat(counts(Dimension.REQUESTER).keySet())
                .hasSize(3)
                .contains("Bob")
                .allMatch(label -> label.equals("Bob") || label.matches("(?i)ann \\(#\\d+\\)"));
    }

    @Test
    void aNewZoneMovesTheHours() {
        store.load("desk", ticket("1").created("2026-01-05T23:45:00Z").draft());
        facts.refresh();
        assertThat(hours()[0][23]).isEqualTo(1);

        store.organisation().setZone(ZoneId.of("Asia/Kolkata"));
        facts.refresh();

        // Monday 23:45 UTC is Tuesday 05:15 in India (UTC+05:30)
        assertThat(hours()[1][5]).isEqualTo(1);
    }

    private long[][] hours() {
        var grid = new HourOfWeekGrid();
        facts.current().facts().scan(Selection.ALL, grid::accept);
        return grid.counts();
    }

    private Map<String, Long> counts(Dimension dimension) {
        return counts(facts.current().facts(), dimension);
    }

    private static Map<String, Long> counts(TicketFacts columns, Dimension dimension) {
        int index = columns.index(dimension);
        var counts = new CategoryCounts(index);
        columns.scan(Selection.ALL, counts::accept);
        var named = new TreeMap<String, Long>();
        for (int code = 0; code < columns.dictionary(index).size(); code++) {
            if (counts.count(code) > 0) {
                String value = columns.dictionary(index).value(code);
                named.put(value == null ? "(missing)" : value, counts.count(code));
            }
        }
        return named;
    }
}
