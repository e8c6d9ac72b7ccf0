package io.supportgenius.analytics.facts;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a question is about: a span of creation times and wanted codes of dimensions. Several conditions hold together;
 * several codes of one dimension are alternatives. Immutable.
 */
public final class Selection {

    /** Every ticket, also those without a creation time. */
    public static final Selection ALL = new Selection(Long.MIN_VALUE, Long.MAX_VALUE, Map.of(), null, null, Set.of());

    private final long from;
    private final long to;
    private final Map<Integer, BitSet> codes;
    private final @Nullable BitSet hoursOfWeek;
    private final @Nullable TicketIds tickets;
    private final Set<RowCondition> conditions;

    private Selection(
            long from,
            long to,
            Map<Integer, BitSet> codes,
            @Nullable BitSet hoursOfWeek,
            @Nullable TicketIds tickets,
            Set<RowCondition> conditions) {
        this.from = from;
        this.to = to;
        this.codes = codes;
        this.hoursOfWeek = hoursOfWeek;
        this.tickets = tickets;
        this.conditions = conditions;
    }

    /**
     * Only tickets created in a span, together with a span given earlier; tickets without a creation time are in none.
     *
     * @param from seconds since 1970-01-01 UTC, inclusive; {@link Long#MIN_VALUE} for no limit
     * @param to seconds since 1970-01-01 UTC, exclusive; {@link Long#MAX_VALUE} for no limit
     */
    public Selection created(long from, long to) {
        return new Selection(Math.max(this.from, from), Math.min(this.to, to), codes, hoursOfWeek, tickets, conditions);
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
        return new Selection(from, to, more, hoursOfWeek, tickets, conditions);
    }

    /** Only tickets created in one of the given local hours of the week, together with hours given earlier. */
    public Selection hoursOfWeek(BitSet wanted) {
        var hours = (BitSet) wanted.clone();
        if (hoursOfWeek != null) {
            hours.and(hoursOfWeek);
        }
        return new Selection(from, to, codes, hours, tickets, conditions);
    }

    /** Only tickets of a set, together with a set given earlier. */
    public Selection tickets(TicketIds wanted) {
        return new Selection(from, to, codes, hoursOfWeek, tickets == null ? wanted : tickets.and(wanted), conditions);
    }

    /** Only tickets for which a condition holds, together with conditions given earlier. */
    public Selection with(RowCondition condition) {
        var more = new LinkedHashSet<>(conditions);
        more.add(condition);
        return new Selection(from, to, codes, hoursOfWeek, tickets, more);
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
        if (codes.isEmpty() && hoursOfWeek == null && tickets == null && conditions.isEmpty()) {
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
            size = keep(rows, size, row -> wanted.get(block.code(dimension, row)));
        }
        BitSet hours = hoursOfWeek;
        if (hours != null) {
            size = keep(rows, size, row -> hours.get(block.hourOfWeek(row)));
        }
        TicketIds ids = tickets;
        if (ids != null) {
            size = keep(rows, size, row -> ids.contains(block.ticket(row)));
        }
        for (RowCondition condition : conditions) {
            size = keep(rows, size, row -> condition.holds(block, row));
        }
        return Chunk.rows(block, rows, size);
    }

    /** Moves the rows that pass to the front, and says how many do. */
    private static int keep(int[] rows, int size, IntPredicate test) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += test.test(row) ? 1 : 0;
        }
        return kept;
    }
}
