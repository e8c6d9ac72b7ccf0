package io.supportgenius.benchmarks;

import io.supportgenius.analytics.clustering.Bandwidth;
import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.clustering.CategoryClustering;
import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.Clustering;
import io.supportgenius.analytics.clustering.DensePoints;
import io.supportgenius.analytics.clustering.MeanShift;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Bandwidth and mean shift as the 2015 demo ran them, on codes, and the whole search for clusters as the product runs it, on categories.
 * Sizes are tickets, companies and agents. {@code scikit_learn.py} in {@code src/main/python} measures scikit-learn on the same rows,
 * which the main method here writes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ClusteringBenchmark {

    private static final long SEED = 7;
    private static final double QUANTILE = 0.2;

    @Param({"800/27/0", "5000/100/0", "20000/500/0", "1000000/2000/0", "800/27/8", "5000/100/20", "20000/500/50"})
    String size = "800/27/0";

    private DensePoints codes = DensePoints.ofRows(List.of());
    private CategoryTable table = new CategoryTable(new int[0][], new long[0], List.of(1.0));

    @Setup(Level.Trial)
    public void makeTickets() {
        SyntheticCategories tickets = tickets(size);
        codes = tickets.codes();
        table = tickets.table();
        System.out.println("# " + tickets.distinct() + " distinct combinations");
    }

    private static SyntheticCategories tickets(String size) {
        int[] numbers =
                Arrays.stream(size.split("/")).mapToInt(Integer::parseInt).toArray();
        return SyntheticCategories.of(numbers[0], numbers[1], numbers[2], SEED);
    }

    @Benchmark
    public double bandwidthOfCodes() {
        return Bandwidth.estimate(codes, List.of(QUANTILE), CancelWatch.NEVER)[0];
    }

    @Benchmark
    public Clustering bandwidthAndMeanShiftOfCodes() {
        return MeanShift.withBandwidth(bandwidthOfCodes()).fit(codes);
    }

    @Benchmark
    public CategoryClustering wholeSearchOnCategories() {
        return CategoryClustering.of(table, CancelWatch.NEVER);
    }

    /**
     * Writes the rows of one size for {@code scikit_learn.py}.
     *
     * @param arguments size and file
     */
    public static void main(String[] arguments) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
            for (double[] row : tickets(arguments[0]).rows()) {
                out.println(Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")));
            }
        }
    }
}
