package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;

/**
 * How many durations lie in each of some steps, each less than a hundredth of its durations wide; those below 256 seconds have a
 * step of their own. Tells in which step a percentile is, so that only that step's durations have to be looked at.
 */
final class DurationHistogram {

    /** The upper half of a float's bits holds its exponent and seven digits of what follows: a logarithmic scale for one conversion. */
    private static final int BITS_BELOW = 16;

    private static final int STEP_OF_ONE = Float.floatToRawIntBits(1) >>> BITS_BELOW;

    static final int STEPS = (Float.floatToRawIntBits(Integer.MAX_VALUE) >>> BITS_BELOW) - STEP_OF_ONE + 2;

    private static final int LAST_OF_ITS_OWN = step(255);

    private final int[] counts = new int[STEPS];
    private long n;
    private long sum;
    private long negative;

    /** The one that a block remembers. */
    static DurationHistogram of(FactsBlock block, TicketDuration duration) {
        return block.remembered(new Key(duration), () -> {
            var histogram = new DurationHistogram();
            block.whole().slices(slice -> histogram.accept(duration, slice));
            return histogram;
        });
    }

    private void accept(TicketDuration duration, Slice slice) {
        int[] seconds = duration.seconds(slice);
        for (int i = 0; i < slice.size(); i++) {
            int value = seconds[i];
            if (value >= 0) {
                counts[step(value)]++;
                n++;
                sum += value;
            } else {
                negative += FactsBlock.isMeasured(value) ? 1 : 0;
            }
        }
    }

    /** @param seconds 0 or more; grows with them */
    static int step(int seconds) {
        return Math.max(0, (Float.floatToRawIntBits(seconds) >>> BITS_BELOW) - STEP_OF_ONE + 1);
    }

    /** Whether all durations of a step are equal. */
    static boolean isOfOneDuration(int step) {
        return step <= LAST_OF_ITS_OWN;
    }

    int count(int step) {
        return counts[step];
    }

    long n() {
        return n;
    }

    long sum() {
        return sum;
    }

    long negative() {
        return negative;
    }

    private record Key(TicketDuration duration) {}
}
