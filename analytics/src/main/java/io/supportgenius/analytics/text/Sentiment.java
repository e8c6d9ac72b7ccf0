package io.supportgenius.analytics.text;

import java.util.Locale;

/** What a text feels like, from bad to good. */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** The name as selections and answers write it, for example {@code negative}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
