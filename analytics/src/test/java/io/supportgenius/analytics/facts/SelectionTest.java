package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void conditionsHoldTogetherAsANaiveFilterHasIt(long seed) {
        List<FactsRow> rows = new RandomTickets(seed).rows(500);
        TicketFacts facts = RandomTickets.facts(rows, ZONE, 64);
        var random = new Random(seed);
        Selection selection = Selection.ALL;
        Predicate<FactsRow> naive = row -> true;
        for (int ranges = random.nextInt(3); ranges > 0; ranges--) {
            long from = 1_420_000_000L + random.nextInt(86_400 * 365);
            long to = from + random.nextInt(86_400 * 700);
            selection = selection.created(from, to);
            naive = naive.and(row -> row.isDated() && row.created() >= from && row.created() < to);
        }
        for (int dimension = 0; dimension < 3; dimension++) {
            if (random.nextBoolean()) {
                int index = dimension;
                BitSet wanted = someBits(random, RandomTickets.VALUES[dimension] + 1);
                selection = selection.with(dimension, wanted);
                naive = naive.and(row -> wanted.get(row.code(index)));
            }
        }
        for (int times = random.nextInt(3); times > 0; times--) {
            BitSet hours = someBits(random, 168);
            selection = selection.hoursOfWeek(hours);
            naive = naive.and(row -> row.isDated() && hours.get(hourOfWeek(row)));
        }
        if (random.nextBoolean()) {
            long[] ids = random.longs(200, 1, 500).toArray();
            selection = selection.tickets(TicketIds.of(ids));
            naive = naive.and(row -> contains(ids, row.ticket()));
        }
        if (random.nextBoolean()) {
            selection = selection.with(TicketCondition.UNSOLVED);
            naive = naive.and(row -> row.resolution() == FactsBlock.MISSING);
        }
        if (random.nextBoolean()) {
            selection = selection.with(TicketCondition.IMPLAUSIBLE);
            naive = naive.and(row -> isNegative(row.firstReply())
                    || isNegative(row.resolution())
                    || FactsBlock.isMeasured(row.resolution()) && row.resolution() < row.firstReply());
        }

        assertThat(tickets(facts, selection))
                .isEqualTo(new TreeSet<>(
                        rows.stream().filter(naive).map(FactsRow::ticket).toList()));
        assertThat(facts.count(selection)).isEqualTo(rows.stream().filter(naive).count());
    }

    private static boolean isNegative(int seconds) {
        return FactsBlock.isMeasured(seconds) && seconds < 0;
    }

    private static int hourOfWeek(FactsRow row) {
        ZonedDateTime local = Instant.ofEpochSecond(row.created()).atZone(ZONE);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    private static BitSet someBits(Random random, int size) {
        var bits = new BitSet();
        for (int i = 0; i < size; i++) {
            bits.set(i, random.nextInt(3) > 0);
        }
        return bits;
    }

    private static boolean contains(long[] ids, long id) {
        for (long one : ids) {
            if (one == id) {
                return true;
            }
        }
        return false;
    }

    private static TreeSet<Long> tickets(TicketFacts facts, Selection selection) {
        var tickets = new TreeSet<Long>();
        facts.scan(selection, chunk -> {
            for (int i = 0; i < chunk.size(); i++) {
                tickets.add(chunk.block().ticket(chunk.row(i)));
            }
        });
        return tickets;
    }
}
