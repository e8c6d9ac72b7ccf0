package io.supportgenius.benchmarks;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.similarity.ComparedBy;
import io.supportgenius.analytics.similarity.CustomerGroups;
import io.supportgenius.analytics.similarity.CustomerSpace;
import io.supportgenius.analytics.similarity.CustomerTickets;
import io.supportgenius.analytics.similarity.Neighbour;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

/** How long it takes to compare customers: once for each selection, then for each customer that is looked at, and for the groups. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx1500m")
public class SimilarityBenchmark {

    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.INDUSTRY,
            Dimension.SUPPORT_TIER,
            Dimension.LOCATION,
            Dimension.PILOT,
            Dimension.REQUESTER,
            Dimension.CHANNEL,
            Dimension.TYPE,
            Dimension.PRIORITY,
            Dimension.SENTIMENT);

    private static final int REQUESTER = 4;
    private static final int[] VALUES = {6, 3, 21, 2, 0, 4, 5, 4, 3};
    private static final int ROWS_PER_BUILD = 1 << 18;

    /** Tickets and requesters. */
    @Param({"20000/1000", "1000000/50000"})
    String size = "20000/1000";

    private TicketFacts facts = TicketFacts.empty(ZoneOffset.UTC, DIMENSIONS);
    private ComparedBy by = ComparedBy.of(facts, REQUESTER, 8, List.of(), List.of(), 0);
    private CustomerSpace space = CustomerSpace.of(new CustomerTickets(by), List.of());
    private int next;

    @Setup(Level.Trial)
    public void makeTickets() {
        String[] numbers = size.split("/");
        int requesters = Integer.parseInt(numbers[1]);
        int tickets = Integer.parseInt(numbers[0]);
        var random = new SplittableRandom(7);
        List<Dictionary> dictionaries = dictionaries(requesters);
        var builder = new FactsBuilder(facts);
        for (int ticket = 1; ticket <= tickets; ticket++) {
            builder.put(row(ticket, requesters, random));
            if (builder.size() == ROWS_PER_BUILD || ticket == tickets) {
                facts = builder.build(dictionaries);
                builder = new FactsBuilder(facts);
            }
        }
        by = ComparedBy.of(facts, REQUESTER, 8, List.of(0, 1, 2, 3), List.of(5, 6, 7), 1_720_000_000L);
        space = compare();
    }

    /** The requester decides the profile, and shifts hours, times and moods. */
    private static FactsRow row(int ticket, int requesters, SplittableRandom random) {
        int requester = 1 + random.nextInt(requesters);
        long created = 1_704_067_200L + ticket * 31L + 3600L * ((requester % 7 + random.nextInt(10)) % 24);
        int reply = (int) (3600 * (1 + requester % 5) * -Math.log(1 - random.nextDouble()));
        int resolution = reply + (int) (36_000 * (1 + requester % 3) * -Math.log(1 - random.nextDouble()));
        return new FactsRow(
                ticket,
                created,
                created + resolution,
                reply,
                resolution,
                1 + random.nextInt(2 + requester % 6),
                FactsBlock.MISSING,
                1 + requester % VALUES[0],
                1 + requester / 7 % VALUES[1],
                1 + requester / 11 % VALUES[2],
                1 + requester / 13 % VALUES[3],
                requester,
                1 + random.nextInt(VALUES[5]),
                1 + random.nextInt(VALUES[6]),
                1 + random.nextInt(VALUES[7]),
                1 + random.nextInt(10) * 3 / (10 + requester % 4));
    }

    private static List<Dictionary> dictionaries(int requesters) {
        var dictionaries = new ArrayList<Dictionary>();
        for (int d = 0; d < VALUES.length; d++) {
            var builder = new Dictionary.Builder();
            for (int value = 1; value <= (d == REQUESTER ? requesters : VALUES[d]); value++) {
                builder.code(d + " " + value);
            }
            dictionaries.add(builder.build());
        }
        return dictionaries;
    }

    /** One pass over the tickets, and all that is known of customers. */
    @Benchmark
    public CustomerSpace compare() {
        var tickets = new CustomerTickets(by);
        facts.scan(Selection.ALL, tickets::accept);
        return CustomerSpace.of(tickets, tickets.codes().stream().boxed().toList());
    }

    /** For one customer, with the deals that say what chance would bring. */
    @Benchmark
    public List<Neighbour> nearest() {
        next = next % space.size() + 1;
        return space.nearest(next, 5);
    }

    @Benchmark
    public CustomerGroups groups() {
        return CustomerGroups.of(space, CancelWatch.NEVER);
    }
}
