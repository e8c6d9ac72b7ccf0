package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsBuilderTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void manyRandomUpdatesGiveTheSameFactsAsOneBuildOfTheLastVersions(long seed) {
        var tickets = new RandomTickets(seed);
        var random = new Random(seed);
        Map<Long, FactsRow> latest = new HashMap<>();
        TicketFacts facts = TicketFacts.empty(ZONE, RandomTickets.DIMENSIONS);
        for (int step = 0; step < 12; step++) {
            var builder = new FactsBuilder(facts, 16);
            for (int i = 0; i < random.nextInt(40); i++) {
                FactsRow row = tickets.row(1 + random.nextInt(150));
                latest.put(row.ticket(), row);
                builder.put(row);
            }
            facts = builder.build(RandomTickets.dictionaries());
        }

        assertThat(rows(facts)).isEqualTo(inOrder(latest.values()));
    }

    @Test
    void blocksThatNoChangeFallsIntoAreShared() {
        List<FactsRow> rows = new RandomTickets(1)
                .rows(200).stream().filter(FactsRow::isDated).toList();
        TicketFacts before = RandomTickets.facts(rows, ZONE, 16);
        FactsRow last = before.blocks().get(before.blocks().size() - 1).row(0);

        TicketFacts after = new FactsBuilder(before, 16).put(last).build(RandomTickets.dictionaries());

        assertThat(after.blocks().subList(0, after.blocks().size() - 1))
                .isEqualTo(before.blocks().subList(0, before.blocks().size() - 1));
        assertThat(after.blocks().get(after.blocks().size() - 1))
                .isNotSameAs(before.blocks().get(before.blocks().size() - 1));
    }

    /** Half of the tickets solved some seconds off, as fractions of seconds make it, and some far off. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void factsThatWereTakenApartAreTheSameWhenPutTogetherAgain(long seed) {
        var random = new Random(seed);
        List<FactsRow> rows = new ArrayList<>();
        new RandomTickets(seed).rows(300).forEach(row -> rows.add(moved(row, random)));
        TicketFacts facts = RandomTickets.facts(rows, ZONE, 32);
        var kept = new NumbersTest.Kept();
        facts.write(kept);

        TicketFacts again = TicketFacts.read(ZONE, RandomTickets.DIMENSIONS, RandomTickets.dictionaries(), kept);
        assertThat(rows(facts)).isEqualTo(inOrder(rows));
        assertThat(rows(again)).isEqualTo(rows(facts));
        assertThat(again.bytes()).isEqualTo(facts.bytes()).isPositive();
    }

    private static FactsRow moved(FactsRow row, Random random) {
        Long solved = row.solved();
        return new FactsRow(
                row.ticket(),
                row.isDated() ? row.created() : null,
                solved == null ? null : solved + (random.nextInt(20) == 0 ? 1_000_000 : random.nextInt(3) - 1),
                row.firstReply(),
                row.resolution(),
                row.touches(),
                row.certainty(),
                row.code(0),
                row.code(1),
                row.code(2));
    }

    @Test
    void timesMoreThanSixtyEightYearsApartAreKept() {
        var rows = List.of(dated(1, -2_208_988_800L), dated(2, 0), dated(3, 4_102_444_800L));

        assertThat(rows(RandomTickets.facts(rows, ZONE, 16))).isEqualTo(rows);
    }

    /** 1 March 2024 is 1,709,251,200 and 4 March 1945 is -783,648,000 seconds from 1970 ({@code date -u -d 1945-03-04 +%s}). */
    @Test
    void aTimeOfSolutionFarFromAllOthersLeavesThemAsTheyAre() {
        long march = 1_709_251_200L;
        long april = march + 31 * 86_400L;
        List<FactsRow> rows = new ArrayList<>();
        for (int ticket = 1; ticket <= 9; ticket++) {
            rows.add(solved(ticket, march - 86_400, march + ticket * 86_400L));
        }
        rows.add(solved(10, march - 86_400, -783_648_000L));
        rows.add(solved(11, march - 86_400, 253_402_300_799L));
        rows.add(solved(12, march - 86_400, null));
        TicketFacts facts = RandomTickets.facts(rows, ZONE, 16);

        assertThat(rows(facts)).isEqualTo(rows);
        assertThat(count(facts, new SolvedWithin(march, april))).isEqualTo(9);
        assertThat(count(facts, new SolvedWithin(Long.MIN_VALUE, march))).isEqualTo(1);
        assertThat(count(facts, new SolvedWithin(april, Long.MAX_VALUE))).isEqualTo(1);
    }

    private static FactsRow solved(long ticket, long created, @Nullable Long solved) {
        return new FactsRow(ticket, created, solved, 60, FactsBlock.UNMEASURED, 1, 5000, 0, 0, 0);
    }

    private static long count(TicketFacts facts, RowCondition condition) {
        return facts.blocks().stream()
                .flatMapToInt(block -> IntStream.range(0, block.size()).filter(row -> condition.holds(block, row)))
                .count();
    }

    @Test
    void aRowWithTheWrongNumberOfCodesIsRefused() {
        var builder = new FactsBuilder(TicketFacts.empty(ZONE, RandomTickets.DIMENSIONS));

        assertThatThrownBy(() -> builder.put(FactsRows.row(1, null, 0, 0, 0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 3 codes but got 1");
    }

    private static FactsRow dated(long ticket, long created) {
        return FactsRows.row(ticket, created, 1, 2, 3, 4, 0, 0, 0);
    }

    private static List<FactsRow> inOrder(Iterable<FactsRow> rows) {
        var dated = new ArrayList<FactsRow>();
        var undated = new ArrayList<FactsRow>();
        rows.forEach(row -> (row.isDated() ? dated : undated).add(row));
        dated.sort(Comparator.comparingLong(FactsRow::created).thenComparingLong(FactsRow::ticket));
        undated.sort(Comparator.comparingLong(FactsRow::ticket));
        dated.addAll(undated);
        return dated;
    }

    private static List<FactsRow> rows(TicketFacts facts) {
        var rows = new ArrayList<FactsRow>();
        facts.scan(Selection.ALL, chunk -> {
            for (int i = 0; i < chunk.size(); i++) {
                rows.add(chunk.block().row(chunk.row(i)));
            }
        });
        return rows;
    }
}
