package io.supportgenius.analytics.facts;

import java.util.Arrays;

/** Ids of changed tickets, to be looked for among millions of others: a bit for the end of each id sorts out nearly all of them. */
final class ChangedTickets {

    private static final int SPARSE = 16;

    private final long[] sorted;
    private final long[] bits;
    private final long mask;

    /** @param sorted ids, ascending */
    ChangedTickets(long[] sorted) {
        this.sorted = sorted;
        int size = Math.max(Long.SIZE, Integer.highestOneBit(Math.max(1, sorted.length)) * SPARSE);
        this.mask = size - 1L;
        this.bits = new long[size / Long.SIZE];
        for (long ticket : sorted) {
            int bit = (int) (ticket & mask);
            bits[bit >> 6] |= 1L << bit;
        }
    }

    boolean contains(long ticket) {
        int bit = (int) (ticket & mask);
        return (bits[bit >> 6] >>> bit & 1) != 0 && Arrays.binarySearch(sorted, ticket) >= 0;
    }

    /** Whether a block has any of them. */
    boolean isAnyIn(FactsBlock block) {
        if (sorted.length == 0) {
            return false;
        }
        var room = new int[Slice.ROWS];
        var tickets = new long[Slice.ROWS];
        for (int from = 0; from < block.size(); from += Slice.ROWS) {
            int count = Math.min(Slice.ROWS, block.size() - from);
            block.tickets().read(from, count, room, tickets);
            for (int i = 0; i < count; i++) {
                if (contains(tickets[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
