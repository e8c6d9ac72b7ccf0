package io.supportgenius.server.store;

import java.util.List;

/**
 * What is known of the logs of one source that had exactly the same columns.
 *
 * @param time the column of the events' times
 * @param words what happened in them
 */
public record EarlierLog(String time, List<Word> words) {

    public EarlierLog {
        words = List.copyOf(words);
    }

    /**
     * @param column it stands in
     * @param word an activity or a state
     * @param rows that name it
     */
    public record Word(String column, String word, long rows) {}
}
