package io.supportgenius.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.FactsRows;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets with effects planted here, and without any; nothing of the product's own demo. */
class SegmentSearchTest {

    private static final int INDUSTRY = 0;
    private static final int PILOT = 1;
    private static final int CHANNEL = 2;
    private static final int REQUESTER = 3;
    private static final int SENTIMENT = 4;

    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.INDUSTRY, Dimension.PILOT, Dimension.CHANNEL, Dimension.REQUESTER, Dimension.SENTIMENT);

    private static final int[] VALUES = {6, 2, 4, 3000, 3};

    /** A Monday, midnight in UTC. */
    private static final long MONDAY = 1_443_398_400L;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPairOfValuesIsNamedOnceAndItsHalvesAreNot(long seed) {
        List<FoundSegment> found = search(tickets(seed, 1200, ticket -> {
                    if (ticket.codes[INDUSTRY] == 1 && ticket.codes[PILOT] == 1) {
                        ticket.negative = 0.7;
                        ticket.resolution *= 2.5;
                    }
                }))
                .found();

        assertThat(names(found))
                .contains("NEGATIVE_SHARE 0=1 1=1", "FULL_RESOLUTION 0=1 1=1")
                .doesNotContain("NEGATIVE_SHARE 0=1", "NEGATIVE_SHARE 1=1", "NEGATIVE_SHARE 1=2")
                .doesNotContain("FULL_RESOLUTION 0=1", "FULL_RESOLUTION 1=1", "FULL_RESOLUTION 1=2");
        assertThat(found).allSatisfy(one -> assertThat(one.adjustedP()).isLessThan(SegmentSearch.LEVEL));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anIndustryThatIsSlowIsNamedWithoutTheChannelsAndPilotsInIt(long seed) {
        List<FoundSegment> found = search(tickets(seed, 1200, ticket -> {
                    if (ticket.codes[INDUSTRY] == 2) {
                        ticket.reply *= 2.2;
                    }
                }))
                .found();

        assertThat(names(found)).containsExactly("FIRST_REPLY 0=2");
        assertThat(found.get(0).contrast().low()).isLessThan(2.2);
        assertThat(found.get(0).contrast().high()).isGreaterThan(2.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWindowAroundMidnightIsNamedOnce(long seed) {
        List<FoundSegment> found = search(tickets(seed, 1200, ticket -> {
                    if (ticket.hour >= 22 || ticket.hour < 5) {
                        ticket.reply *= 3;
                    }
                }))
                .found();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).segment().parts().get(0)).isInstanceOfSatisfying(Segment.OfHours.class, hours -> {
            assertThat(IntStream.of(22, 23, 0, 1, 2, 3, 4).filter(hours::covers))
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(hours.length()).isLessThanOrEqualTo(8);
        });
    }

    @Test
    void theWeekendIsNamedRatherThanItsDays() {
        List<FoundSegment> found = search(tickets(1, 1200, ticket -> {
                    if (ticket.day >= 5) {
                        ticket.negative = 0.65;
                    }
                }))
                .found();

        assertThat(found)
                .extracting(one -> one.segment().parts())
                .containsExactly(List.of(new Segment.OfWeekdays(5, 2)));
    }

    /**
     * The level allows 2 of 100 sets to have a finding. Of 200 sets without any effect more than 9 have one in 1.7 % of all cases
     * (binomial); as comparisons overlap, there are fewer.
     */
    @Test
    void withoutAnyEffectThereIsHardlyEverAFinding() {
        long sets = LongStream.rangeClosed(1, 200)
                .filter(seed ->
                        !search(tickets(seed, 400, ticket -> {})).found().isEmpty())
                .count();

        assertThat(sets).isLessThanOrEqualTo(9);
    }

    /** As above: more than 9 of 200 sets at 2 % each are rare. */
    @Test
    void besideStrongEffectsThereIsHardlyEverAFurtherFinding() {
        Set<String> planted = Set.of("NEGATIVE_SHARE 0=1 1=1", "FULL_RESOLUTION 0=1 1=1");
        long sets = LongStream.rangeClosed(1, 200)
                .filter(seed -> !planted.containsAll(names(search(tickets(seed, 1200, ticket -> {
                            if (ticket.codes[INDUSTRY] == 1 && ticket.codes[PILOT] == 1) {
                                ticket.negative = 0.7;
                                ticket.resolution *= 2.5;
                            }
                        }))
                        .found())))
                .count();

        assertThat(sets).isLessThanOrEqualTo(9);
    }

    /** Durations with atoms and far outliers, as real files have them. */
    @Test
    void uglyDurationsWithoutAnyEffectGiveHardlyEverAFinding() {
        long sets = LongStream.rangeClosed(1, 100)
                .filter(seed -> {
                    var random = new Random(-seed);
                    return !search(tickets(seed, 400, ticket -> {
                                ticket.reply = random.nextInt(10) > 0 ? 24 : random.nextInt(3) * 9000;
                                ticket.resolution = random.nextInt(40) == 0 ? 400_000 : random.nextInt(3);
                            }))
                            .found()
                            .isEmpty();
                })
                .count();

        assertThat(sets).isLessThanOrEqualTo(5);
    }

    @Test
    void impossibleDurationsAreLeftOut() {
        FoundSegments found = search(tickets(1, 400, ticket -> {
            if (ticket.codes[INDUSTRY] == 1) {
                ticket.reply = -1000;
            }
        }));

        long possible = tickets(1, 400, ticket -> {}).stream()
                .filter(row -> row.code(INDUSTRY) != 1)
                .count();
        assertThat(found.measured()).containsEntry(Measure.FIRST_REPLY, possible);
        assertThat(found.found()).isEmpty();
    }

    @Test
    void aDimensionWithTooManyValuesIsLeftOutAndNamed() {
        assertThat(search(tickets(1, 400, ticket -> {})).leftOut()).containsExactly(REQUESTER);
    }

    @Test
    void equalNamesAreOneSegmentAsTheyAreOneFilter() {
        List<FactsRow> rows = tickets(1, 600, ticket -> {
            if (ticket.codes[CHANNEL] >= 3) {
                ticket.negative = 0.9;
            }
        });
        List<Dictionary> dictionaries = dictionaries();
        dictionaries.set(CHANNEL, new Dictionary(List.of("a", "b", "same", "Same")));

        List<FoundSegment> found =
                SegmentSearch.in(facts(rows, dictionaries), Selection.ALL).found();

        assertThat(found).hasSize(1);
        var both = new BitSet();
        both.set(3, 5);
        assertThat(found.get(0).segment().parts()).containsExactly(new Segment.OfValue(CHANNEL, 3, both));
    }

    @Test
    void fewTicketsGiveNoComparisonAndNoFinding() {
        for (int count : new int[] {0, 1, 2, 29}) {
            FoundSegments found = search(tickets(1, count, ticket -> {}));

            assertThat(found.comparisons()).isZero();
            assertThat(found.found()).isEmpty();
        }
    }

    @Test
    void ticketsThatAreAllAlikeOrHaveNothingToCompareGiveNoFinding() {
        var rows = new ArrayList<FactsRow>();
        for (int ticket = 1; ticket <= 100; ticket++) {
            rows.add(FactsRows.row(ticket, MONDAY, 60, 60, 1, 9000, 1, 1, 1, 1, 1));
            rows.add(FactsRows.row(
                    1000 + ticket,
                    null,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    0,
                    0,
                    0,
                    0,
                    0));
        }

        assertThat(search(rows).found()).isEmpty();
    }

    @Test
    void theOrderOfTicketsChangesNothing() {
        List<FactsRow> rows = tickets(3, 1200, ticket -> {
            if (ticket.codes[INDUSTRY] == 1) {
                ticket.negative = 0.7;
            }
        });
        FoundSegments one = search(rows);
        Collections.shuffle(rows, new Random(1));

        assertThat(search(rows)).isEqualTo(one);
    }

    @Test
    void onlySelectedTicketsAreLookedAt() {
        List<FactsRow> rows = tickets(1, 1200, ticket -> {
            if (ticket.codes[INDUSTRY] == 1) {
                ticket.negative = 0.8;
            }
        });
        var others = new BitSet();
        others.set(2, 7);

        assertThat(SegmentSearch.in(facts(rows, dictionaries()), Selection.ALL.with(INDUSTRY, others))
                        .found())
                .isEmpty();
    }

    private static FoundSegments search(List<FactsRow> rows) {
        return SegmentSearch.in(facts(rows, dictionaries()), Selection.ALL);
    }

    private static TicketFacts facts(List<FactsRow> rows, List<Dictionary> dictionaries) {
        var builder = new FactsBuilder(TicketFacts.empty(ZoneId.of("UTC"), DIMENSIONS));
        rows.forEach(builder::put);
        return builder.build(dictionaries);
    }

    private static List<Dictionary> dictionaries() {
        var dictionaries = new ArrayList<Dictionary>();
        for (int values : VALUES) {
            dictionaries.add(new Dictionary(IntStream.rangeClosed(1, values)
                    .mapToObj(value -> "value " + value)
                    .toList()));
        }
        return dictionaries;
    }

    private static List<String> names(List<FoundSegment> found) {
        return found.stream()
                .map(one -> one.measure() + " " + values(one.segment()))
                .toList();
    }

    private static String values(Segment segment) {
        return String.join(
                " ",
                segment.parts().stream()
                        .map(part -> part instanceof Segment.OfValue value
                                ? value.dimension() + "=" + value.code()
                                : part.toString())
                        .toList());
    }

    private static List<FactsRow> tickets(long seed, int count, Effect effect) {
        var random = new Random(seed);
        var rows = new ArrayList<FactsRow>();
        for (int number = 1; number <= count; number++) {
            var ticket = new Ticket(random);
            effect.on(ticket);
            rows.add(ticket.row(number, random));
        }
        return rows;
    }

    /** Changes a ticket. */
    @FunctionalInterface
    private interface Effect {
        void on(Ticket ticket);
    }

    /** One ticket on its way; durations in hours. */
    private static final class Ticket {

        final int hour;
        final int day;
        final int[] codes = new int[DIMENSIONS.size()];
        double negative = 0.3;
        double reply;
        double resolution;

        Ticket(Random random) {
            hour = random.nextInt(24);
            day = random.nextInt(7);
            for (int d = 0; d < codes.length; d++) {
                codes[d] = 1 + random.nextInt(VALUES[d]);
            }
            reply = 2 * Math.exp(0.9 * random.nextGaussian());
            resolution = 20 * Math.exp(0.7 * random.nextGaussian());
        }

        FactsRow row(int number, Random random) {
            codes[SENTIMENT] = random.nextDouble() < negative ? 1 : 2;
            long created = MONDAY + (day * 24 + hour) * 3600L;
            return FactsRows.row(number, created, (int) (3600 * reply), (int) (3600 * resolution), 1, 9000, codes);
        }
    }
}
