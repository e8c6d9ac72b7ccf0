package io.supportgenius.analytics.facts;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a question is about: a span of creation times and wanted codes of dimensions. Several conditions hold together;
 * several codes of one dimension are alternatives. Immutable.
 */
public final class Selection {

    /** Every ticket, also those without a creation time. */
    public static final Selection ALL =
            new Selection(Long.MIN_VALUE, Long.MAX_VALUE, new LinkedHashMap<>(), null, null);

    private final long from;
    private final long to;
    private final Map<Integer, BitSet> codes;
    private final @Nullable BitSet hoursOfWeek;
    private final @Nullable TicketIds tickets;

    private Selection(
            long from, long to, Map<Integer, BitSet> codes, @Nullable BitSet hoursOfWeek, @Nullable TicketIds tickets) {
        this.from = from;
        this.to = to;
        this.codes = codes;
        this.hoursOfWeek = hoursOfWeek;
        this.tickets = tickets;
    }

    /**
     * Only tickets created in a span; tickets without a creation time are in none.
     *
     * @param from seconds since 1970-01-01 UTC, inclusive; {@link Long#MIN_VALUE} for no limit
     * @param to seconds since 1970-01-01 UTC, exclusive; {@link Long#MAX_VALUE} for no limit
     */
    public Selection created(long from, long to) {
        return new Selection(from, to, codes, hoursOfWeek, tickets);
    }

    /**
     * Only tickets with one of the given codes in a dimension.
     *
     * @param dimension index in {@link TicketFacts#dimensions()}
     */
    public Selection with(int dimension, BitSet wanted) {
        var more = new LinkedHashMap<>(codes);
        more.merge(dimension, (BitSet) wanted.clone(), (known, added) -> {
            var both = (BitSet) known.clone();
            both.and(added);
            return both;
        });
        return new Selection(from, to, more, hoursOfWeek, tickets);
    }

    /** Only tickets created in one of the given local hours of the week. */
    public Selection hoursOfWeek(BitSet wanted) {
        return new Selection(from, to, codes, (BitSet) wanted.clone(), tickets);
    }

    /** Only tickets of a set, together with a set given earlier. */
    public Selection tickets(TicketIds wanted) {
        return new Selection(from, to, codes, hoursOfWeek, tickets == null ? wanted : tickets.and(wanted));
    }

    boolean isRanged() {
        return from != Long.MIN_VALUE || to != Long.MAX_VALUE;
    }

    /** The selected rows of a block. */
    Chunk rows(FactsBlock block) {
        int first = 0;
        int last = block.size();
        if (isRanged()) {
            if (!block.isDated()) {
                return Chunk.range(block, 0, 0);
            }
            first = from == Long.MIN_VALUE ? 0 : block.firstRowFrom(from);
            last = to == Long.MAX_VALUE ? block.size() : Math.max(first, block.firstRowFrom(to));
        }
        if (codes.isEmpty() && hoursOfWeek == null && tickets == null) {
            return Chunk.range(block, first, last);
        }
        return filtered(block, first, last);
    }

    private Chunk filtered(FactsBlock block, int first, int last) {
        var rows = new int[last - first];
        int size = 0;
        for (int row = first; row < last; row++) {
            rows[size++] = row;
        }
        for (Map.Entry<Integer, BitSet> condition : codes.entrySet()) {
            int dimension = condition.getKey();
            BitSet wanted = condition.getValue();
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += wanted.get(block.code(dimension, row)) ? 1 : 0;
            }
            size = kept;
        }
        if (hoursOfWeek != null) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += hoursOfWeek.get(block.hourOfWeek(row)) ? 1 : 0;
            }
            size = kept;
        }
        if (tickets != null) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += tickets.contains(block.ticket(row)) ? 1 : 0;
            }
            size = kept;
        }
        return Chunk.rows(block, rows, size);
    }
}
