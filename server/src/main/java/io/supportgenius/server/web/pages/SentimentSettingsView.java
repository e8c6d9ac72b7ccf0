package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tickets are judged here.
 *
 * @param state of the accurate step, by the end of a message key
 * @param sentence the same in words
 * @param percent of the pass under way that is done; null where none is
 * @param lines who judged how many tickets
 * @param gain what corrections brought, in words; null while there are too few
 * @param failure what the native runtime said; null where nothing went wrong
 * @param changeable whether the visitor may change it
 */
record SentimentSettingsView(
        String state,
        String sentence,
        @Nullable Integer percent,
        List<Line> lines,
        @Nullable String gain,
        @Nullable String failure,
        boolean changeable) {

    /** @param judge by the end of a message key */
    record Line(String judge, String tickets) {}
}
