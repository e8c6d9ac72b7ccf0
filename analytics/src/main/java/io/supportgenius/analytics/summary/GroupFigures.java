package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** The figures of each value of one dimension: tickets, unsolved, agent replies and both durations. */
public final class GroupFigures implements SliceSummary<GroupFigures> {

    private static final double ONE_TAIL = 0.025;

    private final int dimension;
    private final int sentiment;
    private final List<@Nullable Group> groups = new ArrayList<>();

    /**
     * @param dimension index in the facts
     * @param sentiment index of the sentiment dimension in the facts
     */
    public GroupFigures(int dimension, int sentiment) {
        this.dimension = dimension;
        this.sentiment = sentiment;
    }

    @Override
    public void accept(Slice slice) {
        int[] codes = slice.codes(dimension);
        int[] sentiments = slice.codes(sentiment);
        int[] firstReplies = slice.firstReplies();
        int[] resolutions = slice.resolutions();
        int[] touches = slice.touches();
        for (int i = 0; i < slice.size(); i++) {
            group(codes[i]).accept(firstReplies[i], resolutions[i], touches[i], sentiments[i]);
        }
    }

    @Override
    public GroupFigures identity() {
        return new GroupFigures(dimension, sentiment);
    }

    @Override
    public void combine(GroupFigures other) {
        for (int code = 0; code < other.groups.size(); code++) {
            Group group = other.groups.get(code);
            if (group != null) {
                group(code).combine(group);
            }
        }
    }

    /** The codes that have tickets. */
    public BitSet codes() {
        var codes = new BitSet();
        for (int code = 0; code < groups.size(); code++) {
            codes.set(code, groups.get(code) != null);
        }
        return codes;
    }

    /** The figures of a code; those of no tickets if it never came. */
    public Group figures(int code) {
        Group group = code < groups.size() ? groups.get(code) : null;
        return group == null ? new Group() : group;
    }

    /** The figures of some codes together. */
    public Group together(BitSet codes) {
        var together = new Group();
        codes.stream().forEach(code -> together.combine(figures(code)));
        return together;
    }

    private Group group(int code) {
        while (groups.size() <= code) {
            groups.add(null);
        }
        Group group = groups.get(code);
        if (group == null) {
            group = new Group();
            groups.set(code, group);
        }
        return group;
    }

    /** The figures of one value. */
    public static final class Group {

        private final DurationDistribution firstReply = new DurationDistribution(TicketDuration.FIRST_REPLY);
        private final DurationDistribution fullResolution = new DurationDistribution(TicketDuration.FULL_RESOLUTION);
        private final SentimentCounts sentiments = new SentimentCounts();
        private long tickets;
        private long unsolved;
        private long touched;
        private long touches;
        private long squaredTouches;

        private void accept(int reply, int resolution, int replies, int sentimentCode) {
            sentiments.accept(sentimentCode);
            tickets++;
            unsolved += resolution == FactsBlock.MISSING ? 1 : 0;
            if (replies != FactsBlock.MISSING) {
                touched++;
                touches += replies;
                squaredTouches += (long) replies * replies;
            }
            firstReply.accept(reply);
            fullResolution.accept(resolution);
        }

        private void combine(Group other) {
            sentiments.combine(other.sentiments);
            tickets += other.tickets;
            unsolved += other.unsolved;
            touched += other.touched;
            touches += other.touches;
            squaredTouches += other.squaredTouches;
            firstReply.combine(other.firstReply);
            fullResolution.combine(other.fullResolution);
        }

        public long tickets() {
            return tickets;
        }

        /** Tickets without a full resolution time. */
        public long unsolved() {
            return unsolved;
        }

        /** Mean agent replies of the tickets where they are known; NaN when there are none. */
        public double meanTouches() {
            return (double) touches / touched;
        }

        /** Tickets whose agent replies are known. */
        public long touched() {
            return touched;
        }

        /**
         * Half the width of the 95 % interval of the mean of agent replies, by Student's t; NaN for fewer than two tickets with known replies.
         */
        public double meanTouchesMargin() {
            if (touched < 2) {
                return Double.NaN;
            }
            double mean = meanTouches();
            double variance = Math.max(0, (squaredTouches - mean * touches) / (touched - 1));
            return TDistribution.of(touched - 1.0).inverseSurvivalProbability(ONE_TAIL) * Math.sqrt(variance / touched);
        }

        public SentimentCounts sentiments() {
            return sentiments;
        }

        public DurationDistribution firstReply() {
            return firstReply;
        }

        public DurationDistribution fullResolution() {
            return fullResolution;
        }
    }
}
