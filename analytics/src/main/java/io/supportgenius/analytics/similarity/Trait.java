package io.supportgenius.analytics.similarity;

/**
 * One thing in which customers are compared.
 *
 * @param dimension index in the facts of a {@link Kind#PROFILE} or a {@link Kind#TOPIC}, else -1
 */
public record Trait(Kind kind, int dimension) {

    static Trait of(Kind kind) {
        return new Trait(kind, -1);
    }

    /** What is looked at. */
    public enum Kind {
        /** The most frequent value of a dimension, such as the industry. */
        PROFILE,
        /** How tickets spread over parts of the day, working days and weekends. */
        RHYTHM,
        /** How many tickets there are, on a log scale. */
        VOLUME,
        /** Agent replies, on a log scale. */
        TOUCHES,
        /** First reply time, on a log scale. */
        FIRST_REPLY,
        /** Full resolution time, on a log scale. */
        FULL_RESOLUTION,
        /** Shares of negative, neutral and positive tickets. */
        MOOD,
        /** The share of negative tickets in the later half of the time less that in the earlier half. */
        TREND,
        /** How tickets spread over the values of a dimension, such as the channel. */
        TOPIC
    }
}
