package io.supportgenius.analytics.facts;

/**
 * Tickets solved in a span of time, whenever they were created. Tickets whose time of solution is not known are in none.
 *
 * @param from seconds since 1970-01-01 UTC, inclusive; {@link Long#MIN_VALUE} for no limit
 * @param to seconds since 1970-01-01 UTC, exclusive; {@link Long#MAX_VALUE} for no limit
 */
public record SolvedWithin(long from, long to) implements RowCondition {

    @Override
    public boolean holds(FactsBlock block, int row) {
        long solved = block.solved(row);
        return solved != FactsBlock.NO_TIME && solved >= from && solved < to;
    }
}
