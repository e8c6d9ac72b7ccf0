package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScorer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The model that comes with the product, without a Spring context. */
public final class PackagedModel {

    private PackagedModel() {}

    public static SentimentScorer scorer() {
        try {
            return new SentimentConfiguration().sentimentScorer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
