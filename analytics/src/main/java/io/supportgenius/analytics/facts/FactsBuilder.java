package io.supportgenius.analytics.facts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes new facts from known ones and changed rows. Only blocks that a change falls into are built anew, by all processors; all others are shared
 * with the known facts. Used by one thread.
 */
public final class FactsBuilder {

    /** Blocks aim at this many rows: small enough to rebuild in a few milliseconds, large enough to scan at full speed. */
    private static final int BLOCK_ROWS = 1 << 16;

    private final TicketFacts known;
    private final int blockRows;
    private final int dimensions;
    private final RowColumns changed;

    public FactsBuilder(TicketFacts known) {
        this(known, BLOCK_ROWS);
    }

    FactsBuilder(TicketFacts known, int blockRows) {
        this.known = known;
        this.blockRows = blockRows;
        this.dimensions = known.dimensions().size();
        this.changed = new RowColumns(dimensions, 16);
    }

    /** Puts a ticket, in place of an earlier version of it. */
    public FactsBuilder put(FactsRow row) {
        if (row.dimensions() != dimensions) {
            throw new IllegalArgumentException("Expected " + dimensions + " codes but got " + row.dimensions());
        }
        changed.add(row);
        return this;
    }

    /** Rows put so far. */
    public int size() {
        return changed.size();
    }

    /** @param dictionaries for the dimensions of the known facts, in their order; codes in use keep their meaning */
    public TicketFacts build(List<Dictionary> dictionaries) {
        int[] byTicket = lastVersions(RowOrder.by(changed.tickets, RowOrder.natural(changed.size())));
        var tickets = new ChangedTickets(
                Arrays.stream(byTicket).mapToLong(row -> changed.tickets[row]).toArray());
        int[] dated = RowOrder.by(
                changed.created,
                Arrays.stream(byTicket)
                        .filter(row -> changed.created[row] != FactsBlock.NO_TIME)
                        .toArray());
        int[] undated = Arrays.stream(byTicket)
                .filter(row -> changed.created[row] == FactsBlock.NO_TIME)
                .toArray();
        List<FactsBlock> blocks = Stream.concat(
                        merged(
                                known.blocks().stream()
                                        .filter(FactsBlock::isDated)
                                        .toList(),
                                dated,
                                tickets),
                        merged(
                                known.blocks().stream()
                                        .filter(block -> !block.isDated())
                                        .toList(),
                                undated,
                                tickets))
                .toList();
        return new TicketFacts(known.zone(), known.dimensions(), dictionaries, blocks);
    }

    /** Leaves the row that was put last where a ticket was put several times. */
    private int[] lastVersions(int[] byTicket) {
        int kept = 0;
        for (int i = 0; i < byTicket.length; i++) {
            boolean again = i + 1 < byTicket.length && changed.tickets[byTicket[i]] == changed.tickets[byTicket[i + 1]];
            if (!again) {
                byTicket[kept++] = byTicket[i];
            }
        }
        return Arrays.copyOf(byTicket, kept);
    }

    /** The added rows of a block are those before the first row of the next block. */
    private Stream<FactsBlock> merged(List<FactsBlock> old, int[] added, ChangedTickets tickets) {
        if (old.isEmpty()) {
            var nothing = new RowColumns(dimensions, 0);
            return cut(nothing, Arrays.stream(added).map(row -> ~row).toArray());
        }
        var ends = new int[old.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i + 1 < ends.length ? firstNotBefore(added, old.get(i + 1)) : added.length;
        }
        return IntStream.range(0, old.size()).parallel().boxed().flatMap(i -> {
            FactsBlock block = old.get(i);
            int[] here = Arrays.copyOfRange(added, i == 0 ? 0 : ends[i - 1], ends[i]);
            if (here.length == 0 && !tickets.isAnyIn(block)) {
                return Stream.of(block);
            }
            RowColumns rows = RowColumns.of(block, dimensions);
            return cut(rows, order(rows, here, tickets));
        });
    }

    private int firstNotBefore(int[] added, FactsBlock bound) {
        RowColumns first = RowColumns.firstOf(bound, dimensions);
        int low = 0;
        int high = added.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changed.isBefore(added[middle], first, 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows that stay and the added ones, these as {@code ~row}. */
    private int[] order(RowColumns rows, int[] added, ChangedTickets tickets) {
        var order = new int[rows.size() + added.length];
        int size = 0;
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (tickets.contains(rows.tickets[row])) {
                continue;
            }
            while (next < added.length && changed.isBefore(added[next], rows, row)) {
                order[size++] = ~added[next++];
            }
            order[size++] = row;
        }
        while (next < added.length) {
            order[size++] = ~added[next++];
        }
        return Arrays.copyOf(order, size);
    }

    private Stream<FactsBlock> cut(RowColumns rows, int[] order) {
        int parts = (order.length + blockRows - 1) / blockRows;
        return IntStream.range(0, parts).parallel().mapToObj(part -> {
            int from = (int) ((long) order.length * part / parts);
            int to = (int) ((long) order.length * (part + 1) / parts);
            return new FactsBlock(rows.picked(order, from, to, changed), known.zone());
        });
    }
}
