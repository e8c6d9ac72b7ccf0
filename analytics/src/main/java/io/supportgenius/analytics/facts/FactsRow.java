package io.supportgenius.analytics.facts;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of one ticket on their way into the columns. Immutable. */
public final class FactsRow {

    private final long ticket;
    private final @Nullable Long created;
    private final @Nullable Long solved;
    private final int firstReply;
    private final int resolution;
    private final int touches;
    private final int certainty;
    private final int[] codes;

    /**
     * @param ticket id
     * @param created creation time in seconds since 1970-01-01 UTC; null when it is missing
     * @param solved when it was solved for the last time, likewise; null when it is unsolved or the time is not known
     * @param firstReply first reply time in seconds, may be negative; {@link FactsBlock#MISSING} when there is none,
     *     {@link FactsBlock#UNMEASURED} when its length is not known
     * @param resolution full resolution time in seconds, likewise
     * @param touches agent replies; {@link FactsBlock#MISSING} when unknown
     * @param certainty how probable the sentiment's label is, in ten-thousandths; {@link FactsBlock#MISSING} without a sentiment
     * @param codes one code for each dimension of the facts, in their order
     */
    public FactsRow(
            long ticket,
            @Nullable Long created,
            @Nullable Long solved,
            int firstReply,
            int resolution,
            int touches,
            int certainty,
            int... codes) {
        this.ticket = ticket;
        this.created = created;
        this.solved = solved;
        this.firstReply = firstReply;
        this.resolution = resolution;
        this.touches = touches;
        this.certainty = certainty;
        this.codes = codes.clone();
    }

    public long ticket() {
        return ticket;
    }

    public boolean isDated() {
        return created != null;
    }

    /** @throws NullPointerException if the creation time is missing */
    public long created() {
        return Objects.requireNonNull(created, "The creation time is missing");
    }

    /** When it was solved, in seconds since 1970-01-01 UTC; null when it is unsolved or the time is not known. */
    public @Nullable Long solved() {
        return solved;
    }

    public int firstReply() {
        return firstReply;
    }

    public int resolution() {
        return resolution;
    }

    public int touches() {
        return touches;
    }

    public int certainty() {
        return certainty;
    }

    public int code(int dimension) {
        return codes[dimension];
    }

    int dimensions() {
        return codes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactsRow row
                && ticket == row.ticket
                && Objects.equals(created, row.created)
                && Objects.equals(solved, row.solved)
                && firstReply == row.firstReply
                && resolution == row.resolution
                && touches == row.touches
                && certainty == row.certainty
                && Arrays.equals(codes, row.codes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ticket);
    }

    @Override
    public String toString() {
        return "FactsRow[ticket=" + ticket + ", created=" + created + ", solved=" + solved + ", firstReply="
                + firstReply + ", resolution=" + resolution + ", touches=" + touches + ", certainty=" + certainty
                + ", codes=" + Arrays.toString(codes)
                + "]";
    }
}
