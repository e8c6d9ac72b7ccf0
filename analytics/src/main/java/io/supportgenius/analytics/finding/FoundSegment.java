package io.supportgenius.analytics.finding;

/**
 * A segment that differs from all other tickets of the selection by more than chance.
 *
 * @param n tickets of the segment that have the measure
 * @param nRest other tickets that have it
 * @param negative negative ones of the n; 0 for durations
 * @param negativeRest negative ones of the others
 * @param contrast of the segment with all others
 * @param adjustedP probability that chance gives even one such finding among all comparisons that were made
 */
public record FoundSegment(
        Measure measure,
        Segment segment,
        long n,
        long nRest,
        long negative,
        long negativeRest,
        Contrast contrast,
        double adjustedP) {}
