package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers most like one.
 *
 * @param verdict whether anybody is notably similar, in a sentence
 * @param notable whether somebody is
 * @param basis how many were compared, and in what they do not differ
 * @param next which days tell what happened next; null where none do
 * @param file address of the table as a file
 * @param again address to ask again at where the answer is not there yet, and all else is empty; null when it is there
 */
record SimilarView(
        String verdict,
        boolean notable,
        List<String> basis,
        List<Near> neighbours,
        @Nullable String next,
        String file,
        @Nullable String again) {

    /**
     * A neighbour.
     *
     * @param closeness how near it is, in words
     * @param unknown what could not be compared, in a sentence; null for nothing
     */
    record Near(
            String name,
            String href,
            String tickets,
            String ticketsHref,
            String closeness,
            List<Why> reasons,
            @Nullable String unknown,
            List<Next> next) {}

    /** A reason with the tickets of both behind it. */
    record Why(String sentence, String own, String ownHref, String theirs, String theirsHref) {}

    /** How a figure changed. */
    record Next(String name, String value, OverviewView.Change change) {}
}
