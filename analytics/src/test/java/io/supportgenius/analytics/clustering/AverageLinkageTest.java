package io.supportgenius.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AverageLinkageTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    /** By the definition: in each step the two clusters with the least mean distance of all pairs of their points. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyCutIsThatOfTheDefinition(long seed) {
        double[][] places = places(seed, 25);
        long[] weights = new SplittableRandom(seed).longs(25, 1, 5).toArray();

        AverageLinkage tree = AverageLinkage.fit(weights, (a, b) -> distance(places[a], places[b]), CancelWatch.NEVER);

        List<int[]> cuts = naive(places, weights);
        for (int clusters = 1; clusters <= 25; clusters++) {
            assertThat(tree.cut(clusters)).as("%s clusters", clusters).isEqualTo(cuts.get(25 - clusters));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPointWithAWeightIsAsManyPoints(long seed) {
        double[][] places = places(seed, 12);
        long[] weights = new SplittableRandom(seed).longs(12, 1, 5).toArray();
        int[] owners = IntStream.range(0, 12)
                .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
                .toArray();
        var ones = new long[owners.length];
        Arrays.fill(ones, 1);

        AverageLinkage weighted =
                AverageLinkage.fit(weights, (a, b) -> distance(places[a], places[b]), CancelWatch.NEVER);
        AverageLinkage repeated =
                AverageLinkage.fit(ones, (a, b) -> distance(places[owners[a]], places[owners[b]]), CancelWatch.NEVER);

        for (int clusters = 1; clusters <= 12; clusters++) {
            int[] labels = weighted.cut(clusters);
            assertThat(repeated.cut(clusters))
                    .isEqualTo(Arrays.stream(owners).map(i -> labels[i]).toArray());
        }
    }

    @Test
    void heightsAreMeanDistances() {
        double[] places = {0, 1, 4};
        AverageLinkage tree =
                AverageLinkage.fit(new long[] {1, 3, 1}, (a, b) -> Math.abs(places[a] - places[b]), CancelWatch.NEVER);

        assertThat(tree.merges().get(0).distance()).isEqualTo(1);
        // One point 4 away and three 3 away.
        assertThat(tree.merges().get(1).distance()).isCloseTo(13.0 / 4, within(1e-6));
    }

    @Test
    void withoutPointsThereIsNothingAndMoreClustersThanPointsAreRefused() {
        assertThat(AverageLinkage.fit(new long[0], (a, b) -> 1, CancelWatch.NEVER)
                        .cut(0))
                .isEmpty();
        AverageLinkage one = AverageLinkage.fit(new long[] {5}, (a, b) -> 1, CancelWatch.NEVER);
        assertThat(one.cut(1)).containsExactly(0);
        assertThatThrownBy(() -> one.cut(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotWantedAnyMoreIsGivenUp() {
        assertThatThrownBy(() -> AverageLinkage.fit(new long[] {1, 1, 1}, (a, b) -> 1, () -> true))
                .isInstanceOf(ClusteringCancelledException.class);
    }

    private static double[][] places(long seed, int count) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {random.nextDouble(), random.nextDouble()})
                .toArray(double[][]::new);
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    private static List<int[]> naive(double[][] places, long[] weights) {
        int[] labels = IntStream.range(0, places.length).toArray();
        var cuts = new ArrayList<int[]>();
        cuts.add(numbered(labels));
        while (cuts.size() < places.length) {
            int[] now = labels;
            double least = Double.POSITIVE_INFINITY;
            int into = 0;
            int from = 0;
            for (int a : Arrays.stream(now).distinct().toArray()) {
                for (int b : Arrays.stream(now).distinct().toArray()) {
                    if (a < b) {
                        double mean = mean(places, weights, now, a, b);
                        if (mean < least) {
                            least = mean;
                            into = a;
                            from = b;
                        }
                    }
                }
            }
            int kept = into;
            int lost = from;
            labels = Arrays.stream(now)
                    .map(label -> label == lost ? kept : label)
                    .toArray();
            cuts.add(numbered(labels));
        }
        return cuts;
    }

    private static double mean(double[][] places, long[] weights, int[] labels, int a, int b) {
        double sum = 0;
        double pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] == a && labels[j] == b) {
                    sum += weights[i] * weights[j] * distance(places[i], places[j]);
                    pairs += weights[i] * weights[j];
                }
            }
        }
        return sum / pairs;
    }

    private static int[] numbered(int[] labels) {
        int[] order = Arrays.stream(labels).distinct().toArray();
        return Arrays.stream(labels)
                .map(label -> IntStream.range(0, order.length)
                        .filter(i -> order[i] == label)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }
}
