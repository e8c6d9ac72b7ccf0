package io.supportgenius.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.FactsRows;
import io.supportgenius.analytics.facts.OpenAt;
import io.supportgenius.analytics.facts.RandomTickets;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.SolvedWithin;
import io.supportgenius.analytics.facts.TicketCondition;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CohortsBySegment.Rating;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Solutions, backlog and cohorts by segments of time: small cases by hand, large ones against a naive count and the filters. */
class OverviewSummariesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long[] MOMENTS = {1_430_000_000L, 1_450_000_000L, 1_450_086_400L, 1_480_000_000L};

    /** Codes 1 of the first dimension are good, codes 2 are bad. */
    static Rating rating() {
        var good = new BitSet();
        good.set(1);
        var bad = new BitSet();
        bad.set(2);
        return new Rating(0, good, bad);
    }

    @Test
    void aTicketWaitsFromItsCreationToItsSolution() {
        // Created at 50, 150 and 250; the first solved at 200 exactly, the second at 320, the third never.
        FlowBySegment flow = flow(
                List.of(100L, 200L, 300L, 400L),
                row(1, 50L, 200L, 150),
                row(2, 150L, 320L, 170),
                row(3, 250L, null, FactsBlock.MISSING));

        // Before 100 only the first was created, before 200 also the second; the solution at 200 is none before 200. At
        // 300 the second
        // and the third wait, at 400 the third.
        assertThat(waiting(flow, 5)).containsExactly(0L, 1L, 2L, 2L, 1L);
        // The solution at 200 belongs to the segment that begins there, that at 320 to the one from 300.
        assertThat(solved(flow, 5)).containsExactly(0L, 0L, 1L, 1L, 0L);
    }

    @Test
    void whatIsNotKnownIsInNoSegment() {
        FlowBySegment flow = flow(
                List.of(100L, 200L),
                row(1, 50L, null, FactsBlock.UNMEASURED), // its status says solved
                row(2, null, null, FactsBlock.MISSING), // unsolved since nobody knows when
                row(3, null, 150L, FactsBlock.UNMEASURED), // solved, created nobody knows when
                row(4, 120L, 60L, -60)); // solved before it was created

        assertThat(solved(flow, 3)).containsExactly(1L, 1L, 0L);
        assertThat(waiting(flow, 3)).containsExactly(0L, 0L, 0L);
        assertThat(flow.solvedAtUnknownTime()).isEqualTo(1);
        assertThat(flow.solved()).isEqualTo(2);
    }

    @Test
    void segmentsBeginAtTheirMomentAndNowhereElse() {
        var segments = new TimeSegments(List.of(200L, 100L, 200L));

        assertThat(LongStream.of(99, 100, 199, 200).mapToInt(segments::index)).containsExactly(0, 1, 1, 2);
        assertThat(segments.beginning(200)).isEqualTo(2);
        assertThatThrownBy(() -> segments.beginning(150)).isInstanceOf(IllegalArgumentException.class);
        for (int guess = 0; guess < segments.size(); guess++) {
            for (long moment : new long[] {50, 100, 150, 200, 250}) {
                assertThat(segments.index(moment, guess)).isEqualTo(segments.index(moment));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureIsTheNumberOfTicketsThatItsFilterFinds(long seed) {
        TicketFacts facts = RandomTickets.facts(new RandomTickets(seed).rows(1500), UTC, 64);
        var segments = new TimeSegments(LongStream.of(MOMENTS).boxed().toList());
        var flow = new FlowBySegment(segments);
        var cohorts = new CohortsBySegment(segments, 2, rating());
        facts.scan(Selection.ALL, flow::accept);
        facts.scan(Selection.ALL, cohorts::accept);

        for (int i = 0; i < MOMENTS.length; i++) {
            assertThat(flow.waitingAtBegin(i + 1)).isEqualTo(facts.count(Selection.ALL.with(new OpenAt(MOMENTS[i]))));
        }
        for (int i = 1; i < MOMENTS.length; i++) {
            assertThat(flow.solved(i, i + 1))
                    .isEqualTo(facts.count(Selection.ALL.with(new SolvedWithin(MOMENTS[i - 1], MOMENTS[i]))));
            Selection created = Selection.ALL.created(MOMENTS[i - 1], MOMENTS[i]);
            Cohort cohort = cohorts.between(i, i + 1);
            assertThat(cohort.tickets()).isEqualTo(facts.count(created));
            assertThat(cohort.firstReply().n())
                    .isEqualTo(facts.count(created.with(TicketCondition.WITH_FIRST_REPLY_TIME)));
            assertThat(cohort.fullResolution().n())
                    .isEqualTo(facts.count(created.with(TicketCondition.WITH_FULL_RESOLUTION_TIME)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cohortsEqualANaiveCount(long seed) {
        List<FactsRow> rows = new RandomTickets(seed).rows(900);
        var cohorts = new CohortsBySegment(
                new TimeSegments(LongStream.of(MOMENTS).boxed().toList()), 2, rating());
        RandomTickets.facts(rows, UTC, 64).scan(Selection.ALL, cohorts::accept);
        Predicate<FactsRow> isHere = row -> row.isDated() && row.created() >= MOMENTS[0] && row.created() < MOMENTS[3];

        Cohort here = cohorts.between(1, 4);

        assertThat(here.tickets()).isEqualTo(rows.stream().filter(isHere).count());
        assertThat(here.good())
                .isEqualTo(rows.stream()
                        .filter(isHere.and(row -> row.code(0) == 1))
                        .count());
        assertThat(here.rated())
                .isEqualTo(rows.stream()
                        .filter(isHere.and(row -> row.code(0) == 1 || row.code(0) == 2))
                        .count());
        assertThat(here.solved())
                .isEqualTo(rows.stream()
                        .filter(isHere.and(row -> row.resolution() != FactsBlock.MISSING))
                        .count());
        assertThat(here.sentiments().scored())
                .isEqualTo(
                        rows.stream().filter(isHere.and(row -> row.code(2) > 0)).count());
        assertThat(cohorts.all().tickets()).isEqualTo(900);
        assertThat(cohorts.undated().tickets())
                .isEqualTo(rows.stream().filter(row -> !row.isDated()).count());
    }

    /** scipy 1.17.1: binomtest(8, 10).proportion_ci(method="wilson") gives 0.4901625 and 0.9433178. */
    @Test
    void theShareOfGoodRatingsHasAnInterval() {
        var cohorts = new CohortsBySegment(new TimeSegments(List.of(0L)), 2, rating());
        var rows = new ArrayList<FactsRow>();
        for (int ticket = 1; ticket <= 10; ticket++) {
            rows.add(FactsRows.row(ticket, 10L, 1, 1, 1, 1, ticket <= 8 ? 1 : 2, 0, 0));
        }
        RandomTickets.facts(rows, UTC, 64).scan(Selection.ALL, cohorts::accept);

        assertThat(cohorts.all().goodInterval().getLowerBound()).isCloseTo(0.4901625, within(1e-6));
        assertThat(cohorts.all().goodInterval().getUpperBound()).isCloseTo(0.9433178, within(1e-6));
        assertThat(cohorts.undated().rated()).isZero();
        assertThatThrownBy(() -> cohorts.undated().goodInterval()).isInstanceOf(IllegalStateException.class);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(201, 206);
    }

    private static FactsRow row(long ticket, @Nullable Long created, @Nullable Long solved, int resolution) {
        return new FactsRow(ticket, created, solved, FactsBlock.MISSING, resolution, 0, 0, 0, 0, 0);
    }

    private static FlowBySegment flow(List<Long> moments, FactsRow... rows) {
        var flow = new FlowBySegment(new TimeSegments(moments));
        RandomTickets.facts(List.of(rows), UTC, 64).scan(Selection.ALL, flow::accept);
        return flow;
    }

    private static List<Long> waiting(FlowBySegment flow, int segments) {
        return LongStream.range(0, segments)
                .mapToObj(segment -> flow.waitingAtBegin((int) segment))
                .toList();
    }

    private static List<Long> solved(FlowBySegment flow, int segments) {
        return LongStream.range(0, segments)
                .mapToObj(segment -> flow.solved((int) segment, (int) segment + 1))
                .toList();
    }
}
