package io.supportgenius.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.FactsRows;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairSample;
import io.supportgenius.analytics.summary.PairTable;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.SegmentMoments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said beside the straight line: ranks, the middle ticket, logarithms, the clock, open tickets and segments. */
class FurtherTestsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final MeasurePair TOUCHES = MeasurePair.RESOLUTION_BY_TOUCHES;
    private static final MeasurePair CLOCK = MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY;

    /** Monday, 5 October 2015, midnight in UTC. */
    private static final long MONDAY = 1_444_003_200L;

    private static final int HOUR = 3600;

    private final List<FactsRow> rows = new ArrayList<>();

    @Test
    void ranksAreThoseOfSpearman() {
        // By hand: ranks of x 1 2.5 2.5 4 5, of y 1 3 2 5 4 (1 h, 4 h, 2 h, 16 h, 8 h are in rows of their own).
        // Deviations from 3: (-2, -.5, -.5, 1, 2) and (-2, 0, -1, 2, 1): 4 + 0 + .5 + 2 + 2 = 8.5;
        // squares 9.5 and 10: 8.5 / sqrt(95) = .87208; t = .87208 sqrt(3 / (1 - .76053)) = 3.08665, p of 3 degrees
        // .05385.
        solved(1, 1, 2, 4, 2, 2, 3, 16, 4, 8);

        RankTrend trend = RankTrend.of(known(TOUCHES));

        assertThat(trend.n()).isEqualTo(5);
        assertThat(trend.correlation()).isCloseTo(8.5 / Math.sqrt(95), within(1e-12));
        assertThat(trend.pValue()).isCloseTo(0.0538, within(3e-4));
    }

    @Test
    void aHandfulOfFarTicketsMakesALineButNoTrend() {
        var random = new Random(5);
        for (int i = 0; i < 400; i++) {
            solved(random.nextInt(10), 1 + random.nextInt(40));
        }
        for (int i = 0; i < 4; i++) {
            solved(30 + i, 40_000);
        }

        assertThat(RankTrend.of(known(TOUCHES).withoutLongest(0.02, 5)).pValue())
                .isGreaterThan(0.05);
        double slope = RobustLine.through(sample(TOUCHES)).orElseThrow().slope();
        assertThat(slope).isBetween(-0.5, 0.5);
    }

    @Test
    void theMiddleTicketsLineIsTheMedianOfSlopes() {
        // Slopes between the points (0, 0), (1, 2), (2, 1), (3, 9): 2, .5, 3, -1, 3.5, 8; their median is 2.5.
        // Distances from 2.5 x: 0, -.5, -4, 1.5; their median is -.25.
        solved(0, 0, 1, 2, 2, 1, 3, 9);

        RobustLine line = RobustLine.through(sample(TOUCHES)).orElseThrow();

        assertThat(line.slope()).isEqualTo(2.5);
        assertThat(line.intercept()).isEqualTo(-0.25);
        assertThat(line.at(2)).isEqualTo(4.75);
    }

    @Test
    void logarithmsTellWhatDurationsAreMultipliedBy() {
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            int touches = random.nextInt(8);
            solvedAfter(touches, (int) (HOUR * 10 * Math.pow(1.2, touches) * Math.exp(0.5 * random.nextGaussian())));
        }

        LogLine line = LogLine.through(known(TOUCHES)).orElseThrow();

        assertThat(line.factor()).isCloseTo(1.2, within(0.02));
        assertThat(line.factorLow()).isLessThan(1.2);
        assertThat(line.factorHigh()).isGreaterThan(1.2);
    }

    @Test
    void theClockIsACircle() {
        // From 22 to 2 o'clock replies take 8 hours, else 1 hour: about midnight is longest, noon is shortest.
        var random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            int second = random.nextInt(24 * HOUR);
            boolean night = second >= 22 * HOUR || second < 2 * HOUR;
            replied(second, (int) ((night ? 8 : 1) * HOUR * Math.exp(0.3 * random.nextGaussian())));
        }

        DailyPattern pattern = pattern();

        assertThat(pattern.pValue()).isLessThan(1e-10);
        assertThat(pattern.longest()).isIn(45, 46, 47, 0, 1, 2);
        assertThat(pattern.medians()[pattern.longest()]).isBetween(6.5, 9.5);
        assertThat(pattern.medians()[24]).isBetween(0.8, 1.25);
    }

    @Test
    void equalHoursHaveNoPattern() {
        var random = new Random(13);
        int claimed = 0;
        for (int set = 0; set < 200; set++) {
            rows.clear();
            for (int i = 0; i < 300; i++) {
                replied(random.nextInt(24 * HOUR), (int) (HOUR * Math.exp(random.nextGaussian())));
            }
            claimed += pattern().pValue() < 0.05 ? 1 : 0;
        }
        // 5 % of 200 are 10; a correct test stays at or below 17 with 98.5 %.
        assertThat(claimed).isLessThanOrEqualTo(17);
    }

    @Test
    void openTicketsCountForAsLongAsTheyHaveWaited() {
        // Kaplan and Meier by hand: of 4 one ends after 1 h, one has waited 2 h, one ends after 4 h, one waits for 8 h:
        // 3/4 survive 1 h, 3/4 * 1/2 = .375 survive 4 h: the median lies in the row of 4 h.
        solved(1, 1, 1, 4);
        waiting(2, 2);
        waiting(2, 8);

        SurvivalTrend trend = SurvivalTrend.of(known(TOUCHES), open()).orElseThrow();

        assertThat(trend.open()).isEqualTo(2);
        assertThat(trend.medianHours()).isBetween(3.5, 4.5);
        // After 1 h: 1 of 4 ends, with x = 1 where the mean is 1.5. After 4 h: 1 of 2, again with 1 where the mean is
        // 1.5.
        // Score -1, variance 2 * .25 = .5: z = 1 / sqrt(.5), so more of x takes longer.
        assertThat(trend.z()).isCloseTo(Math.sqrt(2), within(1e-9));
    }

    @Test
    void whatTheEndOfTheDataMakesIsUndoneByCountingOpenTickets() {
        // Nothing depends on replies, but tickets with many are young, and of young tickets only the quick ones are
        // solved.
        var random = new Random(17);
        for (int i = 0; i < 3000; i++) {
            int touches = random.nextInt(10);
            double waits = 1000 - 95.0 * touches;
            double takes = -300 * Math.log(1 - random.nextDouble());
            if (takes <= waits) {
                solvedAfter(touches, (int) (takes * HOUR));
            } else {
                waiting(touches, waits);
            }
        }

        assertThat(RankTrend.of(known(TOUCHES)).pValue()).isLessThan(0.001);
        assertThat(SurvivalTrend.of(known(TOUCHES), open()).orElseThrow().pValue())
                .isGreaterThan(0.05);
    }

    @Test
    void segmentsCanTurnALineRound() {
        // In each group 1 h less for each reply; the second group has 10 replies and 50 h more.
        var random = new Random(19);
        for (int i = 0; i < 200; i++) {
            int group = 1 + i % 2;
            int touches = random.nextInt(6) + (group == 2 ? 10 : 0);
            double hours = 20 - touches % 10 + (group == 2 ? 50 : 0) + random.nextDouble();
            add(MONDAY, FactsBlock.MISSING, (int) (hours * HOUR), touches, group);
        }
        var questions = new Questions();
        SegmentMoments moments = questions.ask(new SegmentMoments(TOUCHES, UTC, 0, 3));
        questions.answer(facts(), Selection.ALL);

        WithinSegments inside = WithinSegments.of(moments.moments()).orElseThrow();

        assertThat(inside.slope()).isCloseTo(-1, within(0.1));
        assertThat(inside.pValue()).isLessThan(1e-6);
        assertThat(RankTrend.of(known(TOUCHES)).correlation()).isPositive();
    }

    private DailyPattern pattern() {
        PairTable table = known(CLOCK);
        return DailyPattern.of(table, table.withoutLongest(0.02, 5)).orElseThrow();
    }

    private void solved(double... touchesAndHours) {
        for (int i = 0; i < touchesAndHours.length; i += 2) {
            solvedAfter((int) touchesAndHours[i], (int) (touchesAndHours[i + 1] * HOUR));
        }
    }

    private void solvedAfter(int touches, int seconds) {
        add(MONDAY, FactsBlock.MISSING, seconds, touches, 0);
    }

    private void replied(int secondOfDay, int seconds) {
        add(MONDAY + secondOfDay, seconds, FactsBlock.MISSING, FactsBlock.MISSING, 0);
    }

    /** Until a thousand hours after Monday. */
    private void waiting(int touches, double hours) {
        add(end() - (long) (hours * HOUR), FactsBlock.MISSING, FactsBlock.MISSING, touches, 0);
    }

    private static long end() {
        return MONDAY + 1000L * HOUR;
    }

    private void add(long created, int reply, int resolution, int touches, int code) {
        rows.add(FactsRows.row(rows.size() + 1L, created, reply, resolution, touches, FactsBlock.MISSING, code));
    }

    private TicketFacts facts() {
        var builder = new FactsBuilder(TicketFacts.empty(UTC, List.of(Dimension.INDUSTRY)));
        rows.forEach(builder::put);
        return builder.build(List.of(new Dictionary(Arrays.asList("one", "two"))));
    }

    private PairTable known(MeasurePair pair) {
        var questions = new Questions();
        PairTable table = questions.ask(PairTable.known(pair, UTC));
        questions.answer(facts(), Selection.ALL);
        return table;
    }

    private PairTable open() {
        var questions = new Questions();
        PairTable table = questions.ask(PairTable.open(TOUCHES, UTC, end()));
        questions.answer(facts(), Selection.ALL);
        return table;
    }

    private List<PairSample.Point> sample(MeasurePair pair) {
        var questions = new Questions();
        PairSample sample = questions.ask(new PairSample(pair, UTC, 2000));
        questions.answer(facts(), Selection.ALL);
        return sample.points();
    }
}
