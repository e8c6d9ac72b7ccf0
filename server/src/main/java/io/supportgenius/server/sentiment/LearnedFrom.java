package io.supportgenius.server.sentiment;

import io.supportgenius.server.store.Corrections.CorrectedText;
import io.supportgenius.server.store.TextHash;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which corrections a head was made from.
 *
 * @param texts how many different texts, judged by a model or not
 * @param hash of all pairs of text and label, in whatever order they were corrected
 */
record LearnedFrom(int texts, UUID hash) {

    static LearnedFrom of(List<CorrectedText> corrections) {
        String pairs = corrections.stream()
                .map(given ->
                        TextHash.of(given.text()) + " " + given.sentiment().label())
                .sorted()
                .collect(Collectors.joining("\n"));
        int texts =
                (int) corrections.stream().map(CorrectedText::text).distinct().count();
        return new LearnedFrom(texts, TextHash.of(pairs));
    }

    boolean enough() {
        return texts >= HeadFromCorrections.FEWEST;
    }

    /** Whether other corrections are worth another head: a tenth more or fewer of them, or as many that say something else. */
    boolean outdatedBy(LearnedFrom now) {
        if (hash.equals(now.hash) || !enough() && !now.enough()) {
            return false;
        }
        return enough() != now.enough() || texts == now.texts || Math.abs(now.texts - texts) * 10 >= texts;
    }
}
