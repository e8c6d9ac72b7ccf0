package io.supportgenius.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws an index with a probability in proportion to its weight. Immutable. */
final class WeightedChoice {

    private final double[] cumulative;

    WeightedChoice(double... weights) {
        cumulative = weights.clone();
        for (int index = 1; index < cumulative.length; index++) {
            cumulative[index] += cumulative[index - 1];
        }
    }

    static <T> WeightedChoice of(List<T> choices, ToDoubleFunction<T> weight) {
        return new WeightedChoice(choices.stream().mapToDouble(weight).toArray());
    }

    int draw(Randomness randomness) {
        double point = randomness.unit() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }
}
