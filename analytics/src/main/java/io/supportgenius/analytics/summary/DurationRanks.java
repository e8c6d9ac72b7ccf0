package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Finds the durations at some ranks among those of whole blocks and of arrays, exactly, without putting them all in order or copying them:
 * counts them in the steps of {@link DurationHistogram}, which blocks have done already, and collects those of the few steps where the ranks lie.
 */
final class DurationRanks {

    private static final byte NOT_WANTED = -1;

    private final TicketDuration duration;
    private final List<FactsBlock> wholes;
    private final List<Part> parts;
    private final long[] counts = new long[DurationHistogram.STEPS];

    DurationRanks(TicketDuration duration, List<FactsBlock> wholes, List<Part> parts) {
        this.duration = duration;
        this.wholes = wholes;
        this.parts = parts;
        for (FactsBlock block : wholes) {
            DurationHistogram histogram = DurationHistogram.of(block, duration);
            for (int step = 0; step < counts.length; step++) {
                counts[step] += histogram.count(step);
            }
        }
        for (Part part : parts) {
            for (int i = 0; i < part.size; i++) {
                counts[DurationHistogram.step(part.seconds[i])]++;
            }
        }
    }

    /** @param ranks from 0 on, each less than the number of durations */
    int[] at(long... ranks) {
        var slots = new byte[counts.length];
        Arrays.fill(slots, NOT_WANTED);
        var steps = new int[ranks.length];
        var below = new long[ranks.length];
        int wanted = 0;
        for (int i = 0; i < ranks.length; i++) {
            while (below[i] + counts[steps[i]] <= ranks[i]) {
                below[i] += counts[steps[i]++];
            }
            if (slots[steps[i]] == NOT_WANTED) {
                slots[steps[i]] = (byte) wanted++;
            }
        }
        int[][] found = collected(slots, wanted);
        var values = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            int[] among = found[slots[steps[i]]];
            int rank = among.length == 1 ? 0 : (int) (ranks[i] - below[i]);
            Selection.select(among, rank);
            values[i] = among[rank];
        }
        return values;
    }

    private int[][] collected(byte[] slots, int wanted) {
        var collector = new Collector(slots, wanted);
        for (Part part : parts) {
            collector.take(part.seconds, part.size);
        }
        List<Collector> others = wholes.parallelStream()
                .filter(block -> hasAny(DurationHistogram.of(block, duration), slots))
                .map(block -> {
                    var ofBlock = new Collector(slots, wanted);
                    block.whole().slices(slice -> ofBlock.take(duration.seconds(slice), slice.size()));
                    return ofBlock;
                })
                .toList();
        var found = new int[wanted][];
        for (int slot = 0; slot < wanted; slot++) {
            found[slot] = collector.all(slot, others);
        }
        return found;
    }

    private static boolean hasAny(DurationHistogram histogram, byte[] slots) {
        for (int step = 0; step < slots.length; step++) {
            if (slots[step] != NOT_WANTED && histogram.count(step) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Some durations.
     *
     * @param seconds none negative; only the first ones count, and they never change
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Part(int[] seconds, int size) {}

    /** Durations of the wanted steps; one is enough of a step where all are equal. */
    private static final class Collector {

        private final byte[] slots;
        private final int[][] found;
        private final int[] sizes;

        Collector(byte[] slots, int wanted) {
            this.slots = slots;
            this.found = new int[wanted][16];
            this.sizes = new int[wanted];
        }

        void take(int[] seconds, int size) {
            for (int i = 0; i < size; i++) {
                int value = seconds[i];
                if (value >= 0) {
                    int step = DurationHistogram.step(value);
                    if (slots[step] != NOT_WANTED) {
                        add(slots[step], step, value);
                    }
                }
            }
        }

        private void add(int slot, int step, int value) {
            if (sizes[slot] == 0 || !DurationHistogram.isOfOneDuration(step)) {
                if (sizes[slot] == found[slot].length) {
                    found[slot] = Arrays.copyOf(found[slot], 2 * sizes[slot]);
                }
                found[slot][sizes[slot]++] = value;
            }
        }

        int[] all(int slot, List<Collector> others) {
            int size = sizes[slot];
            for (Collector other : others) {
                size += other.sizes[slot];
            }
            int[] all = Arrays.copyOf(Arrays.copyOf(found[slot], sizes[slot]), size);
            int place = sizes[slot];
            for (Collector other : others) {
                System.arraycopy(other.found[slot], 0, all, place, other.sizes[slot]);
                place += other.sizes[slot];
            }
            boolean equal = size > 0 && DurationHistogram.isOfOneDuration(DurationHistogram.step(all[0]));
            return equal ? new int[] {all[0]} : all;
        }
    }
}
