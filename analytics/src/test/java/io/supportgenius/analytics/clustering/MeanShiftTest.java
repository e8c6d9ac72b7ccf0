package io.supportgenius.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanShiftTest {

    /** Points of scikit-learn's runs; {@code make_cases.py} beside the file says how they were made. */
    static Stream<Case> cases() throws IOException {
        return blocks("/clustering/cases.txt").map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bandwidthAndLabelsAreThoseOfScikitLearn(Case expected) {
        DensePoints points = DensePoints.ofRows(expected.rows());

        double bandwidth = Bandwidth.estimate(points, List.of(expected.quantile()), CancelWatch.NEVER)[0];
        Clustering clustering = MeanShift.withBandwidth(bandwidth).fit(points);

        assertThat(bandwidth).isCloseTo(expected.bandwidth(), within(1e-12));
        assertThat(labels(expected.rows(), clustering)).isEqualTo(expected.labels());
    }

    /** The README of the reference data: bandwidth, sizes and each label of scikit-learn 1.2.1. */
    @Test
    void theClustersOf2015AreThoseOfScikitLearn() throws IOException {
        String directory = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(directory != null, "SUPPORTGENIUS_REFERENCE_DATA is not set, so the golden labels are not compared");
        var rows = new ArrayList<double[]>();
        var expected = new ArrayList<Integer>();
        for (String line : Files.readAllLines(Path.of(directory, "golden-2015", "tickets_numeric.csv"))) {
            if (!line.startsWith("ticket_id")) {
                String[] cells = line.split(",");
                rows.add(features(cells));
                expected.add(Integer.valueOf(cells[14]));
            }
        }
        DensePoints points = DensePoints.ofRows(rows);

        double bandwidth = Bandwidth.estimate(points, List.of(0.2), CancelWatch.NEVER)[0];
        Clustering clustering = MeanShift.withBandwidth(bandwidth).fit(points);

        assertThat(points.size()).isEqualTo(340);
        assertThat(bandwidth).isCloseTo(4.0522701163112895, within(1e-13));
        assertThat(labels(rows, clustering)).isEqualTo(expected);
        assertThat(sizes(labels(rows, clustering))).containsExactly(325L, 318L, 158L);
    }

    /** Industry, tier, pilot, location, a column for each of the eight agents, sentiment. */
    private static double[] features(String[] cells) {
        var row = new double[13];
        row[0] = Double.parseDouble(cells[7]);
        row[1] = Double.parseDouble(cells[8]);
        row[2] = Double.parseDouble(cells[9]);
        row[3] = Double.parseDouble(cells[10]);
        row[3 + Integer.parseInt(cells[5])] = 1;
        row[12] = Double.parseDouble(cells[11]);
        return row;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfPointsChangesNothing(long seed) {
        var random = new Random(seed);
        List<double[]> rows = grid(random, 120);
        List<double[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        Clustering one = MeanShift.withBandwidth(1.3).fit(DensePoints.ofRows(rows));
        Clustering other = MeanShift.withBandwidth(1.3).fit(DensePoints.ofRows(shuffled));

        assertThat(centres(other)).isEqualTo(centres(one));
        assertThat(labels(shuffled, other))
                .isEqualTo(shuffled.stream()
                        .map(row -> labels(rows, one).get(rows.indexOf(row)))
                        .toList());
    }

    /** The squared distance of one-hot rows over the root of two is the summed importance of what differs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void combinationsOfCategoriesAreClusteredLikeTheirOneHotRows(long seed) {
        var random = new Random(seed);
        List<Double> importances = List.of(1.0, 0.25, 2.0);
        var combinations = new ArrayList<int[]>();
        var weights = new ArrayList<Long>();
        var rows = new ArrayList<double[]>();
        for (int[] combination : allCombinations()) {
            long weight = 1 + random.nextInt(5);
            combinations.add(combination);
            weights.add(weight);
            for (int i = 0; i < weight; i++) {
                rows.add(oneHot(combination, importances));
            }
        }
        var categorical = new CategoricalPoints(
                combinations.toArray(int[][]::new),
                weights.stream().mapToLong(Long::longValue).toArray(),
                importances);
        DensePoints dense = DensePoints.ofRows(rows);

        double bandwidth = Bandwidth.estimate(dense, List.of(0.2), CancelWatch.NEVER)[0];

        assertThat(Bandwidth.estimate(categorical, List.of(0.2), CancelWatch.NEVER)[0])
                .isCloseTo(bandwidth, within(1e-9));
        Clustering expected = MeanShift.withBandwidth(bandwidth).fit(dense);
        assertThat(MeanShift.withBandwidth(bandwidth).fit(categorical).labels()).isEqualTo(expected.labels());
    }

    /** Tens of points lie exactly at the bandwidth; {@code make_ties.py} beside the file finds their clusters in fractions. */
    @ParameterizedTest
    @MethodSource("ties")
    void pointsExactlyAsFarAsTheBandwidthAreWithinIt(Tie expected) {
        double bandwidth = Math.sqrt(expected.squaredBandwidth());

        Clustering clustering = MeanShift.withBandwidth(bandwidth).fit(expected.points());

        assertThat(clustering.labels()).isEqualTo(expected.labels());
    }

    /**
     * Worked out by hand: with a reach of 1.1 places next to each other are averaged. 8 climbs to 95/12 and 10 to 121/12, with 12
     * points each, so the greater one is the better; 9 lies 13/12 from both, though as floating-point numbers these differ.
     */
    @Test
    void aPointBetweenTwoCentresBelongsToTheBetter() {
        int[] counts = {3, 1, 3, 1, 3, 5, 2, 5, 3, 4, 3, 5};
        var rows = new ArrayList<double[]>();
        for (int x = 0; x < counts.length; x++) {
            for (int i = 0; i < counts[x]; i++) {
                rows.add(new double[] {x});
            }
        }

        Clustering clustering = MeanShift.withBandwidth(1.1).fit(DensePoints.ofRows(rows));

        assertThat(clustering.centres().get(0)[0]).isCloseTo(121.0 / 12, within(1e-12));
        assertThat(clustering.centres().get(1)[0]).isCloseTo(95.0 / 12, within(1e-12));
        assertThat(clustering.labels()[9]).isZero();
    }

    static Stream<Tie> ties() throws IOException {
        return blocks("/clustering/ties.txt").map(Tie::of);
    }

    private static Stream<String> blocks(String file) throws IOException {
        try (InputStream in = MeanShiftTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n"));
        }
    }

    /** Whatever the importances are, the last digits of their roots must not push a point away from itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.3, 0.7, 1, 1.1, 3.7, 9.9})
    void atABandwidthOfZeroEachCombinationIsACluster(double importance) {
        List<int[]> combinations = allCombinations();
        long[] weights = new long[combinations.size()];
        Arrays.fill(weights, 3);
        var points = new CategoricalPoints(
                combinations.toArray(int[][]::new), weights, List.of(importance, importance / 3, 1.0));

        Clustering clustering = MeanShift.withBandwidth(0).fit(points);

        assertThat(clustering.size()).isEqualTo(combinations.size());
        assertThat(Arrays.stream(clustering.labels()).distinct().count()).isEqualTo(combinations.size());
        assertThat(clustering.centres()).allSatisfy(centre -> assertThat(centre).doesNotContain(Double.NaN));
    }

    private static List<int[]> allCombinations() {
        var all = new ArrayList<int[]>();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 4; b++) {
                for (int c = 0; c < 2; c++) {
                    all.add(new int[] {a, b, c});
                }
            }
        }
        return all;
    }

    private static double[] oneHot(int[] combination, List<Double> importances) {
        int[] offsets = {0, 3, 7};
        var row = new double[9];
        for (int d = 0; d < 3; d++) {
            row[offsets[d] + combination[d]] = Math.sqrt(importances.get(d) / 2);
        }
        return row;
    }

    @Test
    void noPointsGiveNoClustersAndOnePointGivesOne() {
        assertThat(MeanShift.withBandwidth(1).fit(DensePoints.ofRows(List.of())).size())
                .isZero();
        List<double[]> equal = List.of(new double[] {1, 2}, new double[] {1, 2});
        assertThat(MeanShift.withBandwidth(1).fit(DensePoints.ofRows(equal)).size())
                .isEqualTo(1);
    }

    @Test
    void aBandwidthOfZeroMakesEachDistinctPointACluster() {
        List<double[]> rows = List.of(new double[] {0}, new double[] {1}, new double[] {1}, new double[] {5});

        Clustering clustering = MeanShift.withBandwidth(0).fit(DensePoints.ofRows(rows));

        assertThat(clustering.size()).isEqualTo(3);
        assertThat(centres(clustering).get(0)).isEqualTo(List.of(1.0));
    }

    @Test
    void fortyFarApartGroupsAreFortyClusters() {
        var random = new Random(9);
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < 400; i++) {
            rows.add(new double[] {10 * (i % 40) + random.nextDouble(), random.nextDouble()});
        }

        assertThat(MeanShift.withBandwidth(2).fit(DensePoints.ofRows(rows)).size())
                .isEqualTo(40);
    }

    @Test
    void workThatIsNotWantedAnyMoreIsGivenUp() {
        var asked = new AtomicInteger();
        MeanShift shift = MeanShift.withBandwidth(1).watchedBy(() -> asked.incrementAndGet() > 20);
        DensePoints points = DensePoints.ofRows(grid(new Random(1), 120));

        assertThatThrownBy(() -> shift.fit(points)).isInstanceOf(ClusteringCancelledException.class);
        assertThatThrownBy(() -> Bandwidth.estimate(points, List.of(0.2), () -> true))
                .isInstanceOf(ClusteringCancelledException.class);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        List<double[]> rows = List.of(new double[] {Double.NaN});

        assertThatThrownBy(() -> DensePoints.ofRows(rows)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeanShift.withBandwidth(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeanShift.withBandwidth(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<double[]> grid(Random random, int count) {
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            rows.add(new double[] {random.nextInt(6), random.nextInt(6), random.nextInt(3)});
        }
        return rows;
    }

    private static List<List<Double>> centres(Clustering clustering) {
        return clustering.centres().stream()
                .map(centre -> Arrays.stream(centre).boxed().toList())
                .toList();
    }

    /** The label of each row, equal ones alike. */
    private static List<Integer> labels(List<double[]> rows, Clustering clustering) {
        Map<List<Double>, Integer> points = new HashMap<>();
        var labels = new ArrayList<Integer>();
        for (double[] row : rows) {
            List<Double> key = Arrays.stream(row).map(x -> x + 0.0).boxed().toList();
            int point = points.computeIfAbsent(key, unused -> points.size());
            labels.add(clustering.labels()[point]);
        }
        return labels;
    }

    private static long[] sizes(List<Integer> labels) {
        var sizes = new long[1 + Collections.max(labels)];
        labels.forEach(label -> sizes[label]++);
        return sizes;
    }

    record Case(String name, double quantile, double bandwidth, List<double[]> rows, List<Integer> labels) {

        static Case of(String block) {
            String[] lines = block.split("\n");
            String[] head = lines[0].split(";");
            var rows = new ArrayList<double[]>();
            var labels = new ArrayList<Integer>();
            for (int i = 1; i < lines.length; i++) {
                String[] cells = lines[i].split(",");
                rows.add(Arrays.stream(cells, 0, cells.length - 1)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
                labels.add(Integer.valueOf(cells[cells.length - 1]));
            }
            return new Case(head[0], Double.parseDouble(head[1]), Double.parseDouble(head[2]), rows, labels);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Tie(String name, double squaredBandwidth, CategoricalPoints points, int[] labels) {

        static Tie of(String block) {
            String[] lines = block.split("\n");
            String[] head = lines[0].split(";");
            List<Double> importances =
                    Arrays.stream(lines[1].split(",")).map(Double::valueOf).toList();
            int[][] rows = Arrays.stream(lines)
                    .skip(2)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toArray(int[][]::new);
            int dimensions = importances.size();
            var points = new CategoricalPoints(
                    Arrays.stream(rows)
                            .map(row -> Arrays.copyOf(row, dimensions))
                            .toArray(int[][]::new),
                    Arrays.stream(rows).mapToLong(row -> row[dimensions]).toArray(),
                    importances);
            int[] labels =
                    Arrays.stream(rows).mapToInt(row -> row[dimensions + 1]).toArray();
            return new Tie(head[0], Double.parseDouble(head[1]), points, labels);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
