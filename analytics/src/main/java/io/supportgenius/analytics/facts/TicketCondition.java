package io.supportgenius.analytics.facts;

/** What can hold for a ticket beside the values of its dimensions. */
public enum TicketCondition implements RowCondition {
    /** It has a full resolution time. */
    SOLVED {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.resolution(row) != FactsBlock.MISSING;
        }
    },
    UNSOLVED {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.resolution(row) == FactsBlock.MISSING;
        }
    },
    /** Its times are in a possible order, see {@link FactsBlock#isPlausible}. */
    PLAUSIBLE {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.isPlausible(row);
        }
    },
    IMPLAUSIBLE {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return !block.isPlausible(row);
        }
    },
    /** Its first reply time counts in medians: it is known and not negative. */
    WITH_FIRST_REPLY_TIME {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.firstReply(row) >= 0;
        }
    },
    WITHOUT_FIRST_REPLY_TIME {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.firstReply(row) < 0;
        }
    },
    /** Its full resolution time counts in medians: it is known and not negative. */
    WITH_FULL_RESOLUTION_TIME {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.resolution(row) >= 0;
        }
    },
    WITHOUT_FULL_RESOLUTION_TIME {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return block.resolution(row) < 0;
        }
    }
}
