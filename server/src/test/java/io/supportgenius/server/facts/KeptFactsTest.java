package io.supportgenius.server.facts;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.server.store.TestStore;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Facts that were kept are taken over only where they are right. Whether they were taken over shows in a change of the store that goes without
 * a revision, as the product makes none: only who reads all tickets sees it.
 */
class KeptFactsTest {

    private static final int TICKETS = 120;

    @TempDir
    Path directory;

    private final TestStore store = TestStore.create();

    @BeforeEach
    void keepTheFactsOfSomeTickets() {
        store.organisation().setZone(ZoneId.of("America/New_York"));
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < TICKETS; i++) {
            drafts.add(ticket("" + i)
                    .created("2026-%02d-%02dT%02d:30:00Z".formatted(1 + i % 12, 1 + i % 28, i % 24))
                    .status(i % 3 == 0 ? "open" : "solved")
                    .company("Company " + i % 7, new Profile("media", i % 2 == 0 ? "Gold" : null, "Zürich", true))
                    .requester("Ann " + i % 40, "ann" + i % 50 + "@one.example")
                    .attribute("Product", "P" + i % 4)
                    .draft());
        }
        store.load("desk", drafts.toArray(new TicketDraft[0]));
        kept(directory).keep(TestFacts.over(store).current());
        store.jdbc().sql("update ticket set channel = 'changed unseen'").update();
    }

    private KeptFacts kept(Path place) {
        return new KeptFacts(
                new FactsFile(place, new HeapRoom(Long.MAX_VALUE)), store.changes(), Duration.ofSeconds(5));
    }

    private TicketFacts started(TestStore on, Path place) {
        LiveFacts facts = TestFacts.unread(
                on,
                Optional.of(new KeptFacts(
                        new FactsFile(place, new HeapRoom(Long.MAX_VALUE)), on.changes(), Duration.ofSeconds(5))));
        facts.refresh();
        assertThat(facts.current().complete()).isTrue();
        return facts.current().facts();
    }

    @Test
    void aStartTakesThemOver() {
        TicketFacts facts = started(store, directory);

        assertThat(figures(facts, "channel")).isNotEqualTo(figures(read(), "channel"));
        store.jdbc().sql("update ticket set channel = null").update();
        assertThat(allFigures(facts)).isEqualTo(allFigures(read()));
    }

    @Test
    void ticketsThatChangedMeanwhileAreRead() {
        store.load(
                "desk",
                ticket("7").created("2026-03-01T10:00:00Z").status("reopened").draft(),
                ticket("new").created("2025-03-01T10:00:00Z").company("New").draft());
        TicketFacts facts = started(store, directory);

        assertThat(figures(facts, "status")).contains("reopened:1").isEqualTo(figures(read(), "status"));
        assertThat(figures(facts, "channel")).doesNotContain("changed unseen:" + TICKETS);
        store.jdbc().sql("update ticket set channel = null").update();
        TicketFacts all = started(store, directory);
        assertThat(allFigures(all)).isEqualTo(allFigures(read()));
    }

    @Test
    void aFileThatWasCutIsLeftAside() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int size : new int[] {0, 8, 16, 1000, whole.length - 8, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, size));

            assertAllAreRead(started(store, directory));
        }
        assertThat(allFigures(started(store, directory))).isEqualTo(allFigures(read()));
    }

    @Test
    void aFileWithAFlippedBitIsLeftAside() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        var random = new Random(5);
        for (int round = 0; round < 12; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);

            assertAllAreRead(started(store, directory));
        }
    }

    @Test
    void aFileOfAnotherVersionIsLeftAside() throws IOException {
        var rewritten = directory.resolve("rewritten");
        try (var out = new FactsOutput(rewritten)) {
            out.number(FactsFile.SIGNATURE);
            out.number(FactsFile.VERSION + 1);
            out.finish();
        }
        Files.write(file(), Files.readAllBytes(rewritten));

        assertAllAreRead(started(store, directory));
    }

    @Test
    void anotherZoneLeavesThemAside() {
        store.organisation().setZone(ZoneId.of("Asia/Kolkata"));

        assertAllAreRead(started(store, directory));
    }

    @Test
    void anotherEpochLeavesThemAside() {
        store.loads().remove("desk");
        assertThat(started(store, directory).size()).isZero();
    }

    @Test
    void otherAttributesLeaveThemAside() {
        store.load("desk", ticket("extra").attribute("Floor", "3").draft());

        assertAllAreRead(started(store, directory));
    }

    @Test
    void anotherDatabaseLeavesThemAside() {
        TestStore other = TestStore.create();
        other.organisation().setZone(ZoneId.of("America/New_York"));
        other.load("desk", ticket("1").attribute("Product", "P1").status("open").draft());
        assertThat(other.changes().latest()).isEqualTo(store.changes().latest());

        assertThat(started(other, directory).size()).isEqualTo(1);
    }

    private Path file() {
        return directory.resolve("facts");
    }

    private TicketFacts read() {
        return TestFacts.over(store).current().facts();
    }

    private void assertAllAreRead(TicketFacts facts) {
        assertThat(figures(facts, "channel")).contains("changed unseen:");
    }

    private static List<String> allFigures(TicketFacts facts) {
        var figures = new ArrayList<String>();
        facts.dimensions().forEach(dimension -> figures.add(dimension + " " + figures(facts, dimension.name())));
        var grid = new HourOfWeekGrid();
        var fit = new LineFit(MeasurePair.RESOLUTION_BY_TOUCHES, facts.zone());
        facts.scan(Selection.ALL, grid::accept);
        facts.scan(Selection.ALL, fit::accept);
        figures.add(Arrays.deepToString(grid.counts()));
        figures.add(facts.zone() + " " + fit.all().n() + " " + fit.highestY());
        return figures;
    }

    /** Value and count, in alphabetical order: codes depend on the way facts came about. */
    private static String figures(TicketFacts facts, String dimension) {
        int index = facts.dimensions().stream().map(one -> one.name()).toList().indexOf(dimension);
        var counts = new CategoryCounts(index);
        facts.scan(Selection.ALL, counts::accept);
        var figures = new ArrayList<String>();
        for (int code = 0; code < facts.dictionary(index).size(); code++) {
            if (counts.count(code) > 0) {
                figures.add(facts.dictionary(index).value(code) + ":" + counts.count(code));
            }
        }
        return String.join(" ", figures.stream().sorted().toList());
    }
}
