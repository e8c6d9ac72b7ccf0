package io.supportgenius.server.insights;

import io.supportgenius.analytics.regression.DailyPattern;
import io.supportgenius.analytics.regression.RankTrend;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.summary.MeasurePair;
import org.jspecify.annotations.Nullable;

/**
 * What a fit says, in one sentence. A straight relationship is found when chance alone would hardly give such a slope (p below 5 %), the
 * line also predicts tickets that it was not fitted to better than their mean does, and ranks say the same, so that a handful of far tickets
 * makes none. Where the line finds nothing, ranks or hours of the day still may, at a level of 1 % each.
 *
 * @param related whether a relationship was found
 * @param straight whether it is the straight line's
 * @param sentence for people
 */
record FitVerdict(boolean related, boolean straight, String sentence) {

    private static final double LEVEL = 0.05;
    private static final double LEVEL_OF_FURTHER_TESTS = 0.01;
    private static final double SMALLEST_EXPLAINED = 0.005;
    private static final double MUCH_MORE = 2;
    private static final long FEWEST_TICKETS = 15;

    /**
     * @param trend without the few longest durations
     * @param pattern of the day; null where x is no time of day, or too little is known
     */
    static FitVerdict of(
            MeasurePair pair, StraightLine line, double slopeMargin, RankTrend trend, @Nullable DailyPattern pattern) {
        FitWords words = FitWords.of(pair);
        if (line.n() < FEWEST_TICKETS) {
            return none(words.text(
                    "Too few to say: %d tickets have both measures, %d are needed.", line.n(), FEWEST_TICKETS));
        }
        boolean byLine = line.pValue() < LEVEL && line.heldOutRSquared() > 0;
        boolean byRanks = trend.pValue() < LEVEL;
        boolean agreed = Math.signum(line.slope()) == Math.signum(trend.correlation());
        String evidence =
                words.text("explains %s of %s, n = %,d.", FitWords.share(line.rSquared()), words.y(), line.n());
        DailyPattern byClock = pattern != null && isFound(pattern) ? pattern : null;
        if (byLine && byRanks && agreed && !(byClock != null && tellsMore(byClock, trend))) {
            return new FitVerdict(
                    true,
                    true,
                    words.text(
                            "%s %s by %s hours %s (95 %% interval %s to %s); this %s",
                            FitWords.capitalized(words.y()),
                            words.goes(line.slope()),
                            FitWords.hours(Math.abs(line.slope())),
                            words.per(),
                            FitWords.hours(Math.abs(line.slope()) - slopeMargin),
                            FitWords.hours(Math.abs(line.slope()) + slopeMargin),
                            evidence));
        }
        if (byClock != null) {
            return new FitVerdict(true, false, words.pattern(byClock, line.n()));
        }
        if (trend.pValue() < LEVEL_OF_FURTHER_TESTS && square(trend.correlation()) >= SMALLEST_EXPLAINED) {
            return new FitVerdict(
                    true,
                    false,
                    words.text(
                            "%s tends to %s %s (rank correlation %.2f, %s), but no straight line tells by how much, n = %,d.",
                            FitWords.capitalized(words.y()),
                            trend.correlation() > 0 ? "rise" : "fall",
                            words.per(),
                            trend.correlation(),
                            FitWords.p(trend.pValue()),
                            line.n()));
        }
        if (byLine) {
            return none(words.text(
                    "No relationship found: a few tickets far from all others make the straight line %s; the ranks of all %,d show none (correlation %.2f).",
                    line.slope() > 0 ? "rise" : "fall", line.n(), trend.correlation()));
        }
        return none("No relationship found: along a straight line " + words.x() + " " + evidence);
    }

    static boolean isFound(DailyPattern pattern) {
        return pattern.pValue() < LEVEL_OF_FURTHER_TESTS
                && pattern.explained() >= SMALLEST_EXPLAINED
                && pattern.longest() >= 0;
    }

    /** A day is no line: where its hours tell much more than their order, the line would mislead. */
    private static boolean tellsMore(DailyPattern pattern, RankTrend trend) {
        return pattern.explained() > MUCH_MORE * square(trend.correlation());
    }

    private static double square(double value) {
        return value * value;
    }

    private static FitVerdict none(String sentence) {
        return new FitVerdict(false, false, sentence);
    }
}
