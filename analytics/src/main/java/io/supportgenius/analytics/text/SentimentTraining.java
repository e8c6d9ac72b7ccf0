package io.supportgenius.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a {@link LinearSentimentModel} by multinomial logistic regression with an L2 penalty, minimised by stochastic gradient
 * descent with a step of its own for each feature (AdaGrad: Duchi, Hazan and Singer 2011,
 * https://jmlr.org/papers/v12/duchi11a.html).
 *
 * <p>The same texts in the same order, options and seed give the same model to the last bit on every machine: one thread, a fixed
 * order of operations, and {@link StrictMath}. Texts without any word are left out. Cost: proportional to texts, their length
 * and passes. Immutable.
 *
 * @param passes how often each text is seen, at least 1
 * @param step length of the first step of a feature, above 0
 * @param penalty of the L2 norm for a weight of 1 of each text, at least 0
 * @param seed of the order of texts
 */
public record SentimentTraining(int passes, double step, double penalty, long seed) {

    private static final double SMALLEST_GRADIENT = 1e-8;

    public SentimentTraining {
        if (passes < 1 || !(step > 0) || !(penalty >= 0)) {
            throw new IllegalArgumentException("passes >= 1, step > 0 and penalty >= 0 are needed, but got " + passes
                    + ", " + step + " and " + penalty);
        }
    }

    /**
     * Learns from texts.
     *
     * @param name of the model
     * @param texts in an order that is part of the result
     * @throws IllegalArgumentException if no text has a word
     */
    public LinearSentimentModel train(String name, List<LabelledText> texts) {
        var examples = new ArrayList<Example>();
        for (LabelledText text : texts) {
            Tokens tokens = Tokens.of(text.text());
            if (tokens.words() > 0) {
                examples.add(new Example(TextFeatures.of(tokens), text.sentiment(), text.weight()));
            }
        }
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("There is no text with a word to learn from");
        }
        double mean = examples.stream().mapToDouble(Example::weight).sum() / examples.size();
        var descent = new Descent(mean);
        var random = new SplittableRandom(seed);
        for (int pass = 0; pass < passes; pass++) {
            shuffle(examples, random);
            examples.forEach(descent::learn);
        }
        return LinearSentimentModel.of(name, descent.weights, descent.bias, 1);
    }

    private static void shuffle(List<Example> examples, SplittableRandom random) {
        for (int i = examples.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Example moved = examples.get(i);
            examples.set(i, examples.get(other));
            examples.set(other, moved);
        }
    }

    private record Example(TextFeatures features, Sentiment sentiment, double weight) {}

    /** The weights on their way. */
    private final class Descent {

        private final double meanWeight;
        private final float[] weights = new float[LinearSentimentModel.CLASSES * TextFeatures.BUCKETS];
        private final float[] gradients = new float[weights.length];
        private final double[] bias = new double[LinearSentimentModel.CLASSES];
        private final double[] biasGradients = new double[LinearSentimentModel.CLASSES];

        Descent(double meanWeight) {
            this.meanWeight = meanWeight;
        }

        void learn(Example example) {
            TextFeatures features = example.features();
            double value = features.value();
            double[] scores = LinearSentimentModel.scores(features, weights, bias);
            double[] probabilities = LinearSentimentModel.probabilities(scores, 1);
            double relative = example.weight() / meanWeight;
            for (int c = 0; c < LinearSentimentModel.CLASSES; c++) {
                double error =
                        relative * (probabilities[c] - (example.sentiment().ordinal() == c ? 1 : 0));
                for (int i = 0; i < features.size(); i++) {
                    descend(features.bucket(i) * LinearSentimentModel.CLASSES + c, error * value);
                }
                biasGradients[c] += error * error;
                bias[c] -= step * error / (StrictMath.sqrt(biasGradients[c]) + SMALLEST_GRADIENT) / 10;
            }
        }

        private void descend(int at, double slope) {
            double gradient = slope + penalty * weights[at];
            gradients[at] += (float) (gradient * gradient);
            weights[at] -= (float) (step * gradient / (StrictMath.sqrt(gradients[at]) + SMALLEST_GRADIENT));
        }
    }
}
