package io.supportgenius.analytics.facts;

/** What rows of a selection must fulfil beside the values of their dimensions; with {@code equals}, safe for use by many threads. */
public interface RowCondition {

    boolean holds(FactsBlock block, int row);
}
