package io.supportgenius.server.insights;

import org.jspecify.annotations.Nullable;

/**
 * A distribution of durations in hours.
 *
 * @param n durations counted; negative ones are left out
 * @param medianHours null when n is 0
 * @param p90Hours 90th percentile, linear; null when n is 0
 * @param meanHours null when n is 0
 */
public record DurationFigures(
        long n,
        @Nullable Double medianHours,
        @Nullable Double p90Hours,
        @Nullable Double meanHours) {}
