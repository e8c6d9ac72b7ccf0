package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.facts.TicketRanking;
import io.supportgenius.analytics.facts.TicketRanking.Found;
import io.supportgenius.analytics.facts.TicketRanking.Key;
import io.supportgenius.analytics.facts.TicketRanking.Place;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.store.Corrections;
import io.supportgenius.server.store.Tickets;
import io.supportgenius.server.store.Tickets.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers lists of tickets: the facts find and order the rows, the store gives their texts. */
@Service
public class TicketLists {

    /** Names that {@code sort} takes; with a leading minus the order is descending. */
    public static final List<String> SORTS = List.of(
            "created",
            "firstReplyHours",
            "fullResolutionHours",
            "touches",
            "status",
            "priority",
            "requester",
            "company",
            "agent",
            "sentiment");

    private static final double SECONDS_IN_HOUR = 3600;

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Tickets tickets;

    TicketLists(LiveFacts facts, SelectionResolver resolver, Tickets tickets) {
        this.facts = facts;
        this.resolver = resolver;
        this.tickets = tickets;
    }

    /**
     * @param sort one of {@link #SORTS}, descending with a leading minus; tickets without the value come last
     * @param limit rows on a page, 1 to 1,000
     * @param after cursor of an earlier answer with the same selection and sort; null for the first page
     * @throws InvalidSelectionException if selection, sort, limit or cursor cannot be understood
     */
    public TicketPage page(TicketSelection selection, String sort, int limit, @Nullable String after) {
        Snapshot snapshot = facts.current();
        ListOrder order = ListOrder.of(sort, limit, SORTS);
        var ranking = new TicketRanking(key(order.name(), snapshot.facts()), order.descending());
        TicketFacts columns = snapshot.facts();
        TicketRanking.Page page =
                ranking.page(columns, resolver.resolve(selection, columns), limit, place(after, sort, order, columns));
        String next = null;
        if (page.more()) {
            next = cursor(page.tickets().get(page.tickets().size() - 1), sort, order, columns)
                    .text();
        }
        return new TicketPage(page.total(), rows(page.tickets(), snapshot), next);
    }

    private static @Nullable Place place(@Nullable String after, String sort, ListOrder order, TicketFacts columns) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        Cursor cursor = Cursor.of(after, sort);
        String value = cursor.value();
        if (value == null) {
            return new Place(true, 0, cursor.id());
        }
        int dimension = alphabetical(order, columns);
        long rank = dimension < 0
                ? (long) cursor.number()
                : columns.dictionary(dimension).rank(value);
        return new Place(false, rank, cursor.id());
    }

    private static Cursor cursor(Found last, String sort, ListOrder order, TicketFacts columns) {
        Place place = last.place();
        if (place.missing()) {
            return new Cursor(sort, null, place.ticket());
        }
        int dimension = alphabetical(order, columns);
        String value = dimension < 0
                ? Long.toString(place.value())
                : columns.dictionary(dimension).value(last.block().code(dimension, last.row()));
        return new Cursor(sort, value, place.ticket());
    }

    /** The dimension whose values are sorted by their names; -1 where numbers are sorted by. */
    private static int alphabetical(ListOrder order, TicketFacts columns) {
        var dimension = new Dimension(order.name());
        return dimension.equals(Dimension.SENTIMENT) ? -1 : columns.index(dimension);
    }

    static Key key(String name, TicketFacts facts) {
        return switch (name) {
            case "created" -> Key.created();
            case "firstReplyHours" -> Key.firstReply();
            case "fullResolutionHours" -> Key.resolution();
            case "touches" -> Key.touches();
            case "sentiment" -> Key.sentiment(facts.index(Dimension.SENTIMENT));
            default -> Key.alphabetical(facts, facts.index(new Dimension(name)));
        };
    }

    /** A ticket that was taken away since the snapshot is left out. */
    private List<TicketRow> rows(List<Found> found, Snapshot snapshot) {
        List<Long> ids = found.stream().map(one -> one.place().ticket()).toList();
        Map<Long, Subject> subjects =
                tickets.subjects(ids).stream().collect(Collectors.toMap(Subject::id, Function.identity()));
        var rows = new ArrayList<TicketRow>();
        for (Found one : found) {
            Subject subject = subjects.get(one.place().ticket());
            if (subject != null) {
                rows.add(row(one, subject, snapshot));
            }
        }
        return rows;
    }

    static TicketRow row(Found found, Subject subject, Snapshot snapshot) {
        FactsBlock block = found.block();
        int row = found.row();
        var values = new Values(snapshot, block, row);
        String pilot = values.label(Dimension.PILOT);
        int touches = block.touches(row);
        return new TicketRow(
                subject.id(),
                subject.source(),
                subject.externalId(),
                block.isDated() ? Instant.ofEpochSecond(block.created(row)) : null,
                subject.subject(),
                values.label(Dimension.STATUS),
                values.label(Dimension.PRIORITY),
                values.label(Dimension.TYPE),
                values.label(Dimension.CHANNEL),
                values.label(Dimension.REQUESTER),
                values.id(Dimension.REQUESTER),
                values.label(Dimension.COMPANY),
                values.id(Dimension.COMPANY),
                values.label(Dimension.AGENT),
                values.id(Dimension.AGENT),
                values.label(Dimension.INDUSTRY),
                values.label(Dimension.SUPPORT_TIER),
                values.label(Dimension.LOCATION),
                pilot == null ? null : Boolean.valueOf(pilot),
                hours(block.firstReply(row)),
                hours(block.resolution(row)),
                touches == FactsBlock.MISSING ? null : touches,
                values.label(Dimension.SENTIMENT),
                certainty(block.certainty(row)),
                certainty(block.certainty(row)) == null ? null : judge(subject.sentimentModel()));
    }

    /** Models are named by kind and version; programs ask for the kind. */
    private static @Nullable String judge(@Nullable String model) {
        return model == null || model.equals(Corrections.PERSON)
                ? model
                : model.startsWith("accurate") ? "accurate" : "fast";
    }

    private static @Nullable Double certainty(int tenThousandths) {
        return tenThousandths == FactsBlock.MISSING ? null : tenThousandths / 10_000.0;
    }

    private static @Nullable Double hours(int seconds) {
        return FactsBlock.isMeasured(seconds) ? seconds / SECONDS_IN_HOUR : null;
    }

    /** The values of one row. */
    private record Values(Snapshot snapshot, FactsBlock block, int row) {

        private int code(Dimension dimension) {
            return block.code(snapshot.facts().index(dimension), row);
        }

        @Nullable
        String label(Dimension dimension) {
            int index = snapshot.facts().index(dimension);
            return snapshot.facts().dictionary(index).value(code(dimension));
        }

        @Nullable
        Long id(Dimension dimension) {
            int code = code(dimension);
            return code == 0 ? null : snapshot.names(dimension).id(code);
        }
    }
}
