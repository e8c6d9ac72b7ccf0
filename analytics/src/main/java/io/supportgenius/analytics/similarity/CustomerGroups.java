package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.clustering.AverageLinkage;
import io.supportgenius.analytics.clustering.CancelWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups of customers that are alike: {@link AverageLinkage} on the distances of a {@link CustomerSpace}, cut into the 2 to {@value #MOST}
 * groups with the best mean silhouette (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7).
 *
 * <p>Only customers with at least {@value CustomerSpace#FEW} tickets are grouped, and of very many the {@value #MOST_CUSTOMERS} with the
 * most tickets. Groups are only claimed where the silhouette is at least {@value #WEAKEST}, and clearly above what the same method finds
 * when every trait is dealt anew among the customers.
 *
 * @param groups codes of the customers of each group, the largest group first; empty where no groups are found
 * @param silhouette -1 to 1; NaN where there are too few customers
 * @param shuffledSilhouette the best with dealt traits; NaN where not looked for
 * @param grouped customers that were looked at
 * @param tooFewTickets customers that were not, because they have too few tickets
 * @param beyond customers that were not, because there are too many
 */
public record CustomerGroups(
        List<List<Integer>> groups,
        double silhouette,
        double shuffledSilhouette,
        int grouped,
        int tooFewTickets,
        int beyond) {

    /** As many are compared with each other. */
    public static final int MOST_CUSTOMERS = 1_000;

    /** With fewer customers there are no groups to speak of. */
    public static final int LEAST_CUSTOMERS = 8;

    static final double WEAKEST = 0.15;
    private static final double CLEARLY = 0.05;
    private static final int MOST = 10;
    private static final int SHUFFLES = 3;
    private static final long SEED = 2015;

    public CustomerGroups {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** @throws io.supportgenius.analytics.clustering.ClusteringCancelledException if the watch says so */
    public static CustomerGroups of(CustomerSpace space, CancelWatch watch) {
        List<Integer> enough = space.codes().stream()
                .filter(code -> !space.byProfileOnly(code))
                .sorted(Comparator.comparingInt(
                        code -> -space.tickets().of(code).tickets()))
                .toList();
        List<Integer> some = enough.subList(0, Math.min(MOST_CUSTOMERS, enough.size()));
        int tooFew = space.size() - enough.size();
        int beyond = enough.size() - some.size();
        List<TraitColumn> columns = space.columns(some);
        if (some.size() < LEAST_CUSTOMERS || columns.isEmpty()) {
            return new CustomerGroups(List.of(), Double.NaN, Double.NaN, some.size(), tooFew, beyond);
        }
        Cut best = best(columns, some.size(), watch);
        double shuffled = Double.NaN;
        if (best.silhouette() >= WEAKEST) {
            var random = new SplittableRandom(SEED);
            shuffled = -1;
            for (int i = 0; i < SHUFFLES; i++) {
                List<TraitColumn> dealt = columns.stream()
                        .map(column -> column.of(permutation(some.size(), random)))
                        .toList();
                shuffled = Math.max(shuffled, best(dealt, some.size(), watch).silhouette());
            }
        }
        boolean found = best.silhouette() >= WEAKEST && best.silhouette() > shuffled + CLEARLY;
        return new CustomerGroups(
                found ? groups(best.labels(), some) : List.of(),
                best.silhouette(),
                shuffled,
                some.size(),
                tooFew,
                beyond);
    }

    private static List<List<Integer>> groups(int[] labels, List<Integer> codes) {
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < labels.length; i++) {
            while (groups.size() <= labels[i]) {
                groups.add(new ArrayList<>());
            }
            groups.get(labels[i]).add(codes.get(i));
        }
        groups.sort(Comparator.comparingInt(group -> -group.size()));
        return groups;
    }

    private static int[] permutation(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }

    private static Cut best(List<TraitColumn> columns, int size, CancelWatch watch) {
        var distances = new float[size][size];
        IntStream.range(0, size).parallel().forEach(a -> {
            watch.check();
            for (int b = 0; b < a; b++) {
                distances[a][b] = (float) CustomerSpace.distance(columns, a, b);
            }
        });
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                distances[b][a] = distances[a][b];
            }
        }
        var ones = new long[size];
        Arrays.fill(ones, 1);
        AverageLinkage tree = AverageLinkage.fit(ones, (a, b) -> distances[a][b], watch);
        return IntStream.rangeClosed(2, Math.min(MOST, size - 1))
                .parallel()
                .mapToObj(clusters -> {
                    watch.check();
                    int[] labels = tree.cut(clusters);
                    return new Cut(labels, silhouette(labels, clusters, distances));
                })
                .max(Comparator.comparingDouble(Cut::silhouette))
                .orElseThrow();
    }

    private static double silhouette(int[] labels, int clusters, float[][] distances) {
        var sizes = new int[clusters];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            var means = new double[clusters];
            for (int j = 0; j < labels.length; j++) {
                means[labels[j]] += distances[i][j];
            }
            int own = labels[i];
            if (sizes[own] > 1) {
                double within = means[own] / (sizes[own] - 1);
                double nearest = Double.POSITIVE_INFINITY;
                for (int cluster = 0; cluster < clusters; cluster++) {
                    if (cluster != own) {
                        nearest = Math.min(nearest, means[cluster] / sizes[cluster]);
                    }
                }
                double larger = Math.max(within, nearest);
                sum += larger == 0 ? 0 : (nearest - within) / larger;
            }
        }
        return sum / labels.length;
    }

    private record Cut(int[] labels, double silhouette) {}
}
