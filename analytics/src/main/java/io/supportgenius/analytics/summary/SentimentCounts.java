package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.text.Sentiment;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Tickets by sentiment; grows while rows come in. */
public final class SentimentCounts {

    private static final double ERROR_RATE = 0.05;

    private final long[] counts = new long[1 + Sentiment.values().length];

    /**
     * Counts one ticket.
     *
     * @param code of the sentiment dimension, 0 for a ticket that was not scored
     */
    public void accept(int code) {
        counts[code]++;
    }

    /** Counts everything that others have counted. */
    public void combine(SentimentCounts other) {
        for (int code = 0; code < counts.length; code++) {
            counts[code] += other.counts[code];
        }
    }

    public long count(Sentiment sentiment) {
        return counts[1 + sentiment.ordinal()];
    }

    /** Tickets without a sentiment. */
    public long unscored() {
        return counts[0];
    }

    public long scored() {
        return tickets() - counts[0];
    }

    public long tickets() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Negative tickets among the scored ones, 0 to 1; NaN when there are none. */
    public double negativeShare() {
        return (double) count(Sentiment.NEGATIVE) / scored();
    }

    /**
     * The 95 % interval of the negative share (Wilson 1927, doi:10.1080/01621459.1927.10502953).
     *
     * @throws IllegalStateException when no ticket was scored
     */
    public Interval negativeInterval() {
        if (scored() == 0) {
            throw new IllegalStateException("No ticket was scored");
        }
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(scored()), Math.toIntExact(count(Sentiment.NEGATIVE)), ERROR_RATE);
    }
}
