package io.supportgenius.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tree of combinations finds must be what a look at each point finds. */
class CategoricalPointsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pointsWithinADistanceAreThoseThatALookAtEachFinds(long seed) {
        var random = new SplittableRandom(seed);
        CategoricalPoints points = points(random);
        for (int run = 0; run < 30; run++) {
            double[] place = place(points, random);
            double squaredRadius = random.nextInt(5) == 0 ? 0 : 3 * random.nextDouble();
            var sum = new double[place.length];
            var expected = new double[place.length];

            long within = points.addWithin(place, squaredRadius, sum);

            assertThat(within).isEqualTo(lookAtEach(points, place, squaredRadius, expected));
            assertThat(sum).containsExactly(expected, within(1e-9));
        }
    }

    private static long lookAtEach(CategoricalPoints points, double[] place, double squaredRadius, double[] sum) {
        WeightedPoints.Distances distances = points.from(place);
        long within = 0;
        for (int point = 0; point < points.size(); point++) {
            if (distances.squared(point) <= squaredRadius) {
                points.addTo(sum, point, points.weight(point));
                within += points.weight(point);
            }
        }
        return within;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void distancesBetweenPointsAreThoseOfTheirCoordinates(long seed) {
        var random = new SplittableRandom(seed);
        CategoricalPoints points = points(random);
        for (int point = 0; point < points.size(); point++) {
            Map<Long, Long> expected = new TreeMap<>();
            for (int other = 0; other < points.size(); other++) {
                expected.merge(rounded(squared(points, point, other)), points.weight(other), Long::sum);
            }
            WeightedPoints.Neighbours neighbours = points.neighbours(point);
            Map<Long, Long> found = new TreeMap<>();
            for (int i = 0; i < neighbours.squared().length; i++) {
                if (neighbours.weights()[i] > 0) {
                    found.merge(rounded(neighbours.squared()[i]), neighbours.weights()[i], Long::sum);
                }
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    private static double squared(CategoricalPoints points, int one, int other) {
        double[] a = points.place(one);
        double[] b = points.place(other);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum();
    }

    private static long rounded(double distance) {
        return Math.round(distance * 1e9);
    }

    /** From one dimension to more than are counted by sets; from one point on. */
    private static CategoricalPoints points(SplittableRandom random) {
        int dimensions = random.nextInt(6) == 0 ? 14 : 1 + random.nextInt(6);
        List<Double> choices = List.of(1.0, 0.25, 0.3, 2.0, 3.7);
        var importances = new ArrayList<Double>();
        for (int d = 0; d < dimensions; d++) {
            importances.add(choices.get(random.nextInt(choices.size())));
        }
        Set<List<Integer>> combinations = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(60); i > 0; i--) {
            combinations.add(IntStream.range(0, dimensions)
                    .mapToObj(d -> random.nextInt(2 + d % 4))
                    .toList());
        }
        return new CategoricalPoints(
                combinations.stream()
                        .map(combination ->
                                combination.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                combinations.stream().mapToLong(unused -> 1 + random.nextInt(5)).toArray(),
                importances);
    }

    /** A point, or the mean of some. */
    private static double[] place(CategoricalPoints points, SplittableRandom random) {
        int parts = 1 + random.nextInt(5);
        var place = new double[points.coordinates()];
        for (int part = 0; part < parts; part++) {
            points.addTo(place, random.nextInt(points.size()), 1);
        }
        return Arrays.stream(place).map(x -> x / parts).toArray();
    }
}
