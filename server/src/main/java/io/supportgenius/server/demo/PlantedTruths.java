package io.supportgenius.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The sizes of everything that is planted in the demo data, in one place; {@code docs/demo-data.md} explains them. Shares
 * are fractions, durations are hours. What is not named here has no effect on anything.
 */
final class PlantedTruths {

    /** The zone of the demo organisation; all times of day below are local to it. */
    static final ZoneId ZONE = ZoneId.of("UTC");

    /** Every ticket is created in this month. */
    static final YearMonth MONTH = YearMonth.of(2015, 10);

    /** The moment the data were "exported": what had not happened by then is missing, nothing is squeezed in before it. */
    static final Instant EXPORTED = LocalDate.of(2015, 11, 3).atStartOfDay(ZONE).toInstant();

    /** Relative number of tickets on a day, Monday first. Tuesday is the peak. */
    private static final double[] DAY_WEIGHTS = {1.1, 1.7, 1.1, 0.9, 0.7, 0.15, 0.12};

    /** Relative number of tickets in an hour of a day, midnight first. 10 to 11 is the peak. */
    private static final double[] HOUR_WEIGHTS = {
        6, 6, 6, 6, 6, 6, 8, 14, 26, 40, 72, 42, 26, 32, 40, 38, 30, 20, 14, 12, 10, 8, 6, 6
    };

    /** The night shift answers tickets created from this hour on ... */
    static final int NIGHT_BEGINS = 22;

    /** ... until this one. */
    static final int NIGHT_ENDS = 6;

    /** How many times as long a ticket created at night waits for its first reply. */
    static final double NIGHT_FACTOR = 3;

    /** Median wait for the first reply to a ticket created by day, and the standard deviation of its logarithm. */
    static final double REPLY_MEDIAN = 1.5;

    static final double REPLY_SIGMA = 0.9;

    /** Median of the work after the first reply that does not depend on the replies, and the sigma of its logarithm. */
    static final double WORK_MEDIAN = 10;

    static final double WORK_SIGMA = 0.9;

    /** Hours of full resolution time that each agent reply adds. */
    static final double HOURS_PER_REPLY = 6;

    /** Share of tickets that stay unsolved for good, whatever else they are. */
    static final double NEVER_SOLVED = 0.075;

    /** Share of the never solved tickets that nobody has replied to. */
    static final double UNANSWERED_OF_NEVER_SOLVED = 0.35;

    /** Share of tickets solved without any reply, for example because the requester found the answer. */
    static final double SOLVED_WITHOUT_REPLY = 0.015;

    /** Share of tickets from requesters without a company. */
    static final double WITHOUT_COMPANY = 0.03;

    /** Share of solved tickets that were reopened once. */
    static final double REOPENED = 0.05;

    /** Share of solved tickets with a rating. */
    static final double RATED = 0.3;

    private PlantedTruths() {}

    /** Relative number of tickets in the hour that begins at this time of the month. */
    static double weight(LocalDate day, int hour) {
        return DAY_WEIGHTS[day.getDayOfWeek().getValue() - 1] * HOUR_WEIGHTS[hour];
    }

    static boolean isNight(int hour) {
        return hour >= NIGHT_BEGINS || hour < NIGHT_ENDS;
    }

    /** Share of good ratings among the rated tickets of a mood. */
    static double goodRatings(Mood mood) {
        return switch (mood) {
            case NEGATIVE -> 0.4;
            case NEUTRAL -> 0.8;
            case POSITIVE -> 0.95;
        };
    }
}
