package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.DurationDistribution;

/** Seconds of the facts as hours of the answers. */
final class Figures {

    private static final double SECONDS_IN_HOUR = 3600;
    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;

    private Figures() {}

    static DurationFigures of(DurationDistribution distribution) {
        if (distribution.n() == 0) {
            return new DurationFigures(0, null, null, null);
        }
        double[] percentiles = distribution.percentiles(MEDIAN, P90);
        return new DurationFigures(
                distribution.n(),
                percentiles[0] / SECONDS_IN_HOUR,
                percentiles[1] / SECONDS_IN_HOUR,
                distribution.mean() / SECONDS_IN_HOUR);
    }
}
