package io.supportgenius.analytics.facts;

import java.util.List;

/** Tickets for which one of several conditions holds at least; none of them if there is no condition. */
public record AnyOf(List<RowCondition> conditions) implements RowCondition {

    public AnyOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(FactsBlock block, int row) {
        for (RowCondition condition : conditions) {
            if (condition.holds(block, row)) {
                return true;
            }
        }
        return false;
    }
}
