package io.supportgenius.analytics.finding;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Compares the shares of two groups.
 *
 * <p>The probability is that of the chi-square test with Yates's correction for continuity (Yates 1934, doi:10.2307/2983604). Where
 * that is small, which is where it decides anything, it is too small for few tickets; then Fisher's exact test has to agree, and the
 * larger of the two counts. Beyond {@value #MOST_TABLES} possible tables all counts are large, and the exact test would only be slow.
 *
 * <p>The interval of the difference is made from the Wilson intervals of both shares (method 10 of Newcombe 1998,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I).
 *
 * <ul>
 *   <li>All tickets negative, or none: the probability is 1.
 *   <li>Cost: constant, or the number of possible tables where the probability is small.
 * </ul>
 */
final class Shares {

    static final double SMALLEST_DIFFERENCE = 0.05;

    private static final double SMALL_PROBABILITY = 1e-3;
    private static final long MOST_TABLES = 20_000;

    private Shares() {}

    /** @param group at least one ticket, likewise other */
    static Contrast contrast(Sums group, Sums other) {
        double difference = group.mean() - other.mean();
        Interval one = interval(group);
        Interval two = interval(other);
        double low = difference - Math.hypot(group.mean() - one.getLowerBound(), two.getUpperBound() - other.mean());
        double high = difference + Math.hypot(one.getUpperBound() - group.mean(), other.mean() - two.getLowerBound());
        double strength = strength(group, other);
        return new Contrast(
                difference,
                low,
                high,
                strength,
                pValue(group, other, strength),
                Math.abs(difference) >= SMALLEST_DIFFERENCE);
    }

    private static Interval interval(Sums sums) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(sums.n()), Math.toIntExact(sums.sum()), 1 - Contrast.CONFIDENCE);
    }

    private static double strength(Sums group, Sums other) {
        double n = group.n() + other.n();
        double negative = group.sum() + other.sum();
        if (negative == 0 || negative == n) {
            return 0;
        }
        double above = group.sum() - group.n() * negative / n;
        double corrected = Math.max(0, Math.abs(above) - 0.5);
        double variance = (double) group.n() * other.n() / n * (negative / n) * (1 - negative / n);
        return Math.signum(above) * corrected / Math.sqrt(variance);
    }

    private static double pValue(Sums group, Sums other, double strength) {
        double yates = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(strength));
        if (yates >= SMALL_PROBABILITY) {
            return Math.min(1, yates);
        }
        long negative = group.sum() + other.sum();
        long n = group.n() + other.n();
        long tables = Math.min(Math.min(group.n(), other.n()), Math.min(negative, n - negative)) + 1;
        if (tables > MOST_TABLES) {
            return yates;
        }
        int[][] table = {
            {Math.toIntExact(group.sum()), Math.toIntExact(group.n() - group.sum())},
            {Math.toIntExact(other.sum()), Math.toIntExact(other.n() - other.sum())}
        };
        return Math.max(yates, FisherExactTest.withDefaults().test(table).getPValue());
    }
}
