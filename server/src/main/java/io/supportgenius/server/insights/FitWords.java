package io.supportgenius.server.insights;

import io.supportgenius.analytics.regression.DailyPattern;
import io.supportgenius.analytics.summary.MeasurePair;
import java.util.Locale;

/**
 * The words of a fit's sentences.
 *
 * @param x name of the first measure
 * @param y name of the second measure
 * @param per one more of the first measure
 * @param waits what tickets are that lack the second measure
 */
record FitWords(String x, String y, String per, String waits) {

    private static final int MINUTES_IN_HALF_HOUR = 30;
    private static final int MINUTES_IN_HOUR = 60;
    private static final double SMALLEST_P = 0.001;

    static FitWords of(MeasurePair pair) {
        return switch (pair) {
            case FIRST_REPLY_BY_TIME_OF_DAY ->
                new FitWords(
                        "time of day",
                        "first reply time",
                        "with each hour of the day",
                        "still waiting for a first reply");
            case RESOLUTION_BY_TOUCHES ->
                new FitWords(
                        "the number of agent replies",
                        "full resolution time",
                        "with each agent reply",
                        "still unsolved");
        };
    }

    String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }

    /** How many tickets have no second measure yet. */
    String waiting(long open) {
        return open == 1
                ? "1 ticket is " + waits + " and in no line"
                : text("%,d tickets are %s and in no line", open, waits);
    }

    String goes(double slope) {
        return slope == 0 ? "stays the same" : slope > 0 ? "rises" : "falls";
    }

    /** For example "rises by 2.1 hours with each agent reply". */
    String change(double slope) {
        return slope == 0 ? goes(slope) : text("%s by %s hours %s", goes(slope), hours(Math.abs(slope)), per);
    }

    /** What a pattern of the day says, with what it is based on. */
    String pattern(DailyPattern pattern, long n) {
        return text(
                "%s depends on the time of day, though not along a straight line: its median is longest around %s (%s h) and shortest around %s (%s h); the time of day explains %s of the ranks, %s, n = %,d.",
                capitalized(y),
                clock(pattern.longest()),
                hours(pattern.medians()[pattern.longest()]),
                clock(pattern.shortest()),
                hours(pattern.medians()[pattern.shortest()]),
                share(pattern.explained()),
                p(pattern.pValue()),
                n);
    }

    /** The time at which a half-hour of the day begins. */
    static String clock(int halfHour) {
        int minutes = halfHour * MINUTES_IN_HALF_HOUR;
        return String.format(Locale.ENGLISH, "%02d:%02d", minutes / MINUTES_IN_HOUR, minutes % MINUTES_IN_HOUR);
    }

    static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    static String share(double share) {
        return share < 0.001 ? "less than 0.1 %" : String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    static String hours(double hours) {
        return String.format(Locale.ENGLISH, Math.abs(hours) < 1 ? "%.2f" : "%.1f", hours);
    }

    static String p(double p) {
        return p < SMALLEST_P ? "p < 0.001" : String.format(Locale.ENGLISH, "p = %.3f", p);
    }
}
