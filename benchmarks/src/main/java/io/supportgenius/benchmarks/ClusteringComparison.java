package io.supportgenius.benchmarks;

import io.supportgenius.analytics.clustering.Bandwidth;
import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.clustering.CategoryClustering;
import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.Clustering;
import io.supportgenius.analytics.clustering.ClusteringMethod;
import io.supportgenius.analytics.clustering.DensePoints;
import io.supportgenius.analytics.clustering.MeanShift;
import io.supportgenius.analytics.clustering.WeightedPoints;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Compares encodings, quantiles and methods on twelve planted sets of each purity, and the mean shift with scikit-learn on the same rows in
 * the same run, where a Python with scikit-learn is named. Prints the tables of {@code docs/methods/clustering.md}.
 */
public final class ClusteringComparison {

    private static final int SETS = 12;
    private static final double[] PURITIES = {0.9, 0.7};
    private static final String RACE = "5000/100/20";

    private ClusteringComparison() {}

    /** @param arguments a Python with scikit-learn and {@code scikit_learn.py}; without them only planted sets are compared */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("| encoding and method | purity 0.9 | purity 0.7 |\n|---|---|---|");
        row("mean shift on codes, quantile 0.2", ClusteringComparison::codes);
        for (double quantile : new double[] {0.3, 0.2, 0.1, 0.05}) {
            row("mean shift on categories, quantile " + quantile, set -> at(set, quantile));
        }
        for (double agents : new double[] {0, 0.25, 1}) {
            for (ClusteringMethod method : ClusteringMethod.values()) {
                row(
                        (method == ClusteringMethod.MEANSHIFT
                                        ? "mean shift, quantile by silhouette"
                                        : "average linkage, number by silhouette")
                                + (agents == 0 ? "" : ", agents with importance " + agents),
                        set -> found(set, method, agents));
            }
        }
        if (arguments.length == 2) {
            race(arguments[0], Path.of(arguments[1]));
        }
    }

    private static void row(String name, ToDoubleFunction<PlantedSegments> agreement) {
        String cells = Arrays.stream(PURITIES)
                .mapToObj(purity -> {
                    double[] all = LongStream.rangeClosed(1, SETS)
                            .mapToDouble(seed -> agreement.applyAsDouble(PlantedSegments.of(seed, purity)))
                            .toArray();
                    return String.format(
                            Locale.ROOT,
                            "%.3f (%.2f)",
                            Arrays.stream(all).average().orElse(0),
                            Arrays.stream(all).min().orElse(0));
                })
                .collect(Collectors.joining(" | "));
        System.out.println("| " + name + " | " + cells + " |");
    }

    private static double codes(PlantedSegments set) {
        return set.agreementOfCodes(fit(set.codes(), 0.2).labels());
    }

    private static double at(PlantedSegments set, double quantile) {
        CategoryTable table = set.table(0);
        return set.agreement(table, fit(table.asPoints(), quantile).labels());
    }

    private static double found(PlantedSegments set, ClusteringMethod method, double agents) {
        CategoryTable table = set.table(agents);
        return set.agreement(
                table, CategoryClustering.of(table, method, CancelWatch.NEVER).labels());
    }

    private static Clustering fit(WeightedPoints points, double quantile) {
        return MeanShift.withBandwidth(Bandwidth.estimate(points, List.of(quantile), CancelWatch.NEVER)[0])
                .fit(points);
    }

    /** Ours after some rounds that warm it up, then scikit-learn's, one after the other. */
    private static void race(String python, Path script) throws IOException, InterruptedException {
        SyntheticCategories tickets = SyntheticCategories.of(5000, 100, 20, 7);
        DensePoints points = tickets.codes();
        Clustering found = fit(points, 0.2);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            found = fit(points, 0.2);
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
        }
        Path rows = Files.createTempFile("rows", ".csv");
        try {
            try (var out = new PrintWriter(Files.newBufferedWriter(rows))) {
                tickets.rows()
                        .forEach(row -> out.println(
                                Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(","))));
            }
            var builder = new ProcessBuilder(python, script.toString(), rows.toString()).redirectErrorStream(true);
            builder.environment().put("OMP_NUM_THREADS", "1");
            builder.environment().put("OPENBLAS_NUM_THREADS", "1");
            Process process = builder.start();
            String theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.printf(
                    Locale.ROOT,
                    "%n%s, %d rows: ours %.3f s for bandwidth and fit (bandwidth %s, %d clusters); scikit-learn (exit %d):%n%s",
                    RACE,
                    tickets.tickets(),
                    best,
                    found.bandwidth(),
                    found.size(),
                    process.waitFor(),
                    theirs);
        } finally {
            Files.delete(rows);
        }
    }
}
