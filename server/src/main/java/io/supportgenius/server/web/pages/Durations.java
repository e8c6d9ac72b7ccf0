package io.supportgenius.server.web.pages;

import java.util.Locale;

/** Durations as people say them: {@code 2 h 15 min}, {@code 3.4 days}. */
final class Durations {

    private static final double MINUTES_PER_HOUR = 60;
    private static final double HOURS_PER_DAY = 24;
    private static final double LONGEST_IN_HOURS = 48;

    private Durations() {}

    /** @param hours may be negative, which shows a minus sign */
    static String words(double hours) {
        if (hours < 0) {
            String magnitude = words(-hours);
            return magnitude.equals("0 min") ? magnitude : "\u2212" + magnitude;
        }
        long minutes = Math.round(hours * MINUTES_PER_HOUR);
        if (minutes == 0 && hours > 0) {
            return "under 1 min";
        }
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + " min";
        }
        if (minutes < LONGEST_IN_HOURS * MINUTES_PER_HOUR) {
            long rest = minutes % 60;
            return minutes / 60 + " h" + (rest == 0 ? "" : " " + rest + " min");
        }
        return String.format(Locale.ENGLISH, "%,.1f days", hours / HOURS_PER_DAY);
    }
}
