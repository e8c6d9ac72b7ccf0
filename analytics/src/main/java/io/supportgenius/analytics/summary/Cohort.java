package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** What became of tickets that were created together; grows while rows come in. */
public final class Cohort {

    private static final double ERROR_RATE = 0.05;

    private final DurationDistribution firstReply = new DurationDistribution(TicketDuration.FIRST_REPLY);
    private final DurationDistribution fullResolution = new DurationDistribution(TicketDuration.FULL_RESOLUTION);
    private final SentimentCounts sentiments = new SentimentCounts();
    private long solved;
    private long good;
    private long bad;
    private long ratedAndSolved;

    void accept(int reply, int resolution, int sentiment, boolean ratedGood, boolean ratedBad) {
        boolean isSolved = resolution != FactsBlock.MISSING;
        sentiments.accept(sentiment);
        firstReply.accept(reply);
        fullResolution.accept(resolution);
        solved += isSolved ? 1 : 0;
        good += ratedGood ? 1 : 0;
        bad += ratedBad ? 1 : 0;
        ratedAndSolved += isSolved && (ratedGood || ratedBad) ? 1 : 0;
    }

    void combine(Cohort other) {
        sentiments.combine(other.sentiments);
        firstReply.combine(other.firstReply);
        fullResolution.combine(other.fullResolution);
        solved += other.solved;
        good += other.good;
        bad += other.bad;
        ratedAndSolved += other.ratedAndSolved;
    }

    public long tickets() {
        return sentiments.tickets();
    }

    /** Tickets that have been solved, whenever that was. */
    public long solved() {
        return solved;
    }

    /** Tickets with a good rating. */
    public long good() {
        return good;
    }

    /**
     * The 95 % interval of the share of good ratings (Wilson 1927, doi:10.1080/01621459.1927.10502953).
     *
     * @throws IllegalStateException when no ticket was rated
     */
    public Interval goodInterval() {
        if (rated() == 0) {
            throw new IllegalStateException("No ticket was rated");
        }
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(rated()), Math.toIntExact(good), ERROR_RATE);
    }

    /** Tickets with a rating. */
    public long rated() {
        return good + bad;
    }

    /** Solved tickets with a rating. */
    public long ratedAndSolved() {
        return ratedAndSolved;
    }

    public SentimentCounts sentiments() {
        return sentiments;
    }

    public DurationDistribution firstReply() {
        return firstReply;
    }

    public DurationDistribution fullResolution() {
        return fullResolution;
    }
}
