package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;

/**
 * Solutions by the segment of time they fell into, and how many tickets waited at the begin of each segment. A ticket waits from its
 * creation to its last solution; one that was solved at a time that is not known, or created at such a time, is left out of those
 * who wait.
 */
public final class FlowBySegment implements SliceSummary<FlowBySegment> {

    private final TimeSegments segments;
    private final long[] solved;
    private final long[] waitingMore;
    private long solvedAtUnknownTime;

    /** @param segments the same ones for all summaries that are combined */
    public FlowBySegment(TimeSegments segments) {
        this.segments = segments;
        this.solved = new long[segments.size()];
        this.waitingMore = new long[segments.size()];
    }

    @Override
    public void accept(Slice slice) {
        boolean dated = slice.block().isDated();
        long[] created = slice.created();
        int[] resolutions = slice.resolutions();
        long[] solutions = slice.solved();
        int segment = 0;
        int lastEnd = 0;
        for (int i = 0; i < slice.size(); i++) {
            long end = solutions[i];
            boolean unsolved = resolutions[i] == FactsBlock.MISSING && end == FactsBlock.NO_TIME;
            if (end == FactsBlock.NO_TIME && !unsolved) {
                solvedAtUnknownTime++;
                continue;
            }
            int endSegment = unsolved ? -1 : segments.index(end, lastEnd);
            if (!unsolved) {
                lastEnd = endSegment;
                solved[endSegment]++;
            }
            if (dated) {
                segment = segments.index(created[i], segment);
                waitingMore[segment]++;
                if (!unsolved) {
                    // Solved before it was created: it never waits.
                    waitingMore[Math.max(segment, endSegment)]--;
                }
            }
        }
    }

    @Override
    public FlowBySegment identity() {
        return new FlowBySegment(segments);
    }

    @Override
    public void combine(FlowBySegment other) {
        for (int segment = 0; segment < solved.length; segment++) {
            solved[segment] += other.solved[segment];
            waitingMore[segment] += other.waitingMore[segment];
        }
        solvedAtUnknownTime += other.solvedAtUnknownTime;
    }

    /**
     * Tickets solved in some segments that follow each other, whenever they were created.
     *
     * @param from first segment, inclusive
     * @param to last segment, exclusive
     */
    public long solved(int from, int to) {
        long sum = 0;
        for (int segment = from; segment < to; segment++) {
            sum += solved[segment];
        }
        return sum;
    }

    /** Tickets solved at any known time. */
    public long solved() {
        return solved(0, solved.length);
    }

    /** Tickets created before a segment begins and not solved by then. */
    public long waitingAtBegin(int segment) {
        long sum = 0;
        for (int earlier = 0; earlier < segment; earlier++) {
            sum += waitingMore[earlier];
        }
        return sum;
    }

    /** Solved tickets whose time of solution is not known. */
    public long solvedAtUnknownTime() {
        return solvedAtUnknownTime;
    }
}
