package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;

/** The durations of a ticket. */
public enum TicketDuration {
    FIRST_REPLY {
        @Override
        public int seconds(FactsBlock block, int row) {
            return block.firstReply(row);
        }
    },
    FULL_RESOLUTION {
        @Override
        public int seconds(FactsBlock block, int row) {
            return block.resolution(row);
        }
    };

    /** Seconds, possibly negative, {@link FactsBlock#MISSING} or {@link FactsBlock#UNMEASURED}. */
    public abstract int seconds(FactsBlock block, int row);
}
