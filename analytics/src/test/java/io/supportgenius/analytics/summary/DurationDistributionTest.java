package io.supportgenius.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Enough of them that ranks are found by steps: short ones, where steps hold one duration each, their ends, long ones, the longest, and many equal ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void percentilesOfManyDurationsAreThoseOfAllInOrder(long seed) {
        var random = new Random(seed);
        int[] durations = IntStream.range(0, 60_000)
                .map(i -> switch (i % 5) {
                    case 0 -> random.nextInt(300);
                    case 1 -> 250 + random.nextInt(20);
                    case 2 -> random.nextInt(Integer.MAX_VALUE);
                    case 3 -> Integer.MAX_VALUE - random.nextInt(200);
                    default -> 86_400;
                })
                .toArray();
        var all = new DurationDistribution(TicketDuration.FIRST_REPLY);
        for (int from = 0; from < durations.length; from += 20_000) {
            var part = new DurationDistribution(TicketDuration.FIRST_REPLY);
            Arrays.stream(durations, from, from + 20_000).forEach(part::accept);
            all.combine(part);
        }
        double[] sorted = Arrays.stream(durations).sorted().asDoubleStream().toArray();

        for (double share : new double[] {0, 0.001, 0.1, 0.25, 0.39, 0.5, 0.61, 0.77, 0.8, 0.9, 0.95, 1}) {
            double place = share * (sorted.length - 1);
            double low = sorted[(int) place];
            double high = sorted[Math.min((int) place + 1, sorted.length - 1)];
            assertThat(all.percentile(share)).isCloseTo(low + (place - (int) place) * (high - low), within(1e-6));
        }
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
