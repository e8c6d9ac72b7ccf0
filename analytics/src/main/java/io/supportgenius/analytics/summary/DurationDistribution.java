package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one duration: exact percentiles and mean. Missing durations are not counted, zero is counted, negative ones
 * are impossible and counted apart.
 *
 * <p>Whole blocks are kept by reference, because they have their durations and remember how they are spread; others are copied, four bytes each.
 * Percentiles are found by {@link DurationRanks} where there are many durations.
 */
public final class DurationDistribution implements Summary<DurationDistribution> {

    private static final int[] NO_SECONDS = {};
    private static final double HALF = 0.5;
    private static final double TAIL = 0.025;

    /** Up to so many durations are copied and selected from at once, which needs no steps. */
    private static final int FEW = 1 << 14;

    private final TicketDuration duration;
    private final List<FactsBlock> wholes = new ArrayList<>(0);
    private final List<DurationRanks.Part> parts = new ArrayList<>(0);
    private int[] seconds = NO_SECONDS;
    private int own;
    private long n;
    private long sum;
    private long negative;
    private @Nullable DurationRanks ranks;

    public DurationDistribution(TicketDuration duration) {
        this.duration = duration;
    }

    @Override
    public void accept(Chunk chunk) {
        ranks = null;
        if (chunk.isWhole()) {
            DurationHistogram histogram = DurationHistogram.of(chunk.block(), duration);
            wholes.add(chunk.block());
            n += histogram.n();
            sum += histogram.sum();
            negative += histogram.negative();
        } else {
            chunk.slices(slice -> accept(duration.seconds(slice), slice.size()));
        }
    }

    private void accept(int[] values, int size) {
        reserve(size);
        int place = own;
        long total = 0;
        for (int i = 0; i < size; i++) {
            int value = values[i];
            seconds[place] = value;
            place += value >= 0 ? 1 : 0;
            total += Math.max(0, value);
            negative += value < 0 && FactsBlock.isMeasured(value) ? 1 : 0;
        }
        n += place - own;
        sum += total;
        own = place;
    }

    /** Takes one duration in seconds, {@link FactsBlock#MISSING} or {@link FactsBlock#UNMEASURED}. */
    void accept(int value) {
        if (value >= 0) {
            ranks = null;
            reserve(1);
            seconds[own++] = value;
            n++;
            sum += value;
        } else if (FactsBlock.isMeasured(value)) {
            negative++;
        }
    }

    @Override
    public DurationDistribution identity() {
        return new DurationDistribution(duration);
    }

    @Override
    public void combine(DurationDistribution other) {
        ranks = null;
        wholes.addAll(other.wholes);
        parts.addAll(other.parts);
        if (other.own > FEW) {
            parts.add(new DurationRanks.Part(other.seconds, other.own));
        } else {
            reserve(other.own);
            System.arraycopy(other.seconds, 0, seconds, own, other.own);
            own += other.own;
        }
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
        var wanted = new long[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            wanted[2 * i] = (long) (shares[i] * (n - 1));
            wanted[2 * i + 1] = Math.min(wanted[2 * i] + 1, n - 1);
        }
        int[] found = at(wanted);
        for (int i = 0; i < shares.length; i++) {
            double low = found[2 * i];
            double high = found[2 * i + 1];
            percentiles[i] = low + (shares[i] * (n - 1) - wanted[2 * i]) * (high - low);
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
        int rank =
                n == 0 ? 0 : BinomialDistribution.of(Math.toIntExact(n), HALF).inverseCumulativeProbability(TAIL);
        if (rank == 0) {
            return Optional.empty();
        }
        int[] ends = at(new long[] {rank - 1, n - rank});
        return Optional.of(interval(ends[0], ends[1]));
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

    /** The durations at some ranks, 0 being that of the shortest. */
    private int[] at(long[] wanted) {
        if (wholes.isEmpty() && parts.isEmpty() && own <= FEW) {
            int[] sorted = Arrays.copyOf(seconds, own);
            int[] places = Arrays.stream(wanted).mapToInt(rank -> (int) rank).toArray();
            Selection.select(sorted, places.clone());
            return Arrays.stream(places).map(place -> sorted[place]).toArray();
        }
        if (ranks == null) {
            var all = new ArrayList<>(parts);
            all.add(new DurationRanks.Part(seconds, own));
            ranks = new DurationRanks(duration, wholes, all);
        }
        return ranks.at(wanted);
    }

    private void reserve(int more) {
        if (own + more > seconds.length) {
            seconds = Arrays.copyOf(seconds, Math.max(own + more, own + own / 2 + 8));
        }
    }
}
