package io.supportgenius.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Clusters of tickets by their categories: {@link MeanShift} on {@link CategoricalPoints}, at the quantile whose clusters have the best
 * {@link Silhouettes silhouette}; or {@link AverageLinkage} on the share of importance in which tickets differ (Gower 1971,
 * doi:10.2307/2528823), cut into the 2 to 12 clusters with the best one. All clusters are kept, whatever their number.
 *
 * <p>Structure is only claimed where the silhouette is at least {@value #WEAKEST} and clearly above what the same method finds in the same
 * tickets when the values of each dimension are dealt anew at random: few values lie close together by chance alone. Both are
 * compared on at most {@value #SAMPLE} tickets drawn with a fixed seed.
 *
 * @param method that found them
 * @param quantile that was chosen; 0 without tickets, NaN for another method than the mean shift
 * @param bandwidth at that quantile, likewise
 * @param silhouette NaN where there are fewer than two clusters
 * @param shuffledSilhouette the best of the shuffled tickets; NaN where none was looked for
 * @param clusters how many there are
 * @param labels cluster of each combination; cluster 0 has the most tickets
 * @param structure whether the clusters are more than chance
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared
public record CategoryClustering(
        ClusteringMethod method,
        double quantile,
        double bandwidth,
        double silhouette,
        double shuffledSilhouette,
        int clusters,
        int[] labels,
        boolean structure) {

    /** Below this no clusters are claimed; Kaufman and Rousseeuw draw the line for "some" structure at .25. */
    static final double WEAKEST = 0.15;

    static final int SAMPLE = 1000;

    private static final List<Double> QUANTILES = List.of(0.3, 0.25, 0.2, 0.15, 0.1, 0.05);
    private static final List<Double> FINE_QUANTILES = List.of(0.02, 0.01);
    private static final List<Double> COARSE_QUANTILES = List.of(0.7, 0.6, 0.5, 0.4);

    /** As many can be compared at a glance. */
    private static final int FEW = 12;

    /** As many can still be looked at one by one. The customers of a desk are mostly of fewer kinds than that. */
    private static final int MANY = 30;

    private static final int SHUFFLES = 3;
    private static final double CLEARLY = 0.05;
    private static final long SEED = 2015;

    /**
     * By mean shift.
     *
     * @throws ClusteringCancelledException if the watch says so
     */
    public static CategoryClustering of(CategoryTable table, CancelWatch watch) {
        return of(table, ClusteringMethod.MEANSHIFT, watch);
    }

    /** @throws ClusteringCancelledException if the watch says so */
    public static CategoryClustering of(CategoryTable table, ClusteringMethod method, CancelWatch watch) {
        if (table.combinations().length == 0) {
            return new CategoryClustering(method, 0, 0, Double.NaN, Double.NaN, 0, new int[0], false);
        }
        return method == ClusteringMethod.MEANSHIFT
                ? meanShift(table, watch)
                : at(method, some -> agglomerative(some, watch), table, watch);
    }

    /**
     * How often each cluster comes again among other tickets of the same kind, see {@link ClusterStability}.
     *
     * @return 0 to 1 for each cluster
     * @throws ClusteringCancelledException if the watch says so
     */
    public double[] stabilities(CategoryTable table, CancelWatch watch) {
        if (clusters < 2) {
            double[] all = new double[clusters];
            Arrays.fill(all, 1);
            return all;
        }
        return ClusterStability.of(table, labels, clusters, drawn -> again(drawn, watch), watch);
    }

    private int[] again(CategoryTable drawn, CancelWatch watch) {
        if (method == ClusteringMethod.MEANSHIFT) {
            return MeanShift.withBandwidth(bandwidth)
                    .watchedBy(watch)
                    .fit(drawn.points())
                    .labels();
        }
        return linkage(drawn, watch).cut(Math.min(clusters, drawn.combinations().length));
    }

    private static CategoryClustering meanShift(CategoryTable table, CancelWatch watch) {
        CategoryClustering usual = at(QUANTILES, table, watch);
        if (usual.clusters() > MANY) {
            // Where a few combinations have most tickets, even the usual quantiles reach none but equal ones: every
            // combination is a cluster then, which is as distinct as clusters get and says nothing.
            CategoryClustering coarse = at(COARSE_QUANTILES, table, watch);
            boolean readable = coarse.clusters() > 1 && coarse.clusters() <= FEW;
            return readable && (coarse.structure() || !usual.structure()) ? coarse : usual;
        }
        if (usual.clusters() > 1) {
            return usual;
        }
        // Many small groups that share nothing lie beyond each other's reach only at a small quantile; there every set
        // falls into pieces, so it counts only where the pieces are more than chance.
        CategoryClustering fine = at(FINE_QUANTILES, table, watch);
        return fine.structure() ? fine : usual;
    }

    private static CategoryClustering at(List<Double> quantiles, CategoryTable table, CancelWatch watch) {
        return at(ClusteringMethod.MEANSHIFT, some -> best(quantiles, some, watch), table, watch);
    }

    /** @param search finds the best clusters of a table */
    private static CategoryClustering at(
            ClusteringMethod method,
            Function<CategoryTable, Candidate> search,
            CategoryTable table,
            CancelWatch watch) {
        Candidate best = search.apply(table);
        int[] labels = bySize(best.labels(), table);
        double shuffled = Double.NaN;
        boolean structure = false;
        if (best.silhouette() >= WEAKEST) {
            var random = new SplittableRandom(SEED);
            CategoryTable sample = table.sample(SAMPLE, random);
            double real =
                    sample == table ? best.silhouette() : search.apply(sample).silhouette();
            shuffled = shuffled(search, sample, random, watch);
            structure = real >= WEAKEST && real > shuffled + CLEARLY;
        }
        return new CategoryClustering(
                method,
                best.quantile(),
                best.bandwidth(),
                best.silhouette(),
                shuffled,
                1 + Arrays.stream(labels).max().orElse(-1),
                labels,
                structure);
    }

    private static double shuffled(
            Function<CategoryTable, Candidate> search,
            CategoryTable sample,
            SplittableRandom random,
            CancelWatch watch) {
        double highest = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            watch.check();
            double silhouette = search.apply(sample.shuffled(random)).silhouette();
            highest = Double.isNaN(silhouette) ? highest : Math.max(highest, silhouette);
        }
        return highest;
    }

    /** The best silhouette among a few clusters; if one of them has most tickets, among many; else among all with several. */
    private static Candidate best(List<Double> quantiles, CategoryTable table, CancelWatch watch) {
        WeightedPoints points = table.points();
        double[] bandwidths = Bandwidth.estimate(points, quantiles, watch);
        var silhouettes = new Silhouettes(table.combinations(), table.weights(), table.importances());
        return IntStream.range(0, bandwidths.length)
                .mapToObj(i -> {
                    Clustering found = MeanShift.withBandwidth(bandwidths[i])
                            .watchedBy(watch)
                            .fit(points);
                    return new Candidate(
                            quantiles.get(i),
                            bandwidths[i],
                            found.labels(),
                            found.size(),
                            silhouettes.mean(found.labels(), watch),
                            isDominated(found.labels(), found.size(), table));
                })
                .max(Comparator.comparing(Candidate::hasSeveral)
                        .thenComparingInt(Candidate::readability)
                        .thenComparingDouble(Candidate::comparable)
                        .thenComparingDouble(Candidate::quantile))
                .orElseThrow();
    }

    /** The best silhouette among a few clusters. */
    private static Candidate agglomerative(CategoryTable table, CancelWatch watch) {
        int points = table.combinations().length;
        AverageLinkage tree = linkage(table, watch);
        var silhouettes = new Silhouettes(table.combinations(), table.weights(), table.importances());
        return IntStream.rangeClosed(Math.min(2, points), Math.min(FEW, points))
                .mapToObj(clusters -> {
                    int[] labels = tree.cut(clusters);
                    return new Candidate(
                            Double.NaN,
                            Double.NaN,
                            labels,
                            clusters,
                            silhouettes.mean(labels, watch),
                            isDominated(labels, clusters, table));
                })
                .max(Comparator.comparingDouble(Candidate::comparable)
                        .thenComparing(
                                Comparator.comparingInt(Candidate::clusters).reversed()))
                .orElseThrow();
    }

    private static AverageLinkage linkage(CategoryTable table, CancelWatch watch) {
        int[][] combinations = table.combinations();
        double[] importances =
                table.importances().stream().mapToDouble(Double::doubleValue).toArray();
        return AverageLinkage.fit(
                table.weights(),
                (a, b) -> {
                    double sum = 0;
                    for (int d = 0; d < importances.length; d++) {
                        sum += combinations[a][d] == combinations[b][d] ? 0 : importances[d];
                    }
                    return sum;
                },
                watch);
    }

    /** Clusters numbered by their tickets, most first; equal ones by their first combination. */
    private static int[] bySize(int[] labels, CategoryTable table) {
        int clusters = 1 + Arrays.stream(labels).max().orElse(-1);
        var sizes = new long[clusters];
        var firsts = new int[clusters];
        Arrays.fill(firsts, Integer.MAX_VALUE);
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]] += table.weights()[i];
            firsts[labels[i]] = Math.min(firsts[labels[i]], i);
        }
        List<Integer> order = IntStream.range(0, clusters)
                .filter(cluster -> sizes[cluster] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer cluster) -> -sizes[cluster])
                        .thenComparingInt(cluster -> firsts[cluster]))
                .toList();
        return Arrays.stream(labels).map(order::indexOf).toArray();
    }

    /** Whether one cluster has most tickets: all kinds together, beside a few that are apart for what is not known of them. */
    private static boolean isDominated(int[] labels, int clusters, CategoryTable table) {
        var sizes = new long[clusters];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]] += table.weights()[i];
        }
        return Arrays.stream(sizes).anyMatch(size -> 2 * size > table.tickets());
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Candidate(
            double quantile, double bandwidth, int[] labels, int clusters, double silhouette, boolean dominated) {

        boolean hasSeveral() {
            return clusters() > 1;
        }

        /** More is better. */
        int readability() {
            if (clusters() <= FEW) {
                return dominated ? 1 : 3;
            }
            return clusters() <= MANY && !dominated ? 2 : 0;
        }

        double comparable() {
            return Double.isNaN(silhouette) ? Double.NEGATIVE_INFINITY : silhouette;
        }
    }
}
