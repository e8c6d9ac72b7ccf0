package io.supportgenius.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes sentences whose every three words in a row stand so in one of the given sentences: a Markov chain of order 2
 * over words. Punctuation is kept with its word, and an article with the word after it: chains that pivot on articles
 * give sentences that nobody can read.
 *
 * <p>A state is a pair of neighbouring words; {@code successors[offsets[s]]} to {@code successors[offsets[s + 1] - 1]}
 * are the states that may follow state {@code s}, as often as they did in the given sentences, {@link #END} for the end
 * of a sentence. Immutable; a sentence costs one random number and one append for each word.
 */
final class MarkovChain {

    private static final int END = -1;

    /** Shorter sentences are mostly torn off, longer ones run in circles; both are thrown away and begun anew. */
    private static final int FEWEST_WORDS = 5;

    private static final int MOST_WORDS = 24;

    private static final Pattern GAP = Pattern.compile("(?<!\\b(?:the|a|an)) ", Pattern.CASE_INSENSITIVE);

    private final char[] closings;
    private final String[] openings;
    private final String[] lastWords;
    private final int[] starts;
    private final int[] offsets;
    private final int[] successors;

    private MarkovChain(
            char[] closings, String[] openings, String[] lastWords, int[] starts, int[] offsets, int[] successors) {
        this.closings = closings;
        this.openings = openings;
        this.lastWords = lastWords;
        this.starts = starts;
        this.offsets = offsets;
        this.successors = successors;
    }

    /** @param sentences of at least five words each, separated by single spaces, with a mark at the end */
    static MarkovChain of(List<String> sentences) {
        Map<String, Integer> states = new LinkedHashMap<>();
        List<String> lastWords = new ArrayList<>();
        List<List<Integer>> following = new ArrayList<>();
        int[] starts = new int[sentences.size()];
        char[] closings = new char[starts.length];
        for (int sentence = 0; sentence < starts.length; sentence++) {
            String[] words = GAP.split(sentences.get(sentence), -1);
            closings[sentence] =
                    sentences.get(sentence).charAt(sentences.get(sentence).length() - 1);
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
                closings,
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

    /** Appends one sentence, with the full stop or question mark of the sentence whose first words it has. */
    void write(Randomness randomness, StringBuilder text) {
        int begin = text.length();
        while (!tryToWrite(randomness, text)) {
            text.setLength(begin);
        }
    }

    private boolean tryToWrite(Randomness randomness, StringBuilder text) {
        int start = randomness.below(starts.length);
        int state = starts[start];
        text.append(openings[state]);
        for (int words = 2; words <= MOST_WORDS; words++) {
            state = successors[offsets[state] + randomness.below(offsets[state + 1] - offsets[state])];
            if (state == END) {
                text.setCharAt(text.length() - 1, closings[start]);
                return words >= FEWEST_WORDS;
            }
            text.append(' ').append(lastWords[state]);
        }
        return false;
    }
}
