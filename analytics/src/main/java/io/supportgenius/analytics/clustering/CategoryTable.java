package io.supportgenius.analytics.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Tickets as combinations of categories, each with its number of tickets. Immutable.
 *
 * @param combinations distinct ones, each with a code from 0 on for each dimension
 * @param weights tickets of each combination, at least 1
 * @param importances of the dimensions, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CategoryTable(int[][] combinations, long[] weights, List<Double> importances) {

    public CategoryTable {
        importances = List.copyOf(importances);
        if (combinations.length != weights.length || importances.stream().anyMatch(importance -> !(importance > 0))) {
            throw new IllegalArgumentException("A weight for each combination and importances above 0 are needed");
        }
    }

    /** The same as points for a mean shift. */
    public WeightedPoints asPoints() {
        return points();
    }

    CategoricalPoints points() {
        return new CategoricalPoints(combinations, weights, importances);
    }

    long tickets() {
        return Arrays.stream(weights).sum();
    }

    /** So many tickets drawn with replacement; all of them where there are no more. */
    CategoryTable sample(int most, SplittableRandom random) {
        long tickets = tickets();
        return tickets <= most ? this : ofRows(draw(most, tickets, random), importances);
    }

    /** So many tickets drawn with replacement, also where there are no more. */
    CategoryTable drawn(int count, SplittableRandom random) {
        return ofRows(draw(count, tickets(), random), importances);
    }

    /** A combination as a key of maps. */
    static List<Integer> key(int[] combination) {
        return Arrays.stream(combination).boxed().toList();
    }

    private List<int[]> draw(int count, long tickets, SplittableRandom random) {
        var ends = new long[weights.length];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += weights[i];
            ends[i] = end;
        }
        var rows = new ArrayList<int[]>();
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(ends, random.nextLong(tickets) + 1);
            rows.add(combinations[found < 0 ? -found - 1 : found]);
        }
        return rows;
    }

    /** The same tickets with the values of each dimension dealt anew, so that no dimension knows of another. */
    CategoryTable shuffled(SplittableRandom random) {
        var rows = new ArrayList<int[]>();
        for (int i = 0; i < weights.length; i++) {
            for (long copy = 0; copy < weights[i]; copy++) {
                rows.add(combinations[i].clone());
            }
        }
        for (int d = 0; d < importances.size(); d++) {
            for (int i = rows.size() - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int moved = rows.get(i)[d];
                rows.get(i)[d] = rows.get(other)[d];
                rows.get(other)[d] = moved;
            }
        }
        return ofRows(rows, importances);
    }

    private static CategoryTable ofRows(List<int[]> rows, List<Double> importances) {
        Map<List<Integer>, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(CategoryTable::key, LinkedHashMap::new, Collectors.counting()));
        return new CategoryTable(
                counts.keySet().stream()
                        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                counts.values().stream().mapToLong(Long::longValue).toArray(),
                importances);
    }
}
