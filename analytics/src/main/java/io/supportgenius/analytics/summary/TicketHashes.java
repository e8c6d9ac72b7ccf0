package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;

/** The {@link TicketHash} of each ticket of a slice, and the group for testing lines that it falls into by that. */
final class TicketHashes implements Slice.Derived {

    private static final long LOWER_HALF = 0xffff_ffffL;

    final long[] hashes = new long[Slice.ROWS];
    final int[] folds = new int[Slice.ROWS];

    /** Those of a slice, worked out once for all who ask for them. */
    static TicketHashes of(Slice slice) {
        return slice.derived(TicketHashes.class, TicketHashes::new);
    }

    @Override
    public void fill(Slice slice) {
        long[] tickets = slice.tickets();
        for (int i = 0; i < slice.size(); i++) {
            hashes[i] = TicketHash.of(tickets[i]);
        }
        for (int i = 0; i < slice.size(); i++) {
            folds[i] = fold(hashes[i]);
        }
    }

    /**
     * The unsigned remainder of a division by {@link LineFit#FOLDS}. 2^32 leaves 1 there, so the halves can be added up first, and what is left
     * is a division without a sign, which needs none of the processor's slow ones.
     */
    private static int fold(long hash) {
        return (int) (((hash >>> Integer.SIZE) + (hash & LOWER_HALF)) % LineFit.FOLDS);
    }
}
