package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.regression.DailyPattern;
import io.supportgenius.analytics.regression.LogLine;
import io.supportgenius.analytics.regression.RobustLine;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.regression.SurvivalTrend;
import io.supportgenius.analytics.regression.WithinSegments;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.SegmentMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a straight line alone would hide, as sentences. */
final class FitNotes {

    private static final double LEVEL = 0.05;

    /** Of tests that nobody asked for. */
    private static final double LEVEL_OF_FURTHER_TESTS = 0.01;

    /** How much more of logarithms than of hours a line must explain for the factor to be worth a word. */
    private static final double BETTER = 0.02;

    private static final double HALF = 0.5;
    private static final double DOUBLE = 2;

    private static final List<Dimension> SEGMENTS =
            List.of(Dimension.SUPPORT_TIER, Dimension.INDUSTRY, Dimension.CHANNEL, Dimension.PRIORITY, Dimension.TYPE);

    private static final int MOST_SEGMENTS = 200;

    private final FitWords words;
    private final FitVerdict verdict;
    private final StraightLine line;
    private final List<String> notes = new ArrayList<>();

    FitNotes(MeasurePair pair, FitVerdict verdict, StraightLine line) {
        this.words = FitWords.of(pair);
        this.verdict = verdict;
        this.line = line;
    }

    List<String> sentences() {
        return List.copyOf(notes);
    }

    /** Whether the line of the middle ticket tells another story than the mean. */
    static boolean differs(RobustLine robust, StraightLine line) {
        double ratio = robust.slope() / line.slope();
        return !(ratio >= HALF && ratio <= DOUBLE);
    }

    void robust(@Nullable RobustLine robust) {
        if (verdict.straight() && robust != null && differs(robust, line)) {
            notes.add(words.text(
                    "For the middle ticket %s %s (robust line): long tickets pull the straight line.",
                    words.y(), words.change(robust.slope())));
        }
    }

    void logScale(@Nullable LogLine log) {
        if (verdict.related() && log != null && log.rSquared() > line.rSquared() + BETTER) {
            notes.add(words.text(
                    "As a factor: %s is multiplied by %.2f %s (95 %% interval %.2f to %.2f), which explains %s of its logarithm.",
                    words.y(),
                    log.factor(),
                    words.per(),
                    log.factorLow(),
                    log.factorHigh(),
                    FitWords.share(log.rSquared())));
        }
    }

    /** The day as a circle, where the verdict is the straight line's. */
    void pattern(@Nullable DailyPattern pattern) {
        if (verdict.straight() && pattern != null && FitVerdict.isFound(pattern)) {
            notes.add(words.text(
                    "Around the clock the median is longest at %s (%s h) and shortest at %s (%s h).",
                    FitWords.clock(pattern.longest()),
                    FitWords.hours(pattern.medians()[pattern.longest()]),
                    FitWords.clock(pattern.shortest()),
                    FitWords.hours(pattern.medians()[pattern.shortest()])));
        }
    }

    /** Tickets that wait are not in the line: what becomes of it when they count. */
    void open(@Nullable SurvivalTrend survival) {
        if (survival == null || survival.open() == 0) {
            return;
        }
        String who = words.waiting(survival.open());
        boolean found = survival.pValue() < (verdict.straight() ? LEVEL : LEVEL_OF_FURTHER_TESTS);
        boolean longer = survival.z() > 0;
        if (verdict.straight() && found && longer == line.slope() > 0) {
            notes.add(
                    who
                            + "; counted for as long as they have waited (survival analysis) they do not change the direction.");
        } else if (verdict.straight() && found) {
            notes.add(who + ". Counted for as long as they have waited (survival analysis) it is the other way round: "
                    + more(longer) + ".");
        } else if (verdict.straight()) {
            notes.add(who + ". Counted for as long as they have waited (survival analysis) no relationship is left: "
                    + "the line may come from the end of the data.");
        } else if (found && !verdict.related()) {
            notes.add(who + ". Counted for as long as they have waited (survival analysis) there is a relationship: "
                    + more(longer) + ".");
        } else {
            notes.add(who + ".");
        }
    }

    private String more(boolean longer) {
        return words.y() + (longer ? " rises " : " falls ") + words.per();
    }

    /** Simpson's paradox: whether the line runs the other way inside segments. */
    void segments(MeasurePair pair, TicketFacts facts, Selection selection) {
        if (!verdict.straight()) {
            return;
        }
        var questions = new Questions();
        List<Asked> asked = SEGMENTS.stream()
                .filter(dimension -> facts.dictionary(facts.index(dimension)).size() <= MOST_SEGMENTS)
                .map(dimension -> {
                    int index = facts.index(dimension);
                    int codes = facts.dictionary(index).size();
                    return new Asked(dimension, questions.ask(new SegmentMoments(pair, facts.zone(), index, codes)));
                })
                .toList();
        questions.answer(facts, selection);
        for (Asked one : asked) {
            WithinSegments.of(one.moments.moments())
                    .filter(within -> within.pValue() < LEVEL_OF_FURTHER_TESTS)
                    .filter(within -> within.slope() * line.slope() < 0)
                    .ifPresent(within -> notes.add(words.text(
                            "Among tickets of the same %s it is, taken together, the other way round: %s %s. Which %s they are of makes the line.",
                            name(one.dimension), words.y(), words.change(within.slope()), name(one.dimension))));
        }
    }

    private static String name(Dimension dimension) {
        return dimension.name().replaceAll("(\\p{Upper})", " $1").toLowerCase(Locale.ENGLISH);
    }

    private record Asked(Dimension dimension, SegmentMoments moments) {}
}
