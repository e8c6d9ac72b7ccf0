package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.facts.TicketRanking;
import io.supportgenius.analytics.facts.TicketRanking.Key;
import io.supportgenius.analytics.facts.TicketRanking.Page;
import io.supportgenius.analytics.facts.TicketRanking.Place;
import java.util.BitSet;
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

/** A page of the ticket list with its exact count: newest first and longest first, the first page and one in the middle, all tickets and one industry. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ListBenchmark {

    private static final int LIMIT = 50;

    /** One year after the first ticket of {@link SyntheticTickets}. */
    private static final long MIDDLE = 1_735_621_200L;

    private static final int FOUR_HOURS = 14_400;

    @Param({"1000000", "10000000"})
    int tickets;

    @Param({"all", "oneIndustry"})
    String selected = "all";

    @Param({"first", "middle"})
    String page = "first";

    private TicketFacts facts = TicketFacts.empty(SyntheticTickets.ZONE, SyntheticTickets.DIMENSIONS);
    private Selection selection = Selection.ALL;

    @Setup(Level.Trial)
    public void makeTickets() {
        facts = SyntheticTickets.facts(tickets, 7);
        if (selected.equals("oneIndustry")) {
            var first = new BitSet();
            first.set(1);
            selection = Selection.ALL.with(SyntheticTickets.INDUSTRY, first);
        }
    }

    @Benchmark
    public Page newestFirst() {
        return new TicketRanking(Key.created(), true).page(facts, selection, LIMIT, after(MIDDLE));
    }

    @Benchmark
    public Page longestFirst() {
        return new TicketRanking(Key.resolution(), true).page(facts, selection, LIMIT, after(FOUR_HOURS));
    }

    private @Nullable Place after(long value) {
        return page.equals("first") ? null : new Place(false, value, Long.MAX_VALUE);
    }
}
