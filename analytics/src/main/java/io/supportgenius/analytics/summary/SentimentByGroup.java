package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import java.util.ArrayList;
import java.util.List;

/** Tickets by sentiment within groups of rows: the values of a dimension, or periods of time. */
public final class SentimentByGroup implements Summary<SentimentByGroup> {

    private final Grouping grouping;
    private final int sentiment;
    private final List<SentimentCounts> groups = new ArrayList<>();

    /**
     * @param grouping the same one for all summaries that are combined
     * @param sentiment index of the sentiment dimension in the facts
     */
    public SentimentByGroup(Grouping grouping, int sentiment) {
        this.grouping = grouping;
        this.sentiment = sentiment;
    }

    @Override
    public void accept(Chunk chunk) {
        FactsBlock block = chunk.block();
        for (int i = 0; i < chunk.size(); i++) {
            int row = chunk.row(i);
            int group = grouping.group(block, row);
            if (group >= 0) {
                counts(group).accept(block.code(sentiment, row));
            }
        }
    }

    @Override
    public SentimentByGroup identity() {
        return new SentimentByGroup(grouping, sentiment);
    }

    @Override
    public void combine(SentimentByGroup other) {
        for (int group = 0; group < other.groups.size(); group++) {
            counts(group).combine(other.groups.get(group));
        }
    }

    /** The counts of a group; empty ones if no row came into it. */
    public SentimentCounts figures(int group) {
        return group < groups.size() ? groups.get(group) : new SentimentCounts();
    }

    private SentimentCounts counts(int group) {
        while (groups.size() <= group) {
            groups.add(new SentimentCounts());
        }
        return groups.get(group);
    }

    /** Which group a row belongs to. */
    @FunctionalInterface
    public interface Grouping {

        /** All rows together are group 0. */
        Grouping NONE = (block, row) -> 0;

        /** Number of the group from 0 on, or -1 for none. */
        int group(FactsBlock block, int row);

        /**
         * The codes of a dimension.
         *
         * @param dimension index in the facts
         */
        static Grouping by(int dimension) {
            return (block, row) -> block.code(dimension, row);
        }

        /** The period of creation; rows without a creation time are in none. */
        static Grouping by(Periods periods) {
            return (block, row) -> block.isDated() ? periods.index(block.created(row)) : -1;
        }
    }
}
