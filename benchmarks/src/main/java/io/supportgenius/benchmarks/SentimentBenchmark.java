package io.supportgenius.benchmarks;

import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.LinearSentimentModel;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentTraining;
import io.supportgenius.analytics.text.WordInfluence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * Texts per second of one processor, on made-up texts and on GoEmotions' where {@code SUPPORTGENIUS_REFERENCE_DATA} names the reference
 * data. The model learns from a few texts of its own: what its weights are changes nothing in the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SentimentBenchmark {

    private static final int TEXTS = 10_000;

    @Param({"made-up", "goemotions"})
    String texts = "made-up";

    private final LinearSentimentModel model = new SentimentTraining(1, 0.1, 0, 1)
            .train(
                    "measured",
                    SyntheticTexts.of(1000, 2).stream()
                            .map(text -> new LabelledText(text, Sentiment.values()[text.length() % 3], 1))
                            .toList());

    private List<String> chosen = List.of();
    private int next;

    @Setup(Level.Trial)
    public void makeTexts() throws IOException {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        if (texts.equals("made-up")) {
            chosen = SyntheticTexts.of(TEXTS, 1);
        } else if (reference == null) {
            throw new IllegalStateException("SUPPORTGENIUS_REFERENCE_DATA is not set");
        } else {
            chosen = Files.readAllLines(Path.of(reference, "sentiment", "goemotions_test.tsv")).stream()
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .toList();
        }
    }

    private String text() {
        next = next + 1 == chosen.size() ? 0 : next + 1;
        return chosen.get(next);
    }

    @Benchmark
    public @Nullable SentimentScore score() {
        return model.score(text());
    }

    @Benchmark
    public List<WordInfluence> explain() {
        return model.explain(text());
    }
}
