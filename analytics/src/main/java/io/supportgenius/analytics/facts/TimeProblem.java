package io.supportgenius.analytics.facts;

/** Times of a ticket that cannot be, or cannot be known; durations count in whole seconds. */
public enum TimeProblem implements RowCondition {
    CREATED_MISSING {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return !block.isDated();
        }
    },
    FIRST_REPLY_BEFORE_CREATED {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return isNegative(block.firstReply(row));
        }
    },
    RESOLUTION_BEFORE_CREATED {
        @Override
        public boolean holds(FactsBlock block, int row) {
            return isNegative(block.resolution(row));
        }
    },
    RESOLUTION_BEFORE_FIRST_REPLY {
        @Override
        public boolean holds(FactsBlock block, int row) {
            int firstReply = block.firstReply(row);
            int resolution = block.resolution(row);
            return FactsBlock.isMeasured(firstReply) && FactsBlock.isMeasured(resolution) && resolution < firstReply;
        }
    };

    private static boolean isNegative(int seconds) {
        return FactsBlock.isMeasured(seconds) && seconds < 0;
    }
}
