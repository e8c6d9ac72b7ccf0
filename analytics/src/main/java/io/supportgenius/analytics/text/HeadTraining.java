package io.supportgenius.analytics.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Learns a {@link LinearHead} by multinomial logistic regression with an L2 penalty: the least of
 * {@code sum of weight * -log(probability of the right sentiment) + penalty / 2 * |weights - weights of the prior|^2}, found by
 * L-BFGS with ten corrections (Liu and Nocedal 1989, doi:10.1007/BF01589116). Without a prior weights are drawn to 0 and the
 * constants are free.
 *
 * <p>The same examples in the same order give the same head to the last bit: one thread, a fixed order of operations, and
 * {@link StrictMath}. It ends when a step gains less than a ten-millionth. Cost: proportional to examples, features and steps. Immutable.
 *
 * @param penalty above 0
 * @param steps most steps, at least 1
 */
public record HeadTraining(double penalty, int steps) {

    private static final int CLASSES = LinearHead.CLASSES;
    private static final int MEMORY = 10;
    private static final double SMALLEST_GAIN = 1e-7;
    private static final double SUFFICIENT = 1e-4;
    private static final double SHORTEST = 1e-8;

    public HeadTraining {
        if (!(penalty > 0) || steps < 1) {
            throw new IllegalArgumentException("A penalty above 0 and at least 1 step are needed");
        }
    }

    /**
     * Learns from examples alone.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LinearHead train(Examples examples) {
        return learned(examples, null);
    }

    /** What is known already, moved as far as the examples ask for; the prior itself where there is none. */
    public LinearHead refit(LinearHead prior, Examples examples) {
        return examples.size() == 0 ? prior : learned(examples, prior);
    }

    private LinearHead learned(Examples examples, @Nullable LinearHead prior) {
        if (examples.size() == 0) {
            throw new IllegalArgumentException("There is nothing to learn from");
        }
        double temperature = prior == null ? 1 : prior.temperature();
        var loss = new Loss(examples, prior, temperature);
        double[] weights = loss.centre.clone();
        var gradient = new double[weights.length];
        double value = loss.at(weights, gradient);
        Deque<Correction> memory = new ArrayDeque<>();
        for (int step = 0; step < steps; step++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(gradient, direction);
            double length = 1;
            double[] next;
            var nextGradient = new double[weights.length];
            double nextValue;
            while (true) {
                next = moved(weights, direction, -length);
                nextValue = loss.at(next, nextGradient);
                if (nextValue <= value - SUFFICIENT * length * slope || length < SHORTEST) {
                    break;
                }
                length /= 2;
            }
            remember(memory, moved(next, weights, -1), moved(nextGradient, gradient, -1));
            boolean done = value - nextValue < SMALLEST_GAIN * Math.abs(value);
            weights = next;
            gradient = nextGradient;
            value = nextValue;
            if (done) {
                break;
            }
        }
        var rounded = new float[weights.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) weights[i];
        }
        return LinearHead.of(rounded, temperature);
    }

    private static double[] direction(double[] gradient, Deque<Correction> memory) {
        double[] direction = gradient.clone();
        if (memory.isEmpty()) {
            double sum = Arrays.stream(gradient).map(Math::abs).sum();
            return moved(new double[gradient.length], direction, 1 / Math.max(1, sum));
        }
        var shares = new double[memory.size()];
        int at = 0;
        for (Iterator<Correction> newest = memory.descendingIterator(); newest.hasNext(); at++) {
            Correction correction = newest.next();
            shares[at] = dot(correction.step, direction) / correction.product;
            direction = moved(direction, correction.change, -shares[at]);
        }
        Correction last = memory.getLast();
        double scale = last.product / dot(last.change, last.change);
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= scale;
        }
        for (Correction correction : memory) {
            at--;
            double share = dot(correction.change, direction) / correction.product;
            direction = moved(direction, correction.step, shares[at] - share);
        }
        return direction;
    }

    private static void remember(Deque<Correction> memory, double[] step, double[] change) {
        double product = dot(step, change);
        if (product > 1e-12) {
            memory.addLast(new Correction(step, change, product));
        }
        if (memory.size() > MEMORY) {
            memory.removeFirst();
        }
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        var moved = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            moved[i] = from[i] + length * direction[i];
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Correction(double[] step, double[] change, double product) {}

    /** What is to be as small as possible. */
    private final class Loss {

        private final Examples examples;
        private final int features;
        private final double temperature;
        private final double[] centre;
        private final boolean constantsFree;

        Loss(Examples examples, @Nullable LinearHead prior, double temperature) {
            this.examples = examples;
            this.features = examples.described(0).length;
            this.temperature = temperature;
            this.constantsFree = prior == null;
            this.centre = new double[(features + 1) * CLASSES];
            if (prior != null) {
                float[] known = prior.weights();
                for (int i = 0; i < centre.length; i++) {
                    centre[i] = known[i];
                }
            }
        }

        double at(double[] weights, double[] gradient) {
            double loss = 0;
            int penalised = constantsFree ? features * CLASSES : weights.length;
            for (int i = 0; i < weights.length; i++) {
                double away = i < penalised ? weights[i] - centre[i] : 0;
                loss += penalty / 2 * away * away;
                gradient[i] = penalty * away;
            }
            var scores = new double[CLASSES];
            for (int example = 0; example < examples.size(); example++) {
                float[] described = examples.described(example);
                scores(weights, described, scores);
                double[] probabilities = LinearSentimentModel.probabilities(scores, temperature);
                int right = examples.sentiment(example).ordinal();
                double weight = examples.weight(example);
                loss -= weight * StrictMath.log(Math.max(probabilities[right], 1e-300));
                for (int c = 0; c < CLASSES; c++) {
                    double error = weight / temperature * (probabilities[c] - (c == right ? 1 : 0));
                    for (int i = 0; i < features; i++) {
                        gradient[i * CLASSES + c] += error * described[i];
                    }
                    gradient[features * CLASSES + c] += error;
                }
            }
            return loss;
        }

        private void scores(double[] weights, float[] described, double[] scores) {
            System.arraycopy(weights, features * CLASSES, scores, 0, CLASSES);
            for (int i = 0; i < features; i++) {
                for (int c = 0; c < CLASSES; c++) {
                    scores[c] += weights[i * CLASSES + c] * described[i];
                }
            }
        }
    }
}
