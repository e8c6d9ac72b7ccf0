package io.supportgenius.analytics.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Map<Integer, CodeSet> codes;
    private final @Nullable CodeSet hoursOfWeek;
    private final @Nullable TicketIds tickets;
    private final Set<RowCondition> conditions;

    private Selection(
            long from,
            long to,
            Map<Integer, CodeSet> codes,
            @Nullable CodeSet hoursOfWeek,
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
        CodeSet known = codes.get(dimension);
        more.put(dimension, known == null ? new CodeSet(wanted) : known.and(wanted));
        return new Selection(from, to, more, hoursOfWeek, tickets, conditions);
    }

    /** Only tickets created in one of the given local hours of the week, together with hours given earlier. */
    public Selection hoursOfWeek(BitSet wanted) {
        CodeSet hours = hoursOfWeek == null ? new CodeSet(wanted) : hoursOfWeek.and(wanted);
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

    /** Whether a block may have selected rows, by what is known of all of its rows together. */
    boolean reaches(FactsBlock block) {
        if (isRanged() && !(block.isDated() && block.created(0) < to && block.created(block.size() - 1) >= from)) {
            return false;
        }
        return codes.entrySet().stream()
                .allMatch(condition -> condition.getValue().hasAnyOf(block.presentCodes(condition.getKey())));
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
        if (first == last) {
            return Chunk.range(block, first, last);
        }
        List<Map.Entry<Integer, CodeSet>> undecided = new ArrayList<>();
        for (Map.Entry<Integer, CodeSet> condition : codes.entrySet()) {
            BitSet present = block.presentCodes(condition.getKey());
            if (!condition.getValue().hasAnyOf(present)) {
                return Chunk.range(block, 0, 0);
            }
            if (!condition.getValue().hasAllOf(present)) {
                undecided.add(condition);
            }
        }
        if (undecided.isEmpty() && hoursOfWeek == null && tickets == null && conditions.isEmpty()) {
            return Chunk.range(block, first, last);
        }
        return filtered(block, first, last, undecided);
    }

    private Chunk filtered(FactsBlock block, int first, int last, List<Map.Entry<Integer, CodeSet>> byCode) {
        // Rows are written one further than they are kept, so that no branch is needed.
        var rows = new int[last - first + 1];
        int size = -1;
        for (Map.Entry<Integer, CodeSet> condition : byCode) {
            size = keep(block.codes(condition.getKey()), condition.getValue(), first, last, rows, size);
        }
        if (hoursOfWeek != null) {
            size = keep(block.hoursOfWeek(), hoursOfWeek, first, last, rows, size);
        }
        if (size < 0) {
            for (size = 0; size < last - first; size++) {
                rows[size] = first + size;
            }
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

    /** @param size rows found so far; -1 where none was looked for yet */
    private static int keep(Numbers column, CodeSet wanted, int first, int last, int[] rows, int size) {
        var codes = new int[Slice.ROWS];
        int kept = 0;
        int all = size < 0 ? last - first : size;
        for (int from = 0; from < all; from += Slice.ROWS) {
            int count = Math.min(Slice.ROWS, all - from);
            if (size < 0) {
                column.read(first + from, count, codes);
                kept = wanted.find(first + from, count, codes, rows, kept);
            } else {
                column.read(rows, from, count, codes);
                kept = wanted.keep(rows, from, count, codes, kept);
            }
        }
        return kept;
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
