package io.supportgenius.server.facts;

/**
 * Foresees whether facts fit into the heap, before reading them ends a server that works. The figures are measured at ten million tickets,
 * see docs/benchmarks.md, and rounded up.
 *
 * @param largestHeap bytes that the heap may grow to
 */
record HeapRoom(long largestHeap) {

    private static final long MEGABYTE = 1 << 20;

    /** Everything but tickets: the server, its pages, imports and the answers it keeps. */
    private static final long BASE = 300 * MEGABYTE;

    /** Columns, what blocks remember, and a part of them twice while they change. */
    private static final long PER_TICKET = 90;

    private static final long PER_ATTRIBUTE = 3;

    /** @throws TooManyTicketsException if the facts of so many tickets do not fit */
    void check(long tickets, long attributes) {
        long needed = BASE + tickets * (PER_TICKET + attributes * PER_ATTRIBUTE);
        if (needed > largestHeap) {
            throw new TooManyTicketsException(new Shortage(tickets, needed / MEGABYTE + 1, largestHeap / MEGABYTE));
        }
    }

    /** The facts would not fit. */
    static final class TooManyTicketsException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Shortage shortage;

        TooManyTicketsException(Shortage shortage) {
            super(shortage.sentence());
            this.shortage = shortage;
        }

        Shortage shortage() {
            return shortage;
        }
    }
}
