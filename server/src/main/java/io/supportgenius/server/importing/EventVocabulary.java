package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the activities or states of one log mean. The user's word stands. Else their words tell, with two exceptions for activities: next to
 * frequent ones of a meaning, those below one in a hundred of the most frequent are taken for something else that is called alike; and where
 * answers are named, taking a ticket in hand is none. Used by one thread.
 */
final class EventVocabulary {
    private static final double RARE = 0.01;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Long> rows;
    private final Map<String, EventMeaning> known = new HashMap<>();
    private final Map<String, EventMeaning> remembered = new HashMap<>();
    private final Set<EventMeaning> chosen;
    private boolean answersNamed;

    private EventVocabulary(Map<String, Long> rows, Map<String, EventMeaning> known, Set<EventMeaning> chosen) {
        this.rows = rows;
        this.known.putAll(known);
        this.chosen = chosen;
        this.answersNamed = known.containsValue(EventMeaning.REPLY);
    }

    /**
     * The meanings of activities.
     *
     * @param rows each text with the rows that name it
     * @param wishes texts by meaning, as the user says
     */
    static EventVocabulary ofActivities(Map<String, Long> rows, Map<EventMeaning, List<String>> wishes) {
        return of(rows, wishes, RARE);
    }

    /** A state counts however rare it is. That somebody has the ticket in hand is a state, but tells the customer nothing. */
    static EventVocabulary ofStates(Map<String, Long> rows, Map<EventMeaning, List<String>> wishes) {
        EventVocabulary states = of(rows, wishes, 0);
        if (!states.chosen.contains(EventMeaning.FIRST_REPLY)) {
            states.known.replaceAll(
                    (text, meaning) -> meaning == EventMeaning.FIRST_REPLY ? EventMeaning.NONE : meaning);
            states.answersNamed = true;
        }
        return states;
    }

    private static EventVocabulary of(Map<String, Long> rows, Map<EventMeaning, List<String>> wishes, double rare) {
        Map<String, EventMeaning> known = new HashMap<>();
        wishes.forEach((meaning, texts) -> texts.forEach(text -> known.put(EventWords.normalise(text), meaning)));
        Set<EventMeaning> chosen = EnumSet.noneOf(EventMeaning.class);
        chosen.addAll(wishes.keySet());
        if (chosen.contains(EventMeaning.FIRST_REPLY)) {
            // Who says what stops the clock says so of all answers.
            chosen.add(EventMeaning.REPLY);
        }
        Map<EventMeaning, Long> most = new EnumMap<>(EventMeaning.class);
        rows.forEach((text, count) -> most.merge(EventWords.meaning(text), count, Math::max));
        rows.forEach((text, count) -> {
            EventMeaning meaning = EventWords.meaning(text);
            boolean taken = !chosen.contains(meaning) && count >= rare * most.getOrDefault(meaning, 0L);
            known.putIfAbsent(EventWords.normalise(text), taken ? meaning : EventMeaning.NONE);
        });
        if (!chosen.contains(EventMeaning.FIRST_REPLY) && known.containsValue(EventMeaning.REPLY)) {
            known.replaceAll((text, meaning) -> meaning == EventMeaning.FIRST_REPLY ? EventMeaning.NONE : meaning);
        }
        return new EventVocabulary(rows, known, chosen);
    }

    /** What a text means, also one that the first look at the file did not count. */
    EventMeaning meaning(String text) {
        EventMeaning before = remembered.get(text);
        if (before != null) {
            return before;
        }
        EventMeaning meaning = find(text);
        if (remembered.size() < REMEMBERED) {
            remembered.put(text, meaning);
        }
        return meaning;
    }

    private EventMeaning find(String text) {
        String words = EventWords.normalise(text);
        EventMeaning meaning = known.get(words);
        if (meaning == null) {
            EventMeaning byWords = EventWords.meaning(text);
            boolean overruled = chosen.contains(byWords) || (byWords == EventMeaning.FIRST_REPLY && answersNamed);
            return overruled ? EventMeaning.NONE : byWords;
        }
        return meaning;
    }

    /** Whether some text of the log has a meaning. */
    boolean names(EventMeaning meaning) {
        return known.containsValue(meaning);
    }

    /** The texts that were counted in a column, the most frequent first. */
    List<FoldRule.Word> words(String column) {
        List<FoldRule.Word> words = new ArrayList<>();
        rows.forEach((text, count) ->
                words.add(new FoldRule.Word(column, text, count, meaning(text).apiName())));
        words.sort(Comparator.comparingLong(FoldRule.Word::rows).reversed().thenComparing(FoldRule.Word::word));
        return words;
    }
}
