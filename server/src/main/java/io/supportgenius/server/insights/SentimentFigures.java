package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.SentimentCounts;
import io.supportgenius.analytics.text.Sentiment;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Tickets by sentiment.
 *
 * @param unscored tickets without a sentiment; the four counts add up to all tickets
 * @param negativeShare negative tickets among the scored ones, 0 to 1; null when none was scored
 * @param low lower end of the 95 % interval of the negative share (Wilson); null when none was scored
 * @param high its upper end
 */
public record SentimentFigures(
        long negative,
        long neutral,
        long positive,
        long unscored,
        @Nullable Double negativeShare,
        @Nullable Double low,
        @Nullable Double high) {

    static SentimentFigures of(SentimentCounts counts) {
        Interval interval = counts.scored() == 0 ? null : counts.negativeInterval();
        return new SentimentFigures(
                counts.count(Sentiment.NEGATIVE),
                counts.count(Sentiment.NEUTRAL),
                counts.count(Sentiment.POSITIVE),
                counts.unscored(),
                interval == null ? null : counts.negativeShare(),
                interval == null ? null : interval.getLowerBound(),
                interval == null ? null : interval.getUpperBound());
    }

    /** Tickets that have a sentiment. */
    public long scored() {
        return negative + neutral + positive;
    }

    /** All tickets. */
    public long tickets() {
        return scored() + unscored;
    }
}
