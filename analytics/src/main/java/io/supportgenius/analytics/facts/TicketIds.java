package io.supportgenius.analytics.facts;

import java.util.Arrays;

/** A set of tickets, for example those whose text was found by a search; immutable. */
public final class TicketIds {

    private final long[] sorted;

    private TicketIds(long[] sorted) {
        this.sorted = sorted;
    }

    /** @param ids in any order */
    public static TicketIds of(long... ids) {
        return new TicketIds(Arrays.stream(ids).sorted().distinct().toArray());
    }

    public boolean contains(long ticket) {
        return Arrays.binarySearch(sorted, ticket) >= 0;
    }

    public int size() {
        return sorted.length;
    }

    TicketIds and(TicketIds other) {
        return new TicketIds(Arrays.stream(sorted).filter(other::contains).toArray());
    }
}
