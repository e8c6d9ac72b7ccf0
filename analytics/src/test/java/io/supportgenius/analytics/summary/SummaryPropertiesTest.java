package io.supportgenius.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.RandomTickets;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.AttributeCube.Packing;
import io.supportgenius.analytics.summary.SentimentByGroup.Grouping;
import io.supportgenius.analytics.text.Sentiment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws every summary keeps: combining is associative and commutative with the new instance as identity, and any split of the
 * rows gives the same answer. What the answers are is compared with a naive computation elsewhere.
 */
class SummaryPropertiesTest {

    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");

    static Stream<Arguments> summaries() {
        var laws = new ArrayList<Law<?>>();
        laws.add(new Law<>(
                "HourOfWeekGrid", HourOfWeekGrid::new, grid -> Arrays.deepToString(grid.counts()) + grid.undated()));
        laws.add(new Law<>("CategoryCounts", () -> new CategoryCounts(1), SummaryPropertiesTest::companies));
        laws.add(new Law<>("Totals", Totals::new, SummaryPropertiesTest::totals));
        laws.add(new Law<>(
                "DurationDistribution",
                () -> new DurationDistribution(TicketDuration.FULL_RESOLUTION),
                SummaryPropertiesTest::distribution));
        laws.add(new Law<>("GroupFigures", () -> new GroupFigures(0, 2), SummaryPropertiesTest::groups));
        laws.add(new Law<>(
                "SentimentByGroup of a dimension",
                () -> new SentimentByGroup(Grouping.by(1), 2),
                groups -> sentiments(groups, RandomTickets.VALUES[1])));
        Periods periods = Periods.of(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 12, 31), ZONE);
        laws.add(new Law<>(
                "SentimentByGroup of periods",
                () -> new SentimentByGroup(Grouping.by(periods), 2),
                groups -> sentiments(groups, periods.list().size())));
        var segments = new TimeSegments(List.of(1_430_000_000L, 1_450_000_000L, 1_450_086_400L, 1_480_000_000L));
        laws.add(new Law<>(
                "CohortsBySegment",
                () -> new CohortsBySegment(segments, 2, OverviewSummariesTest.rating()),
                cohorts -> cohorts(cohorts, segments.size())));
        laws.add(new Law<>("FlowBySegment", () -> new FlowBySegment(segments), flow -> flow(flow, segments.size())));
        TicketFacts layout = RandomTickets.facts(List.of(), ZONE, 32);
        laws.add(new Law<>(
                "AttributeCube",
                () -> new AttributeCube(Packing.of(layout, List.of(0, 1, 2)), Integer.MAX_VALUE),
                cube -> LongStream.of(cube.keys())
                        .mapToObj(key -> key + ":" + cube.count(key))
                        .toList()
                        .toString()));
        for (MeasurePair pair : MeasurePair.values()) {
            laws.add(new Law<>("LineFit " + pair, () -> new LineFit(pair, ZONE), SummaryPropertiesTest::moments));
            laws.add(new Law<>(
                    "PairSample " + pair,
                    () -> new PairSample(pair, ZONE, 20),
                    sample -> sample.points().toString()));
            laws.add(new Law<>(
                    "DensityGrid " + pair,
                    () -> new DensityGrid(pair, ZONE, 0, 24, 5, 0, 100, 4),
                    grid -> Arrays.deepToString(grid.counts())));
            laws.add(new Law<>("PairTable " + pair, () -> PairTable.known(pair, ZONE), SummaryPropertiesTest::cells));
            laws.add(new Law<>(
                    "PairTable of open tickets " + pair,
                    () -> PairTable.open(pair, ZONE, 1_480_000_000L),
                    SummaryPropertiesTest::cells));
        }
        return laws.stream().flatMap(law -> LongStream.of(1, 2, 3).mapToObj(seed -> Arguments.of(law, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("summaries")
    void anySplitAndOrderGivesTheSameAnswer(Law<?> law, long seed) {
        law.check(seed);
    }

    private static String cells(PairTable table) {
        return IntStream.range(0, table.columns() * PairTable.ROWS)
                .mapToObj(i -> table.count(i / PairTable.ROWS, i % PairTable.ROWS))
                .toList()
                .toString();
    }

    private record Law<S extends Summary<S>>(String name, Supplier<S> identity, Function<S, String> answer) {

        void check(long seed) {
            List<FactsRow> rows = new RandomTickets(seed).rows(400);
            String whole = answer.apply(of(rows));
            var random = new Random(seed);
            for (int round = 0; round < 5; round++) {
                var parts = new ArrayList<S>();
                for (int from = 0; from < rows.size(); ) {
                    int to = Math.min(rows.size(), from + random.nextInt(100));
                    parts.add(of(rows.subList(from, to)));
                    from = to;
                }
                Collections.shuffle(parts, random);
                assertThat(answer.apply(leftToRight(parts))).isEqualTo(whole);
                assertThat(answer.apply(rightToLeft(parts))).isEqualTo(whole);
            }
            S withNothing = of(rows);
            withNothing.combine(identity.get());
            assertThat(answer.apply(withNothing)).isEqualTo(whole);
        }

        private S of(List<FactsRow> rows) {
            S summary = identity.get();
            TicketFacts facts = RandomTickets.facts(rows, ZONE, 32);
            facts.scan(Selection.ALL, summary::accept);
            return summary;
        }

        private S leftToRight(List<S> parts) {
            S all = identity.get();
            parts.forEach(all::combine);
            return all;
        }

        private S rightToLeft(List<S> parts) {
            S all = identity.get();
            for (int i = parts.size() - 1; i >= 0; i--) {
                S part = identity.get();
                part.combine(parts.get(i));
                part.combine(all);
                all = part;
            }
            return all;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static String cohorts(CohortsBySegment cohorts, int segments) {
        var text = new StringBuilder(cohort(cohorts.undated())).append(cohort(cohorts.all()));
        for (int segment = 0; segment < segments; segment++) {
            text.append(cohort(cohorts.between(segment, segment + 1)));
        }
        return text.toString();
    }

    private static String cohort(Cohort cohort) {
        return List.of(
                        cohort.tickets(),
                        cohort.solved(),
                        cohort.good(),
                        cohort.rated(),
                        cohort.ratedAndSolved(),
                        cohort.sentiments().scored())
                + distribution(cohort.firstReply())
                + distribution(cohort.fullResolution());
    }

    private static String flow(FlowBySegment flow, int segments) {
        var text = new StringBuilder().append(flow.solvedAtUnknownTime());
        for (int segment = 0; segment < segments; segment++) {
            text.append(' ').append(flow.solved(segment, segment + 1));
            text.append('/').append(flow.waitingAtBegin(segment));
        }
        return text.toString();
    }

    private static String sentiments(SentimentByGroup groups, int last) {
        var text = new StringBuilder();
        for (int group = 0; group <= last; group++) {
            SentimentCounts counts = groups.figures(group);
            text.append(counts.unscored()).append('/');
            Stream.of(Sentiment.values())
                    .forEach(sentiment -> text.append(counts.count(sentiment)).append(' '));
        }
        return text.toString();
    }

    private static String companies(CategoryCounts counts) {
        var text = new StringBuilder();
        for (int code = 0; code <= RandomTickets.VALUES[1]; code++) {
            text.append(counts.count(code)).append(' ');
        }
        return text.toString();
    }

    private static String totals(Totals totals) {
        return List.of(
                        totals.tickets(),
                        totals.undated(),
                        totals.replied(),
                        totals.solved(),
                        totals.touched(),
                        totals.implausible(),
                        totals.firstCreated(),
                        totals.lastCreated(),
                        totals.lastSolved())
                .toString();
    }

    private static String distribution(DurationDistribution distribution) {
        return distribution.n() + " " + distribution.negative() + " " + distribution.mean() + " "
                + distribution.percentile(0.5) + " " + distribution.percentile(0.9);
    }

    private static String groups(GroupFigures figures) {
        var text = new StringBuilder();
        figures.codes().stream().forEach(code -> {
            GroupFigures.Group group = figures.figures(code);
            text.append(code).append(' ').append(group.tickets()).append(' ').append(group.unsolved());
            text.append(' ').append(group.meanTouches()).append(' ').append(distribution(group.firstReply()));
            text.append(' ').append(distribution(group.fullResolution())).append('\n');
        });
        return text.toString();
    }

    /** Sums of floating-point numbers depend on their order in the last digits. */
    private static String moments(LineFit fit) {
        Moments all = fit.all();
        return String.format(
                "%d %.6e %.6e %.6e %.6e %.6e %s %s",
                all.n(), all.meanX(), all.meanY(), all.xx(), all.yy(), all.xy(), fit.lowestX(), fit.highestY());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersEqualANaiveComputation(long seed) {
        List<FactsRow> rows = new RandomTickets(seed).rows(700);
        TicketFacts facts = RandomTickets.facts(rows, ZONE, 64);
        Selection selection = Selection.ALL.created(1_430_000_000L, 1_490_000_000L);
        List<FactsRow> selected = rows.stream()
                .filter(row -> row.isDated() && row.created() >= 1_430_000_000L && row.created() < 1_490_000_000L)
                .toList();
        var questions = new Questions();
        HourOfWeekGrid grid = questions.ask(HourOfWeekGrid.KEY, HourOfWeekGrid::new);
        CategoryCounts industries = questions.ask(CategoryCounts.key(0), () -> new CategoryCounts(0));
        DurationDistribution replies = questions.ask(new DurationDistribution(TicketDuration.FIRST_REPLY));
        LineFit fit = questions.ask(
                LineFit.key(MeasurePair.RESOLUTION_BY_TOUCHES),
                () -> new LineFit(MeasurePair.RESOLUTION_BY_TOUCHES, ZONE));
        questions.answer(facts, selection);

        assertThat(grid.counts()).isDeepEqualTo(naiveGrid(selected));
        for (int code = 0; code <= RandomTickets.VALUES[0]; code++) {
            int wanted = code;
            assertThat(industries.count(code))
                    .isEqualTo(selected.stream()
                            .filter(row -> row.code(0) == wanted)
                            .count());
        }
        double[] sorted = selected.stream()
                .mapToDouble(FactsRow::firstReply)
                .filter(seconds -> seconds >= 0)
                .sorted()
                .toArray();
        assertThat(replies.n()).isEqualTo(sorted.length);
        assertThat(replies.percentile(0.5)).isCloseTo(naivePercentile(sorted, 0.5), within(1e-9));
        assertThat(replies.percentile(0.9)).isCloseTo(naivePercentile(sorted, 0.9), within(1e-9));
        assertThat(replies.percentiles(0.9, 0.5, 1))
                .containsExactly(
                        new double[] {
                            naivePercentile(sorted, 0.9), naivePercentile(sorted, 0.5), sorted[sorted.length - 1]
                        },
                        within(1e-9));
        assertThat(replies.mean()).isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-9));
        assertThat(fit.all().n())
                .isEqualTo(
                        selected.stream().filter(SummaryPropertiesTest::isPair).count());
        assertThat(fit.all().meanY())
                .isCloseTo(
                        selected.stream()
                                .filter(SummaryPropertiesTest::isPair)
                                .mapToDouble(row -> row.resolution() / 3600.0)
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 110);
    }

    private static boolean isPair(FactsRow row) {
        boolean known = row.touches() != FactsBlock.MISSING && FactsBlock.isMeasured(row.resolution());
        boolean replyBeforeCreation = FactsBlock.isMeasured(row.firstReply()) && row.firstReply() < 0;
        boolean solvedBeforeReply = FactsBlock.isMeasured(row.firstReply()) && row.resolution() < row.firstReply();
        return known && row.resolution() >= 0 && !replyBeforeCreation && !solvedBeforeReply;
    }

    private static long[][] naiveGrid(List<FactsRow> rows) {
        var counts = new long[7][24];
        rows.forEach(row -> {
            var local = Instant.ofEpochSecond(row.created()).atZone(ZONE);
            counts[local.getDayOfWeek().getValue() - 1][local.getHour()]++;
        });
        return counts;
    }

    private static double naivePercentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] * (1 - (place - below)) + sorted[above] * (place - below);
    }
}
