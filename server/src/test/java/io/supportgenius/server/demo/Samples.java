package io.supportgenius.server.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/** The sets of tickets that planted truths are looked for in, and the arithmetic for it. */
final class Samples {

    /** The size that visitors see. */
    static final int SHOWN = 800;

    /** Large enough for sizes of effects to come out. */
    static final int BIG = 40_000;

    private Samples() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    static LongStream bigSeeds() {
        return LongStream.of(2015, 21, 22);
    }

    static List<Finding> replied(List<Finding> tickets) {
        return tickets.stream().filter(Finding::replied).toList();
    }

    static List<Finding> solved(List<Finding> tickets) {
        return tickets.stream()
                .filter(Finding::replied)
                .filter(ticket -> !ticket.unsolved())
                .toList();
    }

    static double share(List<Finding> tickets, Predicate<Finding> part) {
        return (double) tickets.stream().filter(part).count() / tickets.size();
    }

    static double median(List<Finding> tickets, Predicate<Finding> part, ToDoubleFunction<Finding> value) {
        double[] values =
                tickets.stream().filter(part).mapToDouble(value).sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    static int mostFrequent(List<Finding> tickets, ToIntFunction<Finding> key) {
        Map<Integer, Integer> counts = new HashMap<>();
        tickets.forEach(ticket -> counts.merge(key.applyAsInt(ticket), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    static double chiSquare(List<Finding> tickets, Function<Finding, String> row, Function<Finding, String> column) {
        Map<String, Double> rows = new TreeMap<>();
        Map<String, Double> columns = new TreeMap<>();
        Map<String, Double> cells = new TreeMap<>();
        for (Finding ticket : tickets) {
            rows.merge(row.apply(ticket), 1.0, Double::sum);
            columns.merge(column.apply(ticket), 1.0, Double::sum);
            cells.merge(row.apply(ticket) + "/" + column.apply(ticket), 1.0, Double::sum);
        }
        double sum = 0;
        for (Map.Entry<String, Double> one : rows.entrySet()) {
            for (Map.Entry<String, Double> other : columns.entrySet()) {
                double expected = one.getValue() * other.getValue() / tickets.size();
                double found = cells.getOrDefault(one.getKey() + "/" + other.getKey(), 0.0);
                sum += (found - expected) * (found - expected) / expected;
            }
        }
        return sum;
    }
}
