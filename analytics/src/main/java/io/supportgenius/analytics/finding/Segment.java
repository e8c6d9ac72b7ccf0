package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.RowCondition;
import java.util.BitSet;
import java.util.List;

/**
 * Tickets that have something in common.
 *
 * @param parts all of which hold
 */
public record Segment(List<Part> parts) implements RowCondition {

    static final int HOURS_IN_DAY = 24;
    static final int DAYS_IN_WEEK = 7;

    public Segment {
        parts = List.copyOf(parts);
    }

    static Segment of(Part... parts) {
        return new Segment(List.of(parts));
    }

    @Override
    public boolean holds(FactsBlock block, int row) {
        for (Part part : parts) {
            if (!part.holds(block, row)) {
                return false;
            }
        }
        return true;
    }

    /** One thing that the tickets of a segment have in common. */
    public sealed interface Part extends RowCondition {}

    /**
     * A value of a dimension.
     *
     * @param dimension index in the facts
     * @param code of the value
     * @param codes all codes of that value: more than one where several people or companies have one name
     */
    public record OfValue(int dimension, int code, BitSet codes) implements Part {

        public OfValue {
            codes = (BitSet) codes.clone();
        }

        @Override
        public BitSet codes() {
            return (BitSet) codes.clone();
        }

        @Override
        public boolean holds(FactsBlock block, int row) {
            return codes.get(block.code(dimension, row));
        }
    }

    /**
     * Local hours of the day of the creation, one after the other, possibly beyond midnight.
     *
     * @param first 0 to 23
     * @param length number of hours
     */
    public record OfHours(int first, int length) implements Part {

        @Override
        public boolean holds(FactsBlock block, int row) {
            int hour = block.hourOfWeek(row);
            return hour != FactsBlock.NO_HOUR && covers(hour % HOURS_IN_DAY);
        }

        /** Whether an hour of the day is one of them. */
        public boolean covers(int hour) {
            return Math.floorMod(hour - first, HOURS_IN_DAY) < length;
        }

        boolean overlaps(OfHours other) {
            return covers(other.first) || other.covers(first);
        }
    }

    /**
     * Local weekdays of the creation, one after the other.
     *
     * @param first 0 is Monday
     * @param length number of days
     */
    public record OfWeekdays(int first, int length) implements Part {

        @Override
        public boolean holds(FactsBlock block, int row) {
            int hour = block.hourOfWeek(row);
            int day = hour / HOURS_IN_DAY;
            return hour != FactsBlock.NO_HOUR && day >= first && day < first + length;
        }
    }
}
