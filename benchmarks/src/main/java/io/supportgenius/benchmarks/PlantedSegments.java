package io.supportgenius.benchmarks;

import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.DensePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * 1,200 tickets of 60 companies in 5 segments with 12 agents dealt at random, the same for the same seed. A company keeps each value of its segment's
 * industry, tier, pilot and location with the purity, else it is any; so does a ticket with the segment's sentiment.
 *
 * @param rows industry, tier, pilot, location, sentiment and agent of each ticket, each from 0 on
 * @param segments of each ticket
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record PlantedSegments(List<int[]> rows, int[] segments) {

    private static final int[] VALUES = {6, 3, 2, 21, 3};
    private static final int TICKETS = 1200;
    private static final int COMPANIES = 60;
    private static final int SEGMENTS = 5;
    private static final int AGENTS = 12;

    static PlantedSegments of(long seed, double purity) {
        var random = new SplittableRandom(seed);
        int[][] truths = IntStream.range(0, SEGMENTS)
                .mapToObj(segment -> Arrays.stream(VALUES).map(random::nextInt).toArray())
                .toArray(int[][]::new);
        var companies = new int[COMPANIES][];
        for (int company = 0; company < COMPANIES; company++) {
            companies[company] = truths[company % SEGMENTS].clone();
            for (int d = 0; d < VALUES.length - 1; d++) {
                if (random.nextDouble() >= purity) {
                    companies[company][d] = random.nextInt(VALUES[d]);
                }
            }
        }
        var rows = new ArrayList<int[]>();
        var segments = new int[TICKETS];
        int mood = VALUES.length - 1;
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            int company = random.nextInt(COMPANIES);
            int[] row = Arrays.copyOf(companies[company], VALUES.length + 1);
            segments[ticket] = company % SEGMENTS;
            row[mood] = random.nextDouble() < purity ? truths[segments[ticket]][mood] : random.nextInt(VALUES[mood]);
            row[VALUES.length] = random.nextInt(AGENTS);
            rows.add(row);
        }
        return new PlantedSegments(rows, segments);
    }

    /** Categories, with agents where they have an importance. */
    CategoryTable table(double importanceOfAgents) {
        Map<List<Integer>, Long> counts = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        rows.forEach(row -> counts.merge(key(row, importanceOfAgents > 0), 1L, Long::sum));
        var importances = new ArrayList<>(List.of(1.0, 1.0, 1.0, 1.0, 1.0));
        if (importanceOfAgents > 0) {
            importances.add(importanceOfAgents);
        }
        return new CategoryTable(
                counts.keySet().stream()
                        .map(key -> key.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                counts.values().stream().mapToLong(Long::longValue).toArray(),
                importances);
    }

    /** Codes as numbers, and a column for each agent, as the demo of 2015 had them. */
    DensePoints codes() {
        return DensePoints.ofRows(rows.stream().map(PlantedSegments::numbers).toList());
    }

    private static double[] numbers(int[] row) {
        var numbers = new double[VALUES.length + AGENTS];
        for (int d = 0; d < VALUES.length; d++) {
            numbers[d] = row[d];
        }
        numbers[VALUES.length + row[VALUES.length]] = 1;
        return numbers;
    }

    private static List<Integer> key(int[] row, boolean withAgent) {
        return Arrays.stream(row, 0, withAgent ? VALUES.length + 1 : VALUES.length)
                .boxed()
                .toList();
    }

    /** How labels of a table's combinations agree with the segments: the adjusted Rand index (doi:10.1007/BF01908075). */
    double agreement(CategoryTable table, int[] labels) {
        boolean withAgent = table.importances().size() > VALUES.length;
        Map<List<Integer>, Integer> byKey = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            byKey.put(Arrays.stream(table.combinations()[i]).boxed().toList(), labels[i]);
        }
        return agreement(rows.stream()
                .mapToInt(row -> byKey.getOrDefault(key(row, withAgent), -1))
                .toArray());
    }

    /** The same of labels of the distinct rows of {@link #codes}, which come in the order of their first tickets. */
    double agreementOfCodes(int[] labels) {
        Map<List<Integer>, Integer> places = new HashMap<>();
        return agreement(rows.stream()
                .mapToInt(row -> {
                    List<Integer> key = key(row, true);
                    places.putIfAbsent(key, places.size());
                    return labels[places.getOrDefault(key, 0)];
                })
                .toArray());
    }

    private double agreement(int[] labels) {
        Map<List<Integer>, Long> cells = new HashMap<>();
        Map<Integer, Long> clusters = new HashMap<>();
        Map<Integer, Long> truths = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            cells.merge(List.of(labels[i], segments[i]), 1L, Long::sum);
            clusters.merge(labels[i], 1L, Long::sum);
            truths.merge(segments[i], 1L, Long::sum);
        }
        double expected = pairs(clusters) * pairs(truths) / (labels.length * (labels.length - 1) / 2.0);
        return (pairs(cells) - expected) / ((pairs(clusters) + pairs(truths)) / 2 - expected);
    }

    private static double pairs(Map<?, Long> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1) / 2.0)
                .sum();
    }
}
