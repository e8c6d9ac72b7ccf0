package io.supportgenius.analytics.text;

import java.util.Arrays;

/**
 * A linear model over numbers that describe a text, such as an embedding: multinomial logistic regression whose probabilities are
 * calibrated by one temperature (Guo et al. 2017, https://proceedings.mlr.press/v70/guo17a.html). Immutable and safe for use by
 * many threads.
 */
public final class LinearHead {

    static final int CLASSES = Sentiment.values().length;

    private final int features;
    private final float[] weights;
    private final double temperature;

    private LinearHead(int features, float[] weights, double temperature) {
        this.features = features;
        this.weights = weights;
        this.temperature = temperature;
    }

    /**
     * A head from its parameters.
     *
     * @param weights for each feature one of each sentiment, then one of each sentiment for the constant
     * @param temperature that scores are divided by, above 0
     * @throws IllegalArgumentException if they make no head
     */
    public static LinearHead of(float[] weights, double temperature) {
        if (weights.length < 2 * CLASSES || weights.length % CLASSES != 0 || !(temperature > 0)) {
            throw new IllegalArgumentException(
                    "Not the parameters of a head: " + weights.length + " weights and the temperature " + temperature);
        }
        return new LinearHead(weights.length / CLASSES - 1, weights.clone(), temperature);
    }

    /** How many numbers describe a text. */
    public int features() {
        return features;
    }

    /** For each feature one weight of each sentiment, then the constants. */
    public float[] weights() {
        return weights.clone();
    }

    /** What scores are divided by. */
    public double temperature() {
        return temperature;
    }

    /** How probable each sentiment of a text is that is described by these numbers. */
    public SentimentScore score(float[] described) {
        double[] probabilities = LinearSentimentModel.probabilities(scores(described), temperature);
        return new SentimentScore(probabilities[0], probabilities[1], probabilities[2]);
    }

    double[] scores(float[] described) {
        if (described.length != features) {
            throw new IllegalArgumentException(described.length + " numbers for a head of " + features);
        }
        var scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            double sum = weights[features * CLASSES + c];
            for (int i = 0; i < features; i++) {
                sum += (double) weights[i * CLASSES + c] * described[i];
            }
            scores[c] = sum;
        }
        return scores;
    }

    /** The same head with the temperature that makes its probabilities fit best to texts it has not learned from. */
    public LinearHead calibrated(Examples unseen) {
        double best = temperature;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (int step = 20; step <= 400; step++) {
            LinearHead candidate = new LinearHead(features, weights, step / 100.0);
            double loss = unseen.loss(candidate);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = candidate.temperature;
            }
        }
        return new LinearHead(features, weights, best);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearHead head
                && head.temperature == temperature
                && Arrays.equals(head.weights, weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
