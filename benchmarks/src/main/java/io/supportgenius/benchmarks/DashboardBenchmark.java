package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.DurationDistribution;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairSample;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.TicketDuration;
import io.supportgenius.analytics.summary.Totals;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
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

/** All panels of the ticket dashboard, with and without the exact percentiles, unfiltered, filtered and for one month. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class DashboardBenchmark {

    private static final int SAMPLE = 2000;
    private static final long JUNE = 1_748_750_400L;
    private static final long JULY = 1_751_342_400L;

    @Param({"1000000"})
    int tickets;

    @Param({"all", "oneIndustry", "oneMonth"})
    String selected = "all";

    private TicketFacts facts = TicketFacts.empty(SyntheticTickets.ZONE, SyntheticTickets.DIMENSIONS);
    private Selection selection = Selection.ALL;

    @Setup(Level.Trial)
    public void makeTickets() {
        facts = SyntheticTickets.facts(tickets, 7);
        var first = new BitSet();
        first.set(1);
        selection = switch (selected) {
            case "all" -> Selection.ALL;
            case "oneIndustry" -> Selection.ALL.with(0, first);
            case "oneMonth" -> Selection.ALL.created(JUNE, JULY);
            default -> throw new IllegalArgumentException(selected);
        };
    }

    @Benchmark
    public Totals panelsWithoutPercentiles() {
        var questions = new Questions();
        Totals totals = panels(questions);
        questions.answer(facts, selection);
        return totals;
    }

    @Benchmark
    public double panelsWithPercentiles() {
        var questions = new Questions();
        panels(questions);
        DurationDistribution reply = questions.ask(new DurationDistribution(TicketDuration.FIRST_REPLY));
        DurationDistribution resolution = questions.ask(new DurationDistribution(TicketDuration.FULL_RESOLUTION));
        questions.answer(facts, selection);
        return reply.percentile(0.5) + reply.percentile(0.9) + resolution.percentile(0.5) + resolution.percentile(0.9);
    }

    private static Totals panels(Questions questions) {
        Totals totals = questions.ask(Totals.KEY, Totals::new);
        questions.ask(HourOfWeekGrid.KEY, HourOfWeekGrid::new);
        for (int dimension = 0; dimension < 2; dimension++) {
            int index = dimension;
            questions.ask(CategoryCounts.key(index), () -> new CategoryCounts(index));
        }
        for (MeasurePair pair : MeasurePair.values()) {
            questions.ask(LineFit.key(pair), () -> new LineFit(pair, SyntheticTickets.ZONE));
            questions.ask(PairSample.key(pair, SAMPLE), () -> new PairSample(pair, SyntheticTickets.ZONE, SAMPLE));
        }
        return totals;
    }
}
