package io.supportgenius.analytics.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes new facts from known ones and changed rows. Only blocks that a change falls into are built anew; all others are shared
 * with the known facts. Used by one thread.
 */
public final class FactsBuilder {

    /** Blocks aim at this many rows: small enough to rebuild in a millisecond or two, large enough to scan at full speed. */
    private static final int BLOCK_ROWS = 1 << 16;

    private static final Comparator<FactsRow> BY_TIME =
            Comparator.comparingLong(FactsRow::created).thenComparingLong(FactsRow::ticket);
    private static final Comparator<FactsRow> BY_TICKET = Comparator.comparingLong(FactsRow::ticket);

    private final TicketFacts known;
    private final int blockRows;
    private final Map<Long, FactsRow> changed = new HashMap<>();

    public FactsBuilder(TicketFacts known) {
        this(known, BLOCK_ROWS);
    }

    FactsBuilder(TicketFacts known, int blockRows) {
        this.known = known;
        this.blockRows = blockRows;
    }

    /** Puts a ticket, in place of an earlier version of it. */
    public FactsBuilder put(FactsRow row) {
        if (row.dimensions() != known.dimensions().size()) {
            throw new IllegalArgumentException(
                    "Expected " + known.dimensions().size() + " codes but got " + row.dimensions());
        }
        changed.put(row.ticket(), row);
        return this;
    }

    /** Rows put so far. */
    public int size() {
        return changed.size();
    }

    /** @param dictionaries for the dimensions of the known facts, in their order; codes in use keep their meaning */
    public TicketFacts build(List<Dictionary> dictionaries) {
        var dated = new ArrayList<FactsRow>();
        var undated = new ArrayList<FactsRow>();
        changed.values().forEach(row -> (row.isDated() ? dated : undated).add(row));
        dated.sort(BY_TIME);
        undated.sort(BY_TICKET);
        var blocks = new ArrayList<FactsBlock>();
        merge(known.blocks().stream().filter(FactsBlock::isDated).toList(), dated, BY_TIME, blocks);
        merge(known.blocks().stream().filter(block -> !block.isDated()).toList(), undated, BY_TICKET, blocks);
        return new TicketFacts(known.zone(), known.dimensions(), dictionaries, blocks);
    }

    /** Walks along the known blocks; the added rows of a block are those before the first row of the next block. */
    private void merge(
            List<FactsBlock> old, List<FactsRow> added, Comparator<FactsRow> order, List<FactsBlock> blocks) {
        if (old.isEmpty()) {
            cut(added, blocks);
            return;
        }
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            FactsBlock block = old.get(i);
            int end = i + 1 < old.size() ? firstNotBefore(added, old.get(i + 1).row(0), order) : added.size();
            List<FactsRow> here = added.subList(next, Math.max(next, end));
            next = Math.max(next, end);
            if (here.isEmpty() && !holdsChanged(block)) {
                blocks.add(block);
            } else {
                cut(merged(block, here, order), blocks);
            }
        }
    }

    private static int firstNotBefore(List<FactsRow> rows, FactsRow bound, Comparator<FactsRow> order) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(rows.get(middle), bound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean holdsChanged(FactsBlock block) {
        for (int row = 0; row < block.size(); row++) {
            if (changed.containsKey(block.ticket(row))) {
                return true;
            }
        }
        return false;
    }

    private List<FactsRow> merged(FactsBlock block, List<FactsRow> added, Comparator<FactsRow> order) {
        var rows = new ArrayList<FactsRow>(block.size() + added.size());
        for (int row = 0; row < block.size(); row++) {
            if (!changed.containsKey(block.ticket(row))) {
                rows.add(block.row(row));
            }
        }
        rows.addAll(added);
        rows.sort(order);
        return rows;
    }

    private void cut(List<FactsRow> rows, List<FactsBlock> blocks) {
        int parts = (rows.size() + blockRows - 1) / blockRows;
        ZoneId zone = known.zone();
        int start = 0;
        for (int part = 1; part <= parts; part++) {
            int end = (int) ((long) rows.size() * part / parts);
            while (start < end) {
                int stop = endOfSpan(rows, start, end);
                blocks.add(new FactsBlock(
                        rows.subList(start, stop), known.dimensions().size(), zone));
                start = stop;
            }
        }
    }

    /** A block holds creation times as int offsets in seconds, so it must not span more than 68 years. */
    private static int endOfSpan(List<FactsRow> rows, int start, int end) {
        FactsRow first = rows.get(start);
        if (!first.isDated() || rows.get(end - 1).created() - first.created() <= Integer.MAX_VALUE) {
            return end;
        }
        int stop = start + 1;
        while (rows.get(stop).created() - first.created() <= Integer.MAX_VALUE) {
            stop++;
        }
        return stop;
    }
}
