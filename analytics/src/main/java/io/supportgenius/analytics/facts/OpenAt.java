package io.supportgenius.analytics.facts;

/**
 * Tickets that wait at a moment: created before it and not solved by then. Of a ticket that was reopened the last solution counts.
 * Solved tickets whose time of solution is not known, and tickets without a creation time, wait at no moment that could be told.
 *
 * @param moment seconds since 1970-01-01 UTC
 */
public record OpenAt(long moment) implements RowCondition {

    @Override
    public boolean holds(FactsBlock block, int row) {
        if (!block.isDated() || block.created(row) >= moment) {
            return false;
        }
        long solved = block.solved(row);
        return solved == FactsBlock.NO_TIME ? block.resolution(row) == FactsBlock.MISSING : solved >= moment;
    }
}
