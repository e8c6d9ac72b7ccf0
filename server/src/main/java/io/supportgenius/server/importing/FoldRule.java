package io.supportgenius.server.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a log become tickets.
 *
 * @param time the column of the events' times
 * @param activity the column of what happened; null where there is none
 * @param state the column of the ticket's state after the event; null where there is none
 * @param actor the column of who did it; null where there is none
 * @param touches what counts as a touch: {@code column}, {@code replies}, {@code agents}, {@code actors} or {@code unknown}
 * @param words activities and states of the file, the most frequent first
 * @param events different rows that became tickets, those of earlier files included
 * @param tickets what became of them
 */
public record FoldRule(
        String time,
        @Nullable String activity,
        @Nullable String state,
        @Nullable String actor,
        String touches,
        List<Word> words,
        long events,
        long tickets) {

    public FoldRule {
        words = List.copyOf(words);
    }

    /** So much of it came out. */
    FoldRule with(long foldedEvents, long foldedTickets) {
        return new FoldRule(time, activity, state, actor, touches, words, foldedEvents, foldedTickets);
    }

    /**
     * One activity or state.
     *
     * @param column it stands in
     * @param rows that name it, those of earlier files with the same columns included
     * @param meaning {@code reply}, {@code firstReply}, {@code solved}, {@code closed}, {@code reopened} or {@code none}
     */
    public record Word(String column, String word, long rows, String meaning) {}
}
