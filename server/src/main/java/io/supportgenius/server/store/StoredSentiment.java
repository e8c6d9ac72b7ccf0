package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A sentiment as the columns of a ticket hold it: probabilities in ten-thousandths that add up to 10,000. */
record StoredSentiment(int negative, int neutral, int positive) {

    private static final int WHOLE = 10_000;

    static @Nullable StoredSentiment of(@Nullable SentimentScore score) {
        if (score == null) {
            return null;
        }
        int negative = (int) Math.round(score.negative() * WHOLE);
        int positive = Math.min((int) Math.round(score.positive() * WHOLE), WHOLE - negative);
        return new StoredSentiment(negative, WHOLE - negative - positive, positive);
    }

    /** The three probabilities as they are stored; all null where there is no sentiment. */
    static @Nullable SentimentScore read(@Nullable Long negative, @Nullable Long neutral, @Nullable Long positive) {
        return negative == null || neutral == null || positive == null
                ? null
                : new SentimentScore((double) negative / WHOLE, (double) neutral / WHOLE, (double) positive / WHOLE);
    }

    static @Nullable SentimentScore read(ResultSet row) throws SQLException {
        int negative = row.getInt("sentiment_negative");
        if (row.wasNull()) {
            return null;
        }
        return new SentimentScore(
                (double) negative / WHOLE,
                (double) row.getInt("sentiment_neutral") / WHOLE,
                (double) row.getInt("sentiment_positive") / WHOLE);
    }
}
