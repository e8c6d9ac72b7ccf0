package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a ticket was judged.
 *
 * @param kind {@code negative}, {@code neutral} or {@code positive}
 * @param certainty probability of that, in words
 * @param shares probabilities of all three
 * @param words those that drove it, strongest first
 * @param subject the subject in pieces, empty where the ticket has none
 * @param body the first message in pieces, empty where the ticket has none
 * @param judge who judged: {@code fast}, {@code accurate} or {@code person}
 * @param corrected who corrected it and when; null where nobody did
 * @param outdated whether the present model would judge otherwise, so that the text is about to be judged anew
 * @param href tickets that feel the same
 */
record JudgementView(
        String kind,
        String certainty,
        List<Share> shares,
        List<String> words,
        List<Piece> subject,
        List<Piece> body,
        String judge,
        @Nullable String corrected,
        boolean outdated,
        String href) {

    /** @param percent for the length of a bar */
    record Share(String kind, String words, int percent) {}

    /**
     * A piece of a text.
     *
     * @param strength how much it drove the judgement, 1 to 3; 0 for not at all
     */
    record Piece(String text, int strength) {}
}
