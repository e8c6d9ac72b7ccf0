package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
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

/**
 * All panels of the ticket dashboard, with and without the exact percentiles, for all tickets, a range with edges, a filter and one month;
 * beside them the same figures by loops written for them alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class DashboardBenchmark {

    /** 15 January 2024, 1 June, 1 July and 21 December 2025 in New York. */
    private static final long JANUARY = 1_705_294_800L;

    private static final long JUNE = 1_748_750_400L;
    private static final long JULY = 1_751_342_400L;
    private static final long DECEMBER = 1_766_293_200L;

    @Param({"1000000", "10000000"})
    int tickets;

    @Param({"all", "range", "oneIndustry", "oneMonth"})
    String selected = "all";

    private TicketFacts facts = TicketFacts.empty(SyntheticTickets.ZONE, SyntheticTickets.DIMENSIONS);
    private HandWrittenScans scans = new HandWrittenScans(facts);
    private Selection selection = Selection.ALL;
    private long from = Long.MIN_VALUE / 2;
    private long to = Long.MAX_VALUE / 2;
    private int industry;

    @Setup(Level.Trial)
    public void makeTickets() {
        facts = SyntheticTickets.facts(tickets, 7);
        scans = new HandWrittenScans(facts);
        switch (selected) {
            case "all" -> {}
            case "range" -> created(JANUARY, DECEMBER);
            case "oneIndustry" -> {
                industry = 1;
                var first = new BitSet();
                first.set(industry);
                selection = Selection.ALL.with(SyntheticTickets.INDUSTRY, first);
            }
            case "oneMonth" -> created(JUNE, JULY);
            default -> throw new IllegalArgumentException(selected);
        }
        System.out.printf("# %.1f bytes per ticket%n", (double) facts.bytes() / facts.size());
    }

    private void created(long begin, long end) {
        from = begin;
        to = end;
        selection = Selection.ALL.created(begin, end);
    }

    @Benchmark
    public DashboardPanels panels() {
        return DashboardPanels.of(facts, selection, false);
    }

    @Benchmark
    public double panelsWithPercentiles() {
        return DashboardPanels.of(facts, selection, true).percentiles()[0];
    }

    @Benchmark
    public HandWrittenScans.Figures handWritten() {
        return scans.panels(from, to, industry);
    }

    @Benchmark
    public double handWrittenWithPercentiles() {
        return scans.panels(from, to, industry).tickets() + scans.percentiles(from, to, industry)[0];
    }
}
