package io.supportgenius.analytics.facts;

/**
 * Tickets of which something happened after a moment: their creation, first reply or solution.
 *
 * @param moment seconds since 1970-01-01 UTC
 */
public record After(long moment) implements RowCondition {

    @Override
    public boolean holds(FactsBlock block, int row) {
        long solved = block.solved(row);
        if (solved != FactsBlock.NO_TIME && solved > moment) {
            return true;
        }
        if (!block.isDated()) {
            return false;
        }
        long created = block.created(row);
        int firstReply = block.firstReply(row);
        return created > moment || (FactsBlock.isMeasured(firstReply) && created + firstReply > moment);
    }
}
