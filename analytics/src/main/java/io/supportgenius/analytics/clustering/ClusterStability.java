package io.supportgenius.analytics.clustering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * How stable clusters are: tickets are drawn anew with replacement and clustered again; a cluster is as stable as the most similar new one
 * is to it on average (Hennig 2007, doi:10.1016/j.csda.2006.11.025). Similar means the Jaccard coefficient: the tickets in both, as a part
 * of those in either, among the tickets drawn.
 *
 * <p>Hennig's reading: from .75 on a cluster is valid and stable; below .5 it dissolves. Drawn are as many tickets as there are, but no more than
 * {@value #MOST_TICKETS}, {@value #DRAWS} times, with a fixed seed, so that the time is bounded and the answer repeats.
 */
final class ClusterStability {

    static final int DRAWS = 25;
    static final int MOST_TICKETS = 1000;
    private static final long SEED = 2015;

    private ClusterStability() {}

    /**
     * @param labels cluster of each combination
     * @param again clusters drawn tickets in the same way
     * @return 0 to 1 for each cluster; NaN for one that no draw met
     */
    static double[] of(
            CategoryTable table, int[] labels, int clusters, Function<CategoryTable, int[]> again, CancelWatch watch) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            known.put(CategoryTable.key(table.combinations()[i]), labels[i]);
        }
        var random = new SplittableRandom(SEED);
        var sums = new double[clusters];
        var met = new int[clusters];
        int tickets = (int) Math.min(MOST_TICKETS, table.tickets());
        for (int draw = 0; draw < DRAWS; draw++) {
            watch.check();
            CategoryTable drawn = table.drawn(tickets, random);
            int[] found = again.apply(drawn);
            add(drawn, known, found, sums, met);
        }
        for (int cluster = 0; cluster < clusters; cluster++) {
            sums[cluster] /= met[cluster];
        }
        return sums;
    }

    private static void add(
            CategoryTable drawn, Map<List<Integer>, Integer> known, int[] found, double[] sums, int[] met) {
        Map<Integer, Map<Integer, Long>> both = new HashMap<>();
        Map<Integer, Long> before = new HashMap<>();
        Map<Integer, Long> after = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            int old = known.getOrDefault(CategoryTable.key(drawn.combinations()[i]), -1);
            long weight = drawn.weights()[i];
            both.computeIfAbsent(old, unused -> new HashMap<>()).merge(found[i], weight, Long::sum);
            before.merge(old, weight, Long::sum);
            after.merge(found[i], weight, Long::sum);
        }
        both.forEach((old, shared) -> {
            double best = 0;
            for (Map.Entry<Integer, Long> one : shared.entrySet()) {
                long either = before.getOrDefault(old, 0L) + after.getOrDefault(one.getKey(), 0L) - one.getValue();
                best = Math.max(best, (double) one.getValue() / either);
            }
            sums[old] += best;
            met[old]++;
        });
    }
}
