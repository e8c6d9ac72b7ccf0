package io.supportgenius.server.sentiment;

/**
 * How far the accurate step is with stored tickets.
 *
 * @param done tickets of this pass that are judged
 * @param tickets of this pass
 * @param texts at most so many new texts are left
 */
public record RescoringProgress(State state, long done, long tickets, long texts) {

    static final RescoringProgress STARTING = new RescoringProgress(State.STARTING, 0, 0, 0);
    static final RescoringProgress IDLE = new RescoringProgress(State.IDLE, 0, 0, 0);

    /** Texts for each second of one processor; measured, see docs/methods/sentiment.md. */
    private static final int TEXTS_PER_SECOND = 170;

    /** What it is doing. */
    public enum State {
        /** It has not looked yet. */
        STARTING,
        /** Nothing waits, as far as it knows. */
        IDLE,
        WORKING,
        PAUSED,
        /** There are so many texts that it waits to be asked. */
        TO_BE_ASKED,
        /** Another server on the same database is at it. */
        ELSEWHERE
    }

    RescoringProgress as(State other) {
        return new RescoringProgress(other, done, tickets, texts);
    }

    /** How long the rest takes on an idle processor, in seconds. */
    public long seconds() {
        return texts / TEXTS_PER_SECOND;
    }
}
