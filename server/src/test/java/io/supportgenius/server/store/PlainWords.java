package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges by single words, so that a test's text says what its score is: {@code awful} is negative at .8, {@code great} positive at
 * .7, any other text neutral at .6, and no text has no score.
 */
public final class PlainWords implements SentimentScorer {

    @Override
    public String model() {
        return "plain-words";
    }

    @Override
    public @Nullable SentimentScore score(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (text.contains("awful")) {
            return new SentimentScore(0.8, 0.15, 0.05);
        }
        return text.contains("great") ? new SentimentScore(0.1, 0.2, 0.7) : new SentimentScore(0.25, 0.6, 0.15);
    }

    @Override
    public List<WordInfluence> explain(String text) {
        int start = text.indexOf("awful");
        return start < 0 ? List.of() : List.of(new WordInfluence(start, start + "awful".length(), 0.5));
    }
}
