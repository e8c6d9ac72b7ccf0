package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;

/** How many tickets there are, and what is known of them. */
public final class Totals implements SliceSummary<Totals> {

    /** Key under which blocks remember this summary. */
    public static final Object KEY = Totals.class;

    private long tickets;
    private long undated;
    private long replied;
    private long solved;
    private long touched;
    private long implausible;
    private long firstCreated = Long.MAX_VALUE;
    private long lastCreated = Long.MIN_VALUE;
    private long lastSolved = Long.MIN_VALUE;
    private long lastReplied = Long.MIN_VALUE;

    @Override
    public void accept(Slice slice) {
        int[] firstReplies = slice.firstReplies();
        int[] resolutions = slice.resolutions();
        int[] touches = slice.touches();
        long[] solutions = slice.solved();
        int size = slice.size();
        tickets += size;
        for (int i = 0; i < size; i++) {
            replied += firstReplies[i] == FactsBlock.MISSING ? 0 : 1;
            solved += resolutions[i] == FactsBlock.MISSING ? 0 : 1;
            touched += touches[i] == FactsBlock.MISSING ? 0 : 1;
            implausible += FactsBlock.isPlausible(firstReplies[i], resolutions[i]) ? 0 : 1;
            lastSolved = Math.max(lastSolved, solutions[i]);
        }
        if (!slice.block().isDated()) {
            undated += size;
            return;
        }
        long[] created = slice.created();
        firstCreated = Math.min(firstCreated, created[0]);
        lastCreated = Math.max(lastCreated, created[size - 1]);
        for (int i = 0; i < size; i++) {
            boolean known = FactsBlock.isMeasured(firstReplies[i]);
            lastReplied = Math.max(lastReplied, known ? created[i] + firstReplies[i] : Long.MIN_VALUE);
        }
    }

    @Override
    public Totals identity() {
        return new Totals();
    }

    @Override
    public void combine(Totals other) {
        tickets += other.tickets;
        undated += other.undated;
        replied += other.replied;
        solved += other.solved;
        touched += other.touched;
        implausible += other.implausible;
        firstCreated = Math.min(firstCreated, other.firstCreated);
        lastCreated = Math.max(lastCreated, other.lastCreated);
        lastSolved = Math.max(lastSolved, other.lastSolved);
        lastReplied = Math.max(lastReplied, other.lastReplied);
    }

    public long tickets() {
        return tickets;
    }

    /** Tickets without a creation time. */
    public long undated() {
        return undated;
    }

    /** Tickets with a first reply, also at an impossible or unknown distance. */
    public long replied() {
        return replied;
    }

    /** Tickets that were solved, also at an impossible or unknown distance. */
    public long solved() {
        return solved;
    }

    /** Tickets whose agent replies are known. */
    public long touched() {
        return touched;
    }

    /** Tickets whose times are in an impossible order. */
    public long implausible() {
        return implausible;
    }

    /** Whether any ticket has a creation time. */
    public boolean hasCreated() {
        return tickets > undated;
    }

    /** First creation in seconds since 1970-01-01 UTC; {@link Long#MAX_VALUE} when there is none. */
    public long firstCreated() {
        return firstCreated;
    }

    /** Last creation in seconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} when there is none. */
    public long lastCreated() {
        return lastCreated;
    }

    /** Last known time of a first reply in seconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} when there is none. */
    public long lastReplied() {
        return lastReplied;
    }

    /** Last known time of a solution in seconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} when there is none. */
    public long lastSolved() {
        return lastSolved;
    }
}
