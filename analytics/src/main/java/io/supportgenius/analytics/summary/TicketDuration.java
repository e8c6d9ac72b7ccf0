package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;

/** The durations of a ticket. */
public enum TicketDuration {
    FIRST_REPLY {
        @Override
        public int seconds(FactsBlock block, int row) {
            return block.firstReply(row);
        }

        @Override
        int[] seconds(Slice slice) {
            return slice.firstReplies();
        }
    },
    FULL_RESOLUTION {
        @Override
        public int seconds(FactsBlock block, int row) {
            return block.resolution(row);
        }

        @Override
        int[] seconds(Slice slice) {
            return slice.resolutions();
        }
    };

    /** Seconds, possibly negative, {@link FactsBlock#MISSING} or {@link FactsBlock#UNMEASURED}. */
    public abstract int seconds(FactsBlock block, int row);

    /** The same for the rows of a slice; the array is longer. */
    abstract int[] seconds(Slice slice);
}
