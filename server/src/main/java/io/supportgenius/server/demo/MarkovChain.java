package io.supportgenius.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes sentences whose every three words in a row stand so in one of the given sentences: a Markov chain of order 2
 * over words, punctuation kept with its word.
 *
 * <p>A state is a pair of neighbouring words; {@code successors[offsets[s]]} to {@code successors[offsets[s + 1] - 1]}
 * are the states that may follow state {@code s}, as often as they did in the given sentences, {@link #END} for the end
 * of a sentence. Immutable; a sentence costs one random number and one append for each word.
 */
final class MarkovChain {

    private static final int END = -1;

    /** A chain can run in circles; longer sentences than this are thrown away and begun anew. */
    private static final int LONGEST = 36;

    private final String[] openings;
    private final String[] lastWords;
    private final int[] starts;
    private final int[] offsets;
    private final int[] successors;

    private MarkovChain(String[] openings, String[] lastWords, int[] starts, int[] offsets, int[] successors) {
        this.openings = openings;
        this.lastWords = lastWords;
        this.starts = starts;
        this.offsets = offsets;
        this.successors = successors;
    }

    /** @param sentences of at least two words each, words separated by single spaces */
    static MarkovChain of(List<String> sentences) {
        Map<String, Integer> states = new LinkedHashMap<>();
        List<String> lastWords = new ArrayList<>();
        List<List<Integer>> following = new ArrayList<>();
        int[] starts = new int[sentences.size()];
        for (int sentence = 0; sentence < starts.length; sentence++) {
            String[] words = sentences.get(sentence).split(" ", -1);
            int previous = END;
            for (int word = 1; word < words.length; word++) {
                String pair = words[word - 1] + " " + words[word];
                int state = states.computeIfAbsent(pair, added -> states.size());
                if (state == lastWords.size()) {
                    lastWords.add(words[word]);
                    following.add(new ArrayList<>());
                }
                if (previous == END) {
                    starts[sentence] = state;
                } else {
                    following.get(previous).add(state);
                }
                previous = state;
            }
            following.get(previous).add(END);
        }
        return new MarkovChain(
                states.keySet().toArray(String[]::new),
                lastWords.toArray(String[]::new),
                starts,
                offsets(following),
                following.stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    private static int[] offsets(List<List<Integer>> following) {
        int[] offsets = new int[following.size() + 1];
        for (int state = 0; state < following.size(); state++) {
            offsets[state + 1] = offsets[state] + following.get(state).size();
        }
        return offsets;
    }

    /** Appends one sentence. */
    void write(Randomness randomness, StringBuilder text) {
        int begin = text.length();
        while (!tryToWrite(randomness, text)) {
            text.setLength(begin);
        }
    }

    private boolean tryToWrite(Randomness randomness, StringBuilder text) {
        int state = starts[randomness.below(starts.length)];
        text.append(openings[state]);
        for (int words = 2; words <= LONGEST; words++) {
            state = successors[offsets[state] + randomness.below(offsets[state + 1] - offsets[state])];
            if (state == END) {
                return true;
            }
            text.append(' ').append(lastWords[state]);
        }
        return false;
    }
}
