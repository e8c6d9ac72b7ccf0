package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/** One way to tell tickets apart: each row has a cell from 0 on, or none. Immutable. */
abstract sealed class Axis {

    private final int size;

    private Axis(int size) {
        this.size = size;
    }

    /** One more than the highest cell. */
    int size() {
        return size;
    }

    /** The cell of a row, or -1. */
    abstract int cell(FactsBlock block, int row);

    /** Whether it tells what customers are, rather than what a request is. */
    boolean isOfCustomers() {
        return false;
    }

    /** The rows of a cell as a segment. */
    abstract Segment.Part part(int cell);

    /** Everything together. */
    static final class Whole extends Axis {

        Whole() {
            super(1);
        }

        @Override
        int cell(FactsBlock block, int row) {
            return 0;
        }

        @Override
        Segment.Part part(int cell) {
            throw new UnsupportedOperationException("All tickets are no segment");
        }
    }

    /** The values of a dimension; codes that one filter takes together are one cell, numbered by the first of them. */
    static final class Values extends Axis {

        private static final Set<Dimension> OF_CUSTOMERS =
                Set.of(Dimension.INDUSTRY, Dimension.SUPPORT_TIER, Dimension.LOCATION, Dimension.PILOT);

        private final int dimension;
        private final boolean ofCustomers;
        private final int[] cells;

        /** @param dimension index in the facts */
        Values(TicketFacts facts, int dimension) {
            super(facts.dictionary(dimension).size());
            this.dimension = dimension;
            this.ofCustomers = OF_CUSTOMERS.contains(facts.dimensions().get(dimension));
            Dictionary dictionary = facts.dictionary(dimension);
            cells = IntStream.range(0, dictionary.size())
                    .map(code -> firstOfEqual(dictionary, code))
                    .toArray();
        }

        private static int firstOfEqual(Dictionary dictionary, int code) {
            String value = dictionary.value(code);
            return dictionary.codes(value == null ? "" : value).nextSetBit(0);
        }

        @Override
        boolean isOfCustomers() {
            return ofCustomers;
        }

        @Override
        int cell(FactsBlock block, int row) {
            return cells[block.code(dimension, row)];
        }

        @Override
        Segment.Part part(int cell) {
            var codes = new BitSet();
            IntStream.range(0, cells.length).filter(code -> cells[code] == cell).forEach(codes::set);
            return new Segment.OfValue(dimension, cell, codes);
        }
    }

    /** Local hour of the day of the creation. */
    static final class Hours extends Axis {

        Hours() {
            super(Segment.HOURS_IN_DAY);
        }

        @Override
        int cell(FactsBlock block, int row) {
            int hour = block.hourOfWeek(row);
            return hour == FactsBlock.NO_HOUR ? -1 : hour % Segment.HOURS_IN_DAY;
        }

        @Override
        Segment.Part part(int cell) {
            return new Segment.OfHours(cell, 1);
        }
    }

    /** Local weekday of the creation, Monday first. */
    static final class Weekdays extends Axis {

        Weekdays() {
            super(Segment.DAYS_IN_WEEK);
        }

        @Override
        int cell(FactsBlock block, int row) {
            int hour = block.hourOfWeek(row);
            return hour == FactsBlock.NO_HOUR ? -1 : hour / Segment.HOURS_IN_DAY;
        }

        @Override
        Segment.Part part(int cell) {
            return new Segment.OfWeekdays(cell, 1);
        }
    }
}
