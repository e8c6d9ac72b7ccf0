package io.supportgenius.analytics.text;

/**
 * How probable each sentiment of a text is.
 *
 * @param negative probability, 0 to 1; the three add up to 1
 */
public record SentimentScore(double negative, double neutral, double positive) {

    private static final double ROUNDING = 1e-6;

    public SentimentScore {
        double sum = negative + neutral + positive;
        if (!(negative >= 0 && neutral >= 0 && positive >= 0 && Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("Not probabilities: " + negative + ", " + neutral + ", " + positive);
        }
    }

    /** The most probable sentiment; neutral where it is as probable as any other, or where the two others are equal. */
    public Sentiment label() {
        if (negative > neutral && negative > positive) {
            return Sentiment.NEGATIVE;
        }
        return positive > neutral && positive > negative ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
    }

    /** The probability of the label, 0 to 1. */
    public double certainty() {
        return of(label());
    }

    /** The probability of one sentiment, 0 to 1. */
    public double of(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }
}
