package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.Interval;

/**
 * The distribution of one duration: exact percentiles and mean. Missing durations are not counted, zero is counted, negative ones
 * are impossible and counted apart. Holds every duration, four bytes each, in any
 * order: a percentile is selected, not sorted for.
 */
public final class DurationDistribution implements Summary<DurationDistribution> {

    private static final double HALF = 0.5;
    private static final double TAIL = 0.025;

    private final TicketDuration duration;
    private int[] seconds = new int[8];
    private int n;
    private long sum;
    private long negative;

    public DurationDistribution(TicketDuration duration) {
        this.duration = duration;
    }

    @Override
    public void accept(Chunk chunk) {
        FactsBlock block = chunk.block();
        reserve(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            accept(duration.seconds(block, chunk.row(i)));
        }
    }

    /** Takes one duration in seconds, {@link FactsBlock#MISSING} or {@link FactsBlock#UNMEASURED}. */
    void accept(int value) {
        if (value >= 0) {
            reserve(1);
            seconds[n++] = value;
            sum += value;
        } else if (FactsBlock.isMeasured(value)) {
            negative++;
        }
    }

    @Override
    public void combine(DurationDistribution other) {
        reserve(other.n);
        System.arraycopy(other.seconds, 0, seconds, n, other.n);
        n += other.n;
        sum += other.sum;
        negative += other.negative;
    }

    /** Durations counted. */
    public long n() {
        return n;
    }

    /** Durations below zero, which are not counted. */
    public long negative() {
        return negative;
    }

    /**
     * Percentile by linear interpolation between the closest ranks (type 7 of Hyndman and Fan 1996, doi:10.2307/2684934).
     *
     * @param share 0 to 1; 0.5 is the median
     * @return seconds; NaN when n is 0
     */
    public double percentile(double share) {
        return percentiles(share)[0];
    }

    /**
     * Several percentiles at once, which is faster than one after the other.
     *
     * @param shares 0 to 1 each
     * @return seconds, in the order of the shares; NaN when n is 0
     */
    public double[] percentiles(double... shares) {
        var percentiles = new double[shares.length];
        if (n == 0) {
            Arrays.fill(percentiles, Double.NaN);
            return percentiles;
        }
        var ranks = new int[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            ranks[2 * i] = (int) (shares[i] * (n - 1));
            ranks[2 * i + 1] = Math.min(ranks[2 * i] + 1, n - 1);
        }
        Selection.select(seconds, 0, n, ranks.clone());
        for (int i = 0; i < shares.length; i++) {
            double low = seconds[ranks[2 * i]];
            double high = seconds[ranks[2 * i + 1]];
            percentiles[i] = low + (shares[i] * (n - 1) - ranks[2 * i]) * (high - low);
        }
        return percentiles;
    }

    /**
     * The 95 % interval of the median, from one duration to another: whatever the distribution, as many durations lie below the true
     * median as heads come up in n throws of a coin (David and Nagaraja 2003, doi:10.1002/0471722162, section 7.1). Reaches at least 95 %.
     *
     * @return lower and upper end in seconds; empty for fewer than six durations, which cannot give one
     */
    public Optional<Interval> medianInterval() {
        int rank = n == 0 ? 0 : BinomialDistribution.of(n, HALF).inverseCumulativeProbability(TAIL);
        if (rank == 0) {
            return Optional.empty();
        }
        int low = rank - 1;
        int high = n - rank;
        Selection.select(seconds, 0, n, new int[] {low, high});
        return Optional.of(interval(seconds[low], seconds[high]));
    }

    private static Interval interval(double low, double high) {
        return new Interval() {
            @Override
            public double getLowerBound() {
                return low;
            }

            @Override
            public double getUpperBound() {
                return high;
            }
        };
    }

    /** Mean in seconds; NaN when n is 0. */
    public double mean() {
        return (double) sum / n;
    }

    private void reserve(int more) {
        if (n + more > seconds.length) {
            seconds = Arrays.copyOf(seconds, Math.max(n + more, n + n / 2));
        }
    }
}
