package io.supportgenius.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationDistributionTest {

    /**
     * Ranks from scipy: {@code l = 0; while 2 * scipy.stats.binom.cdf(l, n, .5) <= .05: l += 1}, which gives the l-th smallest and the l-th
     * largest. For 6 by hand: all six on one side of the median has probability 2/64 = .031.
     */
    @ParameterizedTest
    @CsvSource({"6,1,6", "15,4,12", "20,6,15", "50,18,33", "100,40,61", "150,63,88", "200,86,115"})
    void theIntervalOfAMedianReachesFromOneDurationToAnother(int n, double low, double high) {
        Interval interval = upTo(n).medianInterval().orElseThrow();

        assertThat(interval.getLowerBound()).isEqualTo(low);
        assertThat(interval.getUpperBound()).isEqualTo(high);
    }

    /** All five on one side has probability 2/32 = .0625, more than .05. */
    @Test
    void fewerThanSixDurationsHaveNoIntervalOfTheirMedian() {
        assertThat(upTo(5).medianInterval()).isEmpty();
        assertThat(upTo(0).medianInterval()).isEmpty();
    }

    /** The durations 1 to n, the largest first. */
    private static DurationDistribution upTo(int n) {
        var distribution = new DurationDistribution(TicketDuration.FIRST_REPLY);
        for (int seconds = n; seconds > 0; seconds--) {
            distribution.accept(seconds);
        }
        return distribution;
    }
}
