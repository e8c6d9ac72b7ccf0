package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Finds the durations at some ranks among those of whole blocks and of arrays, exactly, without putting them all in order or copying them:
 * counts them in the steps of {@link DurationHistogram}, as blocks have done already, and collects those of the few steps where the ranks lie.
 */
final class DurationRanks {

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
        var stepOf = new int[ranks.length];
        var below = new long[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            while (below[i] + counts[stepOf[i]] <= ranks[i]) {
                below[i] += counts[stepOf[i]++];
            }
        }
        var steps = new Steps(Arrays.stream(stepOf).distinct().sorted().toArray());
        int[][] found = collected(steps);
        var values = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            int[] among = found[steps.slot(stepOf[i])];
            int rank = among.length == 1 ? 0 : (int) (ranks[i] - below[i]);
            Selection.select(among, rank);
            values[i] = among[rank];
        }
        return values;
    }

    private int[][] collected(Steps steps) {
        var collector = new Collector(steps);
        for (Part part : parts) {
            collector.take(part.seconds, part.size);
        }
        var found = new int[steps.size()][];
        for (int slot = 0; slot < found.length; slot++) {
            found[slot] =
                    steps.width(slot) == 0 ? new int[] {steps.lowest(slot)} : all(steps.steps[slot], collector, slot);
        }
        return found;
    }

    private int[] all(int step, Collector collector, int slot) {
        int place = collector.sizes[slot];
        int[] all = Arrays.copyOf(collector.found[slot], (int) counts[step]);
        for (FactsBlock block : wholes) {
            DurationHistogram histogram = DurationHistogram.of(block, duration);
            histogram.copy(step, all, place);
            place += histogram.count(step);
        }
        return all;
    }

    /**
     * The steps where the ranks lie, in order.
     *
     * @param steps of {@link DurationHistogram}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Steps(int[] steps) {

        int size() {
            return steps.length;
        }

        int slot(int step) {
            return Arrays.binarySearch(steps, step);
        }

        /** Its shortest duration. */
        int lowest(int slot) {
            return (int) DurationHistogram.lowest(steps[slot]);
        }

        /** How much longer its longest duration is; 0 where all are equal. */
        int width(int slot) {
            return (int) (DurationHistogram.lowest(steps[slot] + 1) - lowest(slot) - 1);
        }
    }

    /**
     * Some durations.
     *
     * @param seconds none negative; only the first ones count, and they never change
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Part(int[] seconds, int size) {}

    /** Durations of the wanted steps, but for steps where all are equal. */
    private static final class Collector {

        private final Steps steps;
        private final int[][] found;
        private final int[] sizes;

        Collector(Steps steps) {
            this.steps = steps;
            this.found = new int[steps.size()][16];
            this.sizes = new int[steps.size()];
        }

        /** Two comparisons with the ends of a step cost less than finding the step of a duration, and nearly none lies there. */
        void take(int[] seconds, int size) {
            for (int slot = 0; slot < found.length; slot++) {
                int lowest = steps.lowest(slot);
                int width = steps.width(slot);
                if (width == 0) {
                    continue;
                }
                for (int i = 0; i < size; i++) {
                    int above = seconds[i] - lowest;
                    if (above >= 0 && above <= width && seconds[i] >= 0) {
                        add(slot, seconds[i]);
                    }
                }
            }
        }

        private void add(int slot, int value) {
            if (sizes[slot] == found[slot].length) {
                found[slot] = Arrays.copyOf(found[slot], 2 * sizes[slot]);
            }
            found[slot][sizes[slot]++] = value;
        }
    }
}
