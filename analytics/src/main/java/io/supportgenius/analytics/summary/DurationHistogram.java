package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;

/**
 * The durations of a block by steps, each less than a hundredth of its durations wide; those below 256 seconds have a step of their own.
 * Tells in which step a percentile is, and gives the durations of that step alone. Costs two bytes a duration, four where some are longer than 97 days.
 */
final class DurationHistogram {

    /** The upper half of a float's bits holds its exponent and seven digits of what follows: a logarithmic scale for one conversion. */
    private static final int BITS_BELOW = 16;

    private static final int STEP_OF_ONE = Float.floatToRawIntBits(1) >>> BITS_BELOW;

    static final int STEPS = (Float.floatToRawIntBits(Integer.MAX_VALUE) >>> BITS_BELOW) - STEP_OF_ONE + 2;

    private static final long[] LOWEST = lowest();

    private static final int SHORT_MASK = 0xffff;

    /** Where the durations of each step begin among all that are counted. */
    private final int[] starts = new int[STEPS + 1];

    /** By step, how far durations lie above the shortest one of their step; in the first array where they fit. */
    private final short[] offsets;

    private final int[] wideOffsets;
    private final long sum;
    private final long negative;

    private DurationHistogram(FactsBlock block, TicketDuration duration) {
        var seconds = new int[block.size()];
        var sizes = new int[1];
        var sums = new long[2];
        block.whole().slices(slice -> {
            int[] some = duration.seconds(slice);
            for (int i = 0; i < slice.size(); i++) {
                int value = some[i];
                if (value >= 0) {
                    seconds[sizes[0]++] = value;
                    sums[0] += value;
                    starts[step(value) + 1]++;
                } else {
                    sums[1] += FactsBlock.isMeasured(value) ? 1 : 0;
                }
            }
        });
        int last = 0;
        for (int step = 0; step < STEPS; step++) {
            last = starts[step + 1] > 0 ? step : last;
            starts[step + 1] += starts[step];
        }
        int n = sizes[0];
        boolean narrow = LOWEST[last + 1] - LOWEST[last] - 1 <= SHORT_MASK;
        offsets = new short[narrow ? n : 0];
        wideOffsets = new int[narrow ? 0 : n];
        int[] places = starts.clone();
        for (int i = 0; i < n; i++) {
            int step = step(seconds[i]);
            int offset = (int) (seconds[i] - LOWEST[step]);
            if (narrow) {
                offsets[places[step]++] = (short) offset;
            } else {
                wideOffsets[places[step]++] = offset;
            }
        }
        sum = sums[0];
        negative = sums[1];
    }

    /** The one that a block remembers. */
    static DurationHistogram of(FactsBlock block, TicketDuration duration) {
        return block.remembered(new Key(duration), () -> new DurationHistogram(block, duration));
    }

    /** @param seconds 0 or more; grows with them */
    static int step(int seconds) {
        return Math.max(0, (Float.floatToRawIntBits(seconds) >>> BITS_BELOW) - STEP_OF_ONE + 1);
    }

    /** The shortest duration of a step; behind the last step one that never comes. */
    static long lowest(int step) {
        return LOWEST[step];
    }

    private static long[] lowest() {
        var lowest = new long[STEPS + 1];
        lowest[STEPS] = Integer.MAX_VALUE + 1L;
        for (int step = 0; step < STEPS; step++) {
            int low = 0;
            int high = Integer.MAX_VALUE;
            while (low < high) {
                int middle = low + (high - low) / 2;
                if (step(middle) < step) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            lowest[step] = low;
        }
        return lowest;
    }

    int count(int step) {
        return starts[step + 1] - starts[step];
    }

    /** Puts the durations of a step into an array, from a place on. */
    void copy(int step, int[] into, int place) {
        int lowest = (int) LOWEST[step];
        int first = starts[step];
        for (int i = 0; i < count(step); i++) {
            int offset = offsets.length > 0 ? offsets[first + i] & SHORT_MASK : wideOffsets[first + i];
            into[place + i] = lowest + offset;
        }
    }

    long n() {
        return starts[STEPS];
    }

    long sum() {
        return sum;
    }

    long negative() {
        return negative;
    }

    private record Key(TicketDuration duration) {}
}
