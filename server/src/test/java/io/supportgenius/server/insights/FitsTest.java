package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.Questions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fits say about data whose truth is known, because this test made it. */
class FitsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int HOUR = 3600;

    /** Monday, 5 October 2015, midnight in UTC. */
    private static final long MONDAY = 1_444_003_200L;

    private static final long END = MONDAY + 2000L * HOUR;

    /** The 97.5 % bound of the findings of a test at 5 % in 1,000 sets without any effect. */
    private static final int MOST_FALSE_FINDINGS = 64;

    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.SUPPORT_TIER, Dimension.INDUSTRY, Dimension.CHANNEL, Dimension.PRIORITY, Dimension.TYPE);

    @ParameterizedTest
    @EnumSource(MeasurePair.class)
    void randomDataAreCalledRandom(MeasurePair pair) {
        long found = IntStream.range(0, 1000)
                .filter(seed -> fit(pair, tickets(seed, 150, (random, row) -> row.random(random)))
                        .related())
                .count();

        assertThat(found).isLessThanOrEqualTo(MOST_FALSE_FINDINGS);
    }

    @ParameterizedTest
    @EnumSource(MeasurePair.class)
    void aHandfulOfImplausibleValuesMakesNoFinding(MeasurePair pair) {
        long found = IntStream.range(0, 300)
                .filter(seed -> fit(pair, tickets(seed, 200, (random, row) -> {
                            row.random(random);
                            if (row.number < 4) {
                                row.second = 23 * HOUR + 1800;
                                row.touches = 40;
                                row.reply = 900 * HOUR;
                                row.resolution = 40_000 * HOUR;
                            }
                        }))
                        .related())
                .count();

        // 4 of 200 tickets say the same: at 5 % of 300 sets, 15, a correct test stays at or below 23 with 97.5 %.
        assertThat(found).isLessThanOrEqualTo(23);
    }

    @Test
    void realEffectsAreFound() {
        long byTouches = IntStream.range(0, 100)
                .filter(seed -> {
                    FitFigures fit = fit(MeasurePair.RESOLUTION_BY_TOUCHES, tickets(seed, 300, (random, row) -> {
                        row.random(random);
                        row.resolution = (int) (row.resolution * Math.pow(1.15, row.touches));
                    }));
                    return fit.related() && fit.slope() > 0 && fit.ranks().correlation() > 0;
                })
                .count();
        long byNight = IntStream.range(0, 100)
                .filter(seed -> {
                    FitFigures fit = fit(MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY, tickets(seed, 300, (random, row) -> {
                        row.random(random);
                        boolean night = row.second < 4 * HOUR || row.second >= 22 * HOUR;
                        row.reply = night ? row.reply * 4 : row.reply;
                    }));
                    return fit.related() && fit.verdict().contains("longest around");
                })
                .count();

        // A factor of 1.15 for each of up to 9 replies is 3.5 at the end, nights four times as long: plain effects.
        assertThat(byTouches).isGreaterThanOrEqualTo(95);
        assertThat(byNight).isGreaterThanOrEqualTo(80);
    }

    @Test
    void segmentsThatTurnTheLineRoundAreNamed() {
        FitFigures fit = fit(MeasurePair.RESOLUTION_BY_TOUCHES, tickets(1, 600, (random, row) -> {
            row.tier = 1 + row.number % 2;
            row.touches = random.nextInt(6) + (row.tier == 2 ? 8 : 0);
            int hours = (row.tier == 2 ? 80 : 20) - 2 * (row.touches % 8) + random.nextInt(4);
            row.resolution = hours * HOUR;
        }));

        assertThat(fit.related()).isTrue();
        assertThat(fit.slope()).isPositive();
        assertThat(fit.notes())
                .anyMatch(note -> note.startsWith(
                        "Among tickets of the same support tier it is, taken together, the other way round"));
    }

    @Test
    void aLineThatTheEndOfTheDataMakesSaysSo() {
        // Replies do not matter, but tickets with many are young, and of the young ones only the quick ones are solved.
        FitFigures fit = fit(MeasurePair.RESOLUTION_BY_TOUCHES, tickets(2, 3000, (random, row) -> {
            row.touches = random.nextInt(10);
            long age = (long) ((1000 - 95.0 * row.touches) * HOUR);
            long takes = (long) (-300 * Math.log(1 - random.nextDouble()) * HOUR);
            row.created = END - age;
            row.resolution = takes <= age ? (int) takes : FactsBlock.MISSING;
        }));

        assertThat(fit.notes())
                .anyMatch(note -> note.contains("are still unsolved") && note.contains("no relationship is left"));
        // The median of an exponential distribution with mean 300 is 300 ln 2 = 207.9; that of the solved alone is far
        // lower.
        assertThat(Objects.requireNonNull(fit.withOpen()).medianHours()).isBetween(185.0, 231.0);
    }

    @Test
    void effectsThatMultiplyAreToldOnTheLogarithmicScale() {
        FitFigures fit = fit(MeasurePair.RESOLUTION_BY_TOUCHES, tickets(3, 2000, (random, row) -> {
            row.random(random);
            row.resolution = (int) (row.resolution * Math.pow(1.5, row.touches));
        }));

        assertThat(Objects.requireNonNull(fit.logScale()).factor()).isBetween(1.45, 1.55);
        assertThat(fit.notes()).anyMatch(note -> note.contains("is multiplied by 1.5"));
    }

    @Test
    void nineteenOfTwentyTicketsLieBetweenThePredictedEnds() {
        List<Row> rows = tickets(4, 1500, (random, row) -> row.random(random));
        FitFigures fit = fit(MeasurePair.RESOLUTION_BY_TOUCHES, rows);
        double[] at = fit.prediction().get(0);
        double slope = fit.slope();
        long inside = rows.stream()
                .filter(row -> {
                    double move = slope * (row.touches - at[0]);
                    double hours = row.resolution / (double) HOUR;
                    return hours >= at[1] + move && hours <= at[2] + move;
                })
                .count();

        assertThat(inside / 1500.0).isBetween(0.945, 0.955);
    }

    private static List<Row> tickets(int seed, int count, RowMaker maker) {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            var row = new Row(i);
            maker.make(random, row);
            rows.add(row);
        }
        return rows;
    }

    private static FitFigures fit(MeasurePair pair, List<Row> rows) {
        var builder = new FactsBuilder(TicketFacts.empty(UTC, DIMENSIONS));
        rows.forEach(row -> builder.put(row.facts()));
        var values = new Dictionary(List.of("one", "two"));
        TicketFacts facts = builder.build(
                IntStream.range(0, DIMENSIONS.size()).mapToObj(unused -> values).toList());
        var questions = new Questions();
        var question = new FitQuestion(pair, facts, questions);
        questions.answer(facts, Selection.ALL);
        return question.figures(facts, Selection.ALL, END).orElseThrow();
    }

    @FunctionalInterface
    private interface RowMaker {
        void make(Random random, Row row);
    }

    /** A ticket on its way. */
    private static final class Row {

        private final int number;
        private @Nullable Long created;
        private int second;
        private int touches;
        private int reply;
        private int resolution;
        private int tier;

        Row(int number) {
            this.number = number;
        }

        /** Nothing depends on anything; durations are as skewed as real ones. */
        void random(Random random) {
            second = random.nextInt(24 * HOUR);
            touches = random.nextInt(10);
            reply = (int) (2 * HOUR * Math.exp(1.1 * random.nextGaussian()));
            resolution = reply + (int) (20 * HOUR * Math.exp(random.nextGaussian()));
        }

        FactsRow facts() {
            long at = created == null ? MONDAY + second : created;
            Long solved = resolution == FactsBlock.MISSING ? null : Long.valueOf(at + resolution);
            int known = reply == 0 ? FactsBlock.MISSING : reply;
            return new FactsRow(
                    number + 1L, at, solved, known, resolution, touches, FactsBlock.MISSING, tier, 0, 0, 0, 0);
        }
    }
}
