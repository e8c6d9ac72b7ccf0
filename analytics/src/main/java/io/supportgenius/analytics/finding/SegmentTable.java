package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.summary.Summary;
import java.util.Objects;

/**
 * The {@link Sums} of every measure in every cell of some {@link Cuts}. Sums are whole numbers, so tickets can also be taken away
 * again, one measure at a time.
 */
final class SegmentTable implements Summary<SegmentTable> {

    private static final int FIELDS = 5;
    private static final int NONE = -1;

    private final Cuts cuts;
    private final Scales scales;

    /** By measure and cut: the fields of the first cell, of the second, and so on. */
    private final long[][][] sums;

    SegmentTable(Cuts cuts, Scales scales) {
        this.cuts = cuts;
        this.scales = scales;
        sums = new long[Measure.values().length][cuts.size()][];
        for (long[][] ofMeasure : sums) {
            for (int cut = 0; cut < cuts.size(); cut++) {
                ofMeasure[cut] = new long[cuts.cells(cut) * FIELDS];
            }
        }
    }

    @Override
    public void accept(Chunk chunk) {
        int[][] cells = cells(chunk);
        for (Measure measure : Measure.values()) {
            add(measure, chunk, cells, 1);
        }
    }

    /** Takes tickets away that were accepted before. */
    void remove(Measure measure, Chunk chunk) {
        add(measure, chunk, cells(chunk), -1);
    }

    @Override
    public SegmentTable identity() {
        return new SegmentTable(cuts, scales);
    }

    @Override
    public void combine(SegmentTable other) {
        for (int measure = 0; measure < sums.length; measure++) {
            for (int cut = 0; cut < cuts.size(); cut++) {
                long[] own = sums[measure][cut];
                long[] added = other.sums[measure][cut];
                for (int i = 0; i < own.length; i++) {
                    own[i] += added[i];
                }
            }
        }
    }

    private int[][] cells(Chunk chunk) {
        var cells = new int[cuts.axes().size()][chunk.size()];
        for (int axis = 0; axis < cells.length; axis++) {
            Axis of = cuts.axes().get(axis);
            for (int i = 0; i < chunk.size(); i++) {
                cells[axis][i] = of.cell(chunk.block(), chunk.row(i));
            }
        }
        return cells;
    }

    private void add(Measure measure, Chunk chunk, int[][] cells, int sign) {
        int[] values = scales.values(measure, chunk);
        int[] ranks = scales.ranks(measure);
        for (int cut = 0; cut < cuts.size(); cut++) {
            long[] into = sums[measure.ordinal()][cut];
            int[] first = cells[cuts.first(cut)];
            int[] second = cells[cuts.second(cut)];
            int stride = cuts.stride(cut);
            for (int i = 0; i < values.length; i++) {
                if (values[i] == NONE || first[i] == NONE) {
                    continue;
                }
                int at = (first[i] * stride + second[i]) * FIELDS;
                long value = values[i];
                into[at] += sign;
                into[at + 1] += sign * value;
                if (ranks.length > 0) {
                    long rank = ranks[values[i]];
                    into[at + 2] += sign * value * value;
                    into[at + 3] += sign * rank;
                    into[at + 4] += sign * rank * rank;
                }
            }
        }
    }

    /** The sums of one cell. */
    Sums sums(Measure measure, int cut, int cell) {
        long[] of = sums[measure.ordinal()][cut];
        int at = cell * FIELDS;
        return new Sums(of[at], of[at + 1], of[at + 2], of[at + 3], of[at + 4]);
    }

    /** The sums of all tickets. */
    Sums all(Measure measure) {
        return sums(measure, Cuts.WHOLE, 0);
    }

    /**
     * What a row is worth.
     *
     * @param sentiment index of the sentiment dimension; -1 where the facts have none
     * @param firstReply rank of each step
     * @param fullResolution likewise
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Scales(int sentiment, int[] firstReply, int[] fullResolution) {

        private static final int[] NO_RANKS = {};

        static Scales of(int sentiment, DurationCounts counts) {
            return new Scales(sentiment, counts.ranks(Measure.FIRST_REPLY), counts.ranks(Measure.FULL_RESOLUTION));
        }

        int[] ranks(Measure measure) {
            return switch (measure) {
                case NEGATIVE_SHARE -> NO_RANKS;
                case FIRST_REPLY -> firstReply;
                case FULL_RESOLUTION -> fullResolution;
            };
        }

        /** One for each row of the chunk, or {@link #NONE}. */
        int[] values(Measure measure, Chunk chunk) {
            var values = new int[chunk.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(measure, chunk.block(), chunk.row(i));
            }
            return values;
        }

        private int value(Measure measure, FactsBlock block, int row) {
            if (measure == Measure.NEGATIVE_SHARE) {
                int code = sentiment < 0 ? 0 : block.code(sentiment, row);
                return code == 0 ? NONE : code == 1 ? 1 : 0;
            }
            int seconds = Objects.requireNonNull(measure.duration()).seconds(block, row);
            return seconds < 0 ? NONE : LogScale.step(seconds);
        }
    }
}
