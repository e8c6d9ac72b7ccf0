package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.DurationDistribution;

/** Seconds of the facts as hours of the answers. */
final class Figures {

    private static final double SECONDS_IN_HOUR = 3600;
    private static final double P90 = 0.9;

    private Figures() {}

    static DurationFigures of(DurationDistribution distribution) {
        if (distribution.n() == 0) {
            return new DurationFigures(0, null, null, null);
        }
        return new DurationFigures(
                distribution.n(),
                distribution.percentile(0.5) / SECONDS_IN_HOUR,
                distribution.percentile(P90) / SECONDS_IN_HOUR,
                distribution.mean() / SECONDS_IN_HOUR);
    }
}
