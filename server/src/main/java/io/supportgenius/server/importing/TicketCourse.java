package io.supportgenius.server.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one ticket, from its events in the order of time.
 *
 * <p>Solved is the last time that the ticket turned solved: in a column of states where a solved state follows another one, in a column of
 * activities at each solving activity. It is lost where the ticket is opened again: by an activity or state that says so, or by an open state.
 * Activities that merely go on after a solution do not open a ticket, but a further solution after them tells that it was open. Closing is
 * noted beside, and does not solve.
 */
final class TicketCourse {
    private @Nullable Instant created;
    private @Nullable Instant last;
    private @Nullable Instant firstReply;
    private @Nullable Instant firstSolved;
    private @Nullable Instant solved;
    private @Nullable Instant closed;
    private boolean isSolved;
    private boolean isClosed;
    private boolean workSince;
    private int reopens;
    private int events;
    private int replies;
    private int ofAgents;
    private int ofActors;

    /** Takes the next event; what it means comes by the other methods, after this one. */
    void next(@Nullable Instant at) {
        events++;
        if (at != null) {
            created = created == null ? at : created;
            last = at;
        }
    }

    /** The event that was taken last is an activity. */
    void activity(EventMeaning meaning) {
        switch (meaning) {
            case SOLVED -> {
                if (isSolved && workSince) {
                    reopens++;
                }
                solve();
            }
            case CLOSED -> close();
            case REOPENED -> open();
            case REPLY, FIRST_REPLY -> {
                answer(meaning);
                workSince = true;
            }
            case NONE -> workSince = true;
        }
    }

    /** The event that was taken last leaves the ticket in a state. */
    void state(EventMeaning meaning) {
        switch (meaning) {
            case SOLVED -> {
                if (!isSolved || isClosed) {
                    solve();
                    isClosed = false;
                }
            }
            case CLOSED -> {
                if (!isClosed) {
                    close();
                }
            }
            case REOPENED, NONE -> open();
            case REPLY, FIRST_REPLY -> {
                answer(meaning);
                open();
            }
        }
    }

    /** The event that was taken last was done by an agent, as the log says of each event; creating a ticket is no answer to it. */
    void byAgent() {
        if (events > 1) {
            ofAgents++;
            firstReply = firstReply == null ? last : firstReply;
        }
    }

    /** The event that was taken last names who did it. */
    void byActor() {
        ofActors++;
    }

    private void answer(EventMeaning meaning) {
        if (firstReply == null) {
            firstReply = last;
        }
        if (meaning == EventMeaning.REPLY) {
            replies++;
        }
    }

    private void solve() {
        solved = last;
        firstSolved = firstSolved == null ? last : firstSolved;
        isSolved = true;
        workSince = false;
    }

    private void close() {
        closed = last;
        isClosed = true;
    }

    private void open() {
        if (isSolved || isClosed) {
            reopens++;
        }
        isSolved = false;
        isClosed = false;
        workSince = false;
        solved = null;
        closed = null;
    }

    @Nullable
    Instant created() {
        return created;
    }

    @Nullable
    Instant last() {
        return last;
    }

    @Nullable
    Instant firstReply() {
        return firstReply;
    }

    @Nullable
    Instant firstSolved() {
        return firstSolved;
    }

    @Nullable
    Instant solved() {
        return solved;
    }

    @Nullable
    Instant closed() {
        return closed;
    }

    /** Whether it was solved or closed and is open again. */
    boolean openAgain() {
        return reopens > 0 && !isSolved && !isClosed;
    }

    int reopens() {
        return reopens;
    }

    int replies() {
        return replies;
    }

    int ofAgents() {
        return ofAgents;
    }

    int ofActors() {
        return ofActors;
    }
}
