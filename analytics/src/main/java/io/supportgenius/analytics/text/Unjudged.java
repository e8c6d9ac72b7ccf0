package io.supportgenius.analytics.text;

import org.jspecify.annotations.Nullable;

/** Why a text gets no label. */
public enum Unjudged {
    /** It holds nothing to judge by: no word in Latin letters, no emoticon, no emoji. */
    NO_WORDS,
    /** It is surely in a language that the models have not learned. */
    NOT_ENGLISH;

    /** The reason for a text; null where it can be judged. */
    public static @Nullable Unjudged of(String text) {
        return of(Tokens.of(text));
    }

    static @Nullable Unjudged of(Tokens tokens) {
        if (tokens.words() == 0) {
            return NO_WORDS;
        }
        return ForeignWords.outweigh(tokens) ? NOT_ENGLISH : null;
    }
}
