package io.supportgenius.analytics.finding;

/**
 * Durations as whole steps of a logarithmic scale, so that sums over any number of tickets are exact and do not depend on the order
 * of adding. A step is a factor of {@code 2^(1/1024)}, less than 0.07 %; below a minute all durations are the same.
 */
final class LogScale {

    private static final double STEPS_PER_DOUBLING = 1024;
    private static final int SHORTEST_SECONDS = 60;
    private static final double LOG_OF_TWO = Math.log(2);
    private static final double LOG_OF_SHORTEST = Math.log(SHORTEST_SECONDS);

    /** One more than the step of the longest duration. */
    static final int SIZE = step(Integer.MAX_VALUE) + 1;

    private LogScale() {}

    /** @param seconds at least 0 */
    static int step(int seconds) {
        return seconds <= SHORTEST_SECONDS
                ? 0
                : (int) Math.round((Math.log(seconds) - LOG_OF_SHORTEST) / LOG_OF_TWO * STEPS_PER_DOUBLING);
    }

    /** How many times as long a duration is that lies so many steps above another. */
    static double ratio(double steps) {
        return Math.exp(steps / STEPS_PER_DOUBLING * LOG_OF_TWO);
    }
}
