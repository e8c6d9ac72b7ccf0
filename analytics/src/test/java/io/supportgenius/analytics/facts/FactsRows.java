package io.supportgenius.analytics.facts;

import org.jspecify.annotations.Nullable;

/** Rows for tests that say no time of solution. */
public final class FactsRows {

    private FactsRows() {}

    /** A ticket that was solved when its full resolution time after its creation had passed. */
    public static FactsRow row(
            long ticket,
            @Nullable Long created,
            int firstReply,
            int resolution,
            int touches,
            int certainty,
            int... codes) {
        Long solved = created != null && FactsBlock.isMeasured(resolution) ? Long.valueOf(created + resolution) : null;
        return new FactsRow(ticket, created, solved, firstReply, resolution, touches, certainty, codes);
    }
}
