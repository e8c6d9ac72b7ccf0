package io.supportgenius.analytics.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear model over the features of a text: multinomial logistic regression whose probabilities are calibrated by one temperature
 * (Guo et al. 2017, https://proceedings.mlr.press/v70/guo17a.html). Weights are kept in one byte each, with one scale for each
 * sentiment. Immutable and safe for use by many threads; a text of 20 words costs some microseconds.
 */
public final class LinearSentimentModel implements SentimentScorer {

    static final int CLASSES = Sentiment.values().length;

    private static final int MOST_CANDIDATES = 200;
    private static final int STEPS = Byte.MAX_VALUE;

    private final String name;
    private final byte[] weights;
    private final float[] scales;
    private final double[] bias;
    private final double temperature;

    private LinearSentimentModel(String name, byte[] weights, float[] scales, double[] bias, double temperature) {
        this.name = name;
        this.weights = weights;
        this.scales = scales;
        this.bias = bias;
        this.temperature = temperature;
    }

    /** Rounds learned weights to one of 255 steps each. */
    static LinearSentimentModel of(String name, float[] learned, double[] bias, double temperature) {
        var scales = new float[CLASSES];
        for (int i = 0; i < learned.length; i++) {
            scales[i % CLASSES] = Math.max(scales[i % CLASSES], Math.abs(learned[i]) / STEPS);
        }
        var rounded = new byte[learned.length];
        for (int i = 0; i < learned.length; i++) {
            float scale = scales[i % CLASSES];
            rounded[i] = scale == 0 ? 0 : (byte) Math.round(learned[i] / scale);
        }
        return new LinearSentimentModel(name, rounded, scales, bias.clone(), temperature);
    }

    /**
     * A model from its parameters.
     *
     * @throws IllegalArgumentException if they do not fit the features of this version
     */
    public static LinearSentimentModel of(Parameters parameters) {
        if (parameters.weights().length != CLASSES * TextFeatures.BUCKETS
                || parameters.scales().length != CLASSES
                || parameters.bias().length != CLASSES
                || !(parameters.temperature() > 0)) {
            throw new IllegalArgumentException("Not the parameters of a model of this version");
        }
        return new LinearSentimentModel(
                parameters.name(),
                parameters.weights().clone(),
                parameters.scales().clone(),
                parameters.bias().clone(),
                parameters.temperature());
    }

    /** Everything that makes the model. */
    public Parameters parameters() {
        return new Parameters(name, weights.clone(), scales.clone(), bias.clone(), temperature);
    }

    /** The same model with the temperature that makes its probabilities fit best to texts it has not learned from. */
    public LinearSentimentModel calibrated(List<LabelledText> texts) {
        double best = temperature;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (int step = 20; step <= 400; step++) {
            double candidate = step / 100.0;
            double loss = loss(texts, candidate);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = candidate;
            }
        }
        return new LinearSentimentModel(name, weights, scales, bias, best);
    }

    private double loss(List<LabelledText> texts, double candidate) {
        double loss = 0;
        for (LabelledText text : texts) {
            double[] scores = scores(TextFeatures.of(Tokens.of(text.text())));
            double probability =
                    probabilities(scores, candidate)[text.sentiment().ordinal()];
            loss -= text.weight() * StrictMath.log(Math.max(probability, 1e-12));
        }
        return loss;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public @Nullable SentimentScore score(String text) {
        Tokens tokens = Tokens.of(text);
        return Unjudged.of(tokens) != null ? null : score(TextFeatures.of(tokens));
    }

    private SentimentScore score(TextFeatures features) {
        double[] probabilities = probabilities(scores(features), temperature);
        return new SentimentScore(probabilities[0], probabilities[1], probabilities[2]);
    }

    @Override
    public List<WordInfluence> explain(String text) {
        Tokens tokens = Tokens.of(text);
        var influences = new ArrayList<WordInfluence>();
        if (Unjudged.of(tokens) != null) {
            return influences;
        }
        SentimentScore whole = score(TextFeatures.of(tokens));
        for (int token : candidates(tokens, whole.label())) {
            double without = score(TextFeatures.without(tokens, token)).of(whole.label());
            if (whole.certainty() > without) {
                influences.add(new WordInfluence(tokens.start(token), tokens.end(token), whole.certainty() - without));
            }
        }
        influences.sort(
                Comparator.comparingDouble(WordInfluence::influence).reversed().thenComparingInt(WordInfluence::start));
        return influences;
    }

    /** All tokens of a text of usual length; else those whose own weights speak most for the label, because each is tried out. */
    private int[] candidates(Tokens tokens, Sentiment label) {
        IntStream all = IntStream.range(0, tokens.count());
        if (tokens.count() <= MOST_CANDIDATES) {
            return all.toArray();
        }
        return all.boxed()
                .sorted(Comparator.comparingDouble((Integer token) -> -ownWeight(tokens, token, label)))
                .limit(MOST_CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double ownWeight(Tokens tokens, int token, Sentiment label) {
        int at = TextFeatures.word(tokens, token) * CLASSES;
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            double weight = weights[at + c] * (double) scales[c];
            sum += c == label.ordinal() ? weight : -weight / (CLASSES - 1);
        }
        return sum;
    }

    private double[] scores(TextFeatures features) {
        long[] sums = new long[CLASSES];
        for (int i = 0; i < features.size(); i++) {
            int at = features.bucket(i) * CLASSES;
            for (int c = 0; c < CLASSES; c++) {
                sums[c] += weights[at + c];
            }
        }
        var scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = bias[c] + features.value() * scales[c] * sums[c];
        }
        return scores;
    }

    static double[] scores(TextFeatures features, float[] weights, double[] bias) {
        var scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            double sum = 0;
            for (int i = 0; i < features.size(); i++) {
                sum += weights[features.bucket(i) * CLASSES + c];
            }
            scores[c] = bias[c] + features.value() * sum;
        }
        return scores;
    }

    static double[] probabilities(double[] scores, double temperature) {
        double highest = Math.max(scores[0], Math.max(scores[1], scores[2]));
        var probabilities = new double[CLASSES];
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            probabilities[c] = StrictMath.exp((scores[c] - highest) / temperature);
            sum += probabilities[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    /**
     * What a model is made of.
     *
     * @param name and version
     * @param weights for each feature one of each sentiment, in steps
     * @param scales the size of a step for each sentiment
     * @param bias one for each sentiment
     * @param temperature that scores are divided by, above 0
     */
    @SuppressWarnings("ArrayRecordComponent") // carried between a file and a model, never compared
    public record Parameters(String name, byte[] weights, float[] scales, double[] bias, double temperature) {}
}
