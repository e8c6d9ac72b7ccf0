package io.supportgenius.server.demo;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How much the mean of some tickets is above that of all others.
 *
 * @param standardErrors the difference in units of its standard error (Welch)
 */
record Difference(double value, double standardErrors) {

    static Difference of(List<Finding> tickets, Predicate<Finding> part, ToDoubleFunction<Finding> measure) {
        double[] some = tickets.stream().filter(part).mapToDouble(measure).toArray();
        double[] others =
                tickets.stream().filter(part.negate()).mapToDouble(measure).toArray();
        double value = mean(some) - mean(others);
        return new Difference(value, value / Math.sqrt(squaredError(some) + squaredError(others)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squaredError(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1) / values.length;
    }
}
