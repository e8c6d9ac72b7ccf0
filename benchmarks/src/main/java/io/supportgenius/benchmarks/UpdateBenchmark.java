package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.List;
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

/**
 * A batch of 10,000 changed tickets spread over two years, so that each block is built anew: until the new facts are there, and until all panels with
 * their percentiles have been answered from them, which no block remembers yet.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class UpdateBenchmark {

    private static final int CHANGED = 10_000;

    @Param({"1000000", "10000000"})
    int tickets;

    private TicketFacts facts = TicketFacts.empty(SyntheticTickets.ZONE, SyntheticTickets.DIMENSIONS);
    private List<FactsRow> changed = List.of();
    private List<Dictionary> dictionaries = List.of();

    @Setup(Level.Trial)
    public void makeTickets() {
        facts = SyntheticTickets.facts(tickets, 7);
        changed = SyntheticTickets.changed(tickets, CHANGED, 8);
        dictionaries = SyntheticTickets.dictionaries();
    }

    @Benchmark
    public TicketFacts newFacts() {
        var builder = new FactsBuilder(facts);
        changed.forEach(builder::put);
        return builder.build(dictionaries);
    }

    @Benchmark
    public double newFactsAndAllPanels() {
        return DashboardPanels.of(newFacts(), Selection.ALL, true).percentiles()[0];
    }
}
