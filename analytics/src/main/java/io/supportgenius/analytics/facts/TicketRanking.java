package io.supportgenius.analytics.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Orders the tickets of a selection and gives them page by page. Tickets without the value that is ordered by come last, in either
 * direction; equal tickets are ordered by id, in the same direction. Immutable.
 */
public final class TicketRanking {

    private final Key key;
    private final boolean descending;
    private final Comparator<Place> order;

    public TicketRanking(Key key, boolean descending) {
        this.key = key;
        this.descending = descending;
        Comparator<Place> byValue = Comparator.comparingLong(Place::value).thenComparingLong(Place::ticket);
        this.order = Comparator.comparing(Place::missing).thenComparing(descending ? byValue.reversed() : byValue);
    }

    /**
     * One page.
     *
     * @param limit most tickets on it
     * @param after the last place of the page before; null for the first page
     */
    public Page page(TicketFacts facts, Selection selection, int limit, @Nullable Place after) {
        Comparator<Found> byPlace = Comparator.comparing(Found::place, order);
        List<Best> parts = facts.runs(selection).parallelStream()
                .map(run -> best(run, limit, after, byPlace))
                .toList();
        var found = new ArrayList<Found>();
        parts.forEach(part -> found.addAll(part.queue));
        found.sort(byPlace);
        boolean more = found.size() > limit;
        long total = parts.stream().mapToLong(part -> part.total).sum();
        return new Page(total, List.copyOf(more ? found.subList(0, limit) : found), more);
    }

    /** Begins where the first rows are when the order is that of the blocks, so that nearly all others are left behind at once. */
    private Best best(TicketFacts.Run run, int limit, @Nullable Place after, Comparator<Found> byPlace) {
        var best = new Best(byPlace);
        run.scan(descending, chunk -> {
            best.total += chunk.size();
            if (canReach(chunk.block(), limit, after, best.queue)) {
                collect(chunk, limit, after, best.queue);
            }
        });
        return best;
    }

    /** In the order of creation the ends of a block tell whether any of its rows can be on the page. */
    private boolean canReach(FactsBlock block, int limit, @Nullable Place after, PriorityQueue<Found> best) {
        if (key != Key.CREATED || !block.isDated()) {
            return true;
        }
        long earliest = block.created(0);
        long latest = block.created(block.size() - 1);
        boolean beforeThePage =
                after != null && !after.missing() && (descending ? earliest > after.value() : latest < after.value());
        boolean behindThePage = best.size() > limit
                && isBehind(descending ? latest : earliest, best.element().place());
        return !beforeThePage && !behindThePage;
    }

    private void collect(Chunk chunk, int limit, @Nullable Place after, PriorityQueue<Found> best) {
        FactsBlock block = chunk.block();
        for (int i = 0; i < chunk.size(); i++) {
            int row = chunk.row(descending ? chunk.size() - 1 - i : i);
            long value = key.value(block, row);
            Place worst = best.size() > limit ? best.element().place() : null;
            if (worst != null && isBehind(value, worst)) {
                continue;
            }
            Place place = new Place(value == Key.MISSING, value == Key.MISSING ? 0 : value, block.ticket(row));
            if (after == null || order.compare(place, after) > 0) {
                best.add(new Found(place, block, row));
                if (best.size() > limit + 1) {
                    best.remove();
                }
            }
        }
    }

    /** Saves making a place for rows that cannot be on the page: nearly all of them. */
    private boolean isBehind(long value, Place worst) {
        if (worst.missing()) {
            return false;
        }
        return value == Key.MISSING || (descending ? value < worst.value() : value > worst.value());
    }

    /** The first tickets of some blocks, and how many there are in all. */
    private static final class Best {

        private final PriorityQueue<Found> queue;
        private long total;

        Best(Comparator<Found> byPlace) {
            queue = new PriorityQueue<>(byPlace.reversed());
        }
    }

    /** What is ordered by. */
    @FunctionalInterface
    public interface Key {

        /** No value. */
        long MISSING = Long.MIN_VALUE;

        long value(FactsBlock block, int row);

        /** Creation time. */
        Key CREATED = (block, row) -> block.isDated() ? block.created(row) : MISSING;

        /** Creation time. */
        static Key created() {
            return CREATED;
        }

        /** First reply time. */
        static Key firstReply() {
            return (block, row) -> known(block.firstReply(row));
        }

        /** Full resolution time. */
        static Key resolution() {
            return (block, row) -> known(block.resolution(row));
        }

        /** Agent replies. */
        static Key touches() {
            return (block, row) -> known(block.touches(row));
        }

        /**
         * From the most certainly negative ticket over the neutral ones to the most certainly positive one.
         *
         * @param dimension index of the sentiment dimension
         */
        static Key sentiment(int dimension) {
            return (block, row) -> {
                int code = block.code(dimension, row);
                if (code == Dictionary.MISSING) {
                    return MISSING;
                }
                int certainty = block.certainty(row);
                return switch (code) {
                    case 1 -> -certainty;
                    case 2 -> 0;
                    default -> certainty;
                };
            };
        }

        /** Alphabetical order of a dimension's values. */
        static Key alphabetical(TicketFacts facts, int dimension) {
            int[] ranks = facts.dictionary(dimension).ranks();
            return (block, row) -> {
                int code = block.code(dimension, row);
                return code == Dictionary.MISSING ? MISSING : ranks[code];
            };
        }

        private static long known(int value) {
            return FactsBlock.isMeasured(value) ? value : MISSING;
        }
    }

    /**
     * Where a ticket stands in the order.
     *
     * @param missing whether it has no value
     * @param value 0 when missing
     */
    public record Place(boolean missing, long value, long ticket) {}

    /**
     * A page.
     *
     * @param total tickets of the whole selection
     * @param more whether a further page follows
     */
    public record Page(long total, List<Found> tickets, boolean more) {}

    /**
     * A ticket with its facts.
     *
     * @param row in the block
     */
    public record Found(Place place, FactsBlock block, int row) {}
}
