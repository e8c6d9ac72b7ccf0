package io.supportgenius.server.insights;

import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.summary.MeasurePair;
import java.util.Locale;

/**
 * What a fit says, in one sentence. A relationship is found when chance alone would hardly give such a slope (p below 5 %) and the
 * line also predicts tickets that it was not fitted to better than their mean does.
 *
 * @param related whether a relationship was found
 * @param sentence for people
 */
record FitVerdict(boolean related, String sentence) {

    private static final double LEVEL = 0.05;
    private static final long FEWEST_TICKETS = 15;

    static FitVerdict of(MeasurePair pair, StraightLine line, double slopeMargin) {
        String evidence = String.format(
                Locale.ENGLISH, "explains %s of %s, n = %,d.", share(line.rSquared()), nameOfY(pair), line.n());
        if (line.n() < FEWEST_TICKETS) {
            return new FitVerdict(
                    false,
                    String.format(
                            Locale.ENGLISH,
                            "Too few to say: %d tickets have both measures, %d are needed.",
                            line.n(),
                            FEWEST_TICKETS));
        }
        if (line.pValue() >= LEVEL || line.heldOutRSquared() <= 0) {
            return new FitVerdict(
                    false, "No relationship found: along a straight line " + nameOfX(pair) + " " + evidence);
        }
        String slope = String.format(
                Locale.ENGLISH,
                "%s %s by %s hours %s (95 %% interval %s to %s); this %s",
                capitalized(nameOfY(pair)),
                line.slope() > 0 ? "rises" : "falls",
                hours(Math.abs(line.slope())),
                per(pair),
                hours(Math.abs(line.slope()) - slopeMargin),
                hours(Math.abs(line.slope()) + slopeMargin),
                evidence);
        return new FitVerdict(true, slope);
    }

    static String nameOfX(MeasurePair pair) {
        return switch (pair) {
            case FIRST_REPLY_BY_TIME_OF_DAY -> "time of day";
            case RESOLUTION_BY_TOUCHES -> "the number of agent replies";
        };
    }

    private static String nameOfY(MeasurePair pair) {
        return switch (pair) {
            case FIRST_REPLY_BY_TIME_OF_DAY -> "first reply time";
            case RESOLUTION_BY_TOUCHES -> "full resolution time";
        };
    }

    private static String per(MeasurePair pair) {
        return switch (pair) {
            case FIRST_REPLY_BY_TIME_OF_DAY -> "with each hour of the day";
            case RESOLUTION_BY_TOUCHES -> "with each agent reply";
        };
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private static String share(double share) {
        return share < 0.001 ? "less than 0.1 %" : String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    private static String hours(double hours) {
        return String.format(Locale.ENGLISH, Math.abs(hours) < 1 ? "%.2f" : "%.1f", hours);
    }
}
