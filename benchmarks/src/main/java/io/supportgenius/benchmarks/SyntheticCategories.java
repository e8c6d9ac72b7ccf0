package io.supportgenius.benchmarks;

import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.DensePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Tickets as categories to measure clustering with, the same for the same seed: industry, tier, pilot and location belong to the ticket's
 * company, the n-th company has the n-th part of the first one's tickets, agents are dealt at random, 58, 6 and 36 % are
 * negative, neutral and positive.
 */
final class SyntheticCategories {

    /** Values of industry, tier, pilot and location. */
    private static final int[] PROFILE = {6, 3, 2, 21};

    private static final List<Double> IMPORTANCES = List.of(1.0, 1.0, 1.0, 1.0, 1.0);
    private static final double IMPORTANCE_OF_AGENTS = 0.25;
    private static final double NEGATIVE = 0.58;
    private static final double NOT_POSITIVE = 0.64;

    /** Combination to tickets: industry, tier, pilot, location, sentiment and perhaps agent, each from 0 on. */
    private final Map<List<Integer>, Long> counts = new LinkedHashMap<>();

    private final int agents;

    private SyntheticCategories(int agents) {
        this.agents = agents;
    }

    /** @param agents 0 for tickets without agents */
    static SyntheticCategories of(int tickets, int companies, int agents, long seed) {
        var random = new SplittableRandom(seed);
        List<List<Integer>> profiles = IntStream.range(0, companies)
                .mapToObj(company -> Arrays.stream(PROFILE)
                        .mapToObj(values -> random.nextInt(values))
                        .toList())
                .toList();
        var ends = new double[companies];
        double end = 0;
        for (int company = 0; company < companies; company++) {
            end += 1.0 / (company + 1);
            ends[company] = end;
        }
        var made = new SyntheticCategories(agents);
        for (int ticket = 0; ticket < tickets; ticket++) {
            int found = Arrays.binarySearch(ends, random.nextDouble() * end);
            var combination = new ArrayList<>(profiles.get(found < 0 ? -found - 1 : found));
            double mood = random.nextDouble();
            combination.add(mood < NEGATIVE ? 0 : mood < NOT_POSITIVE ? 1 : 2);
            if (agents > 0) {
                combination.add(random.nextInt(agents));
            }
            made.counts.merge(List.copyOf(combination), 1L, Long::sum);
        }
        return made;
    }

    int distinct() {
        return counts.size();
    }

    long tickets() {
        return weights().sum();
    }

    private LongStream weights() {
        return counts.values().stream().mapToLong(Long::longValue);
    }

    /** As the product clusters them. */
    CategoryTable table() {
        var importances = new ArrayList<>(IMPORTANCES);
        if (agents > 0) {
            importances.add(IMPORTANCE_OF_AGENTS);
        }
        int[][] combinations = counts.keySet().stream()
                .map(combination ->
                        combination.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new CategoryTable(combinations, weights().toArray(), importances);
    }

    /** As the 2015 demo had them: codes from 1 on, pilot 0 or 1, and a column for each agent. */
    DensePoints codes() {
        return DensePoints.ofRows(rows());
    }

    /** One row for each ticket. */
    List<double[]> rows() {
        var rows = new ArrayList<double[]>();
        counts.forEach((combination, tickets) -> {
            var row = new double[PROFILE.length + 1 + agents];
            for (int d = 0; d <= PROFILE.length; d++) {
                row[d] = combination.get(d) + (d == 2 ? 0 : 1);
            }
            if (agents > 0) {
                row[PROFILE.length + 1 + combination.get(PROFILE.length + 1)] = 1;
            }
            for (long copy = 0; copy < tickets; copy++) {
                rows.add(row);
            }
        });
        return rows;
    }
}
