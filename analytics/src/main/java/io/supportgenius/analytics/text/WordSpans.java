package io.supportgenius.analytics.text;

import java.util.List;
import java.util.stream.IntStream;

/** Where the words of a text stand, as all models of this package read them: at most the first 10,000 characters. */
public final class WordSpans {

    private WordSpans() {}

    /** The words, emoticons and emoji of a text, in their order. */
    public static List<Span> of(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count())
                .mapToObj(token -> new Span(tokens.start(token), tokens.end(token)))
                .toList();
    }

    /**
     * A place in a text.
     *
     * @param start index of the first character
     * @param end index after the last one
     */
    public record Span(int start, int end) {}
}
