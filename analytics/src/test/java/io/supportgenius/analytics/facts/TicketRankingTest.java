package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.facts.TicketRanking.Key;
import io.supportgenius.analytics.facts.TicketRanking.Place;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketRankingTest {

    private final List<FactsRow> rows = new RandomTickets(5).rows(300);
    private final TicketFacts facts = RandomTickets.facts(rows, ZoneId.of("UTC"), 32);

    @ParameterizedTest
    @CsvSource({"created,true", "created,false", "firstReply,true", "resolution,false", "touches,true", "touches,false"
    })
    void pagesGoThroughEveryTicketOnceInOrder(String name, boolean descending) {
        var ranking = new TicketRanking(key(name), descending);
        var found = new ArrayList<Long>();
        Place after = null;
        boolean more = true;
        while (more) {
            TicketRanking.Page page = ranking.page(facts, Selection.ALL, 7, after);
            assertThat(page.total()).isEqualTo(300);
            page.tickets().forEach(ticket -> found.add(ticket.place().ticket()));
            after = page.tickets().get(page.tickets().size() - 1).place();
            more = page.more();
        }

        assertThat(found).isEqualTo(naive(name, descending));
    }

    private static Key key(String name) {
        return switch (name) {
            case "created" -> Key.created();
            case "firstReply" -> Key.firstReply();
            case "resolution" -> Key.resolution();
            case "touches" -> Key.touches();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private List<Long> naive(String name, boolean descending) {
        ToLongFunction<FactsRow> value = switch (name) {
            case "created" -> row -> row.isDated() ? row.created() : Long.MIN_VALUE;
            case "firstReply" -> row -> known(row.firstReply());
            case "resolution" -> row -> known(row.resolution());
            case "touches" -> row -> known(row.touches());
            default -> throw new IllegalArgumentException(name);
        };
        Comparator<FactsRow> order = Comparator.comparingLong(value).thenComparingLong(FactsRow::ticket);
        Comparator<FactsRow> missingLast = Comparator.comparing(row -> value.applyAsLong(row) == Long.MIN_VALUE);
        return rows.stream()
                .sorted(missingLast.thenComparing(descending ? order.reversed() : order))
                .map(FactsRow::ticket)
                .toList();
    }

    private static long known(@Nullable Integer value) {
        return value == null || !FactsBlock.isMeasured(value) ? Long.MIN_VALUE : value;
    }
}
