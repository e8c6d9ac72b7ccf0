package io.supportgenius.analytics.facts;

import java.util.Arrays;

/** Rows on their way into a block, column by column and unpacked; grows while rows come in. Used by one thread. */
final class RowColumns {

    long[] tickets;

    /** {@link FactsBlock#NO_TIME} where it is missing; likewise the times of solution. */
    long[] created;

    long[] solved;
    int[] firstReplies;
    int[] resolutions;
    int[] touches;
    int[] certainties;
    final int[][] codes;
    private int size;

    RowColumns(int dimensions, int room) {
        tickets = new long[room];
        created = new long[room];
        solved = new long[room];
        firstReplies = new int[room];
        resolutions = new int[room];
        touches = new int[room];
        certainties = new int[room];
        codes = new int[dimensions][room];
    }

    /** The rows of a block. */
    static RowColumns of(FactsBlock block, int dimensions) {
        int size = block.size();
        var rows = new RowColumns(dimensions, size);
        rows.size = size;
        var room = new int[size];
        block.tickets().read(0, size, room, rows.tickets);
        if (block.isDated()) {
            block.created().read(0, size, room, rows.created);
        } else {
            Arrays.fill(rows.created, FactsBlock.NO_TIME);
        }
        block.firstReplies().read(0, size, rows.firstReplies);
        block.resolutions().read(0, size, rows.resolutions);
        block.touches().read(0, size, rows.touches);
        block.certainties().read(0, size, rows.certainties);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            block.codes(dimension).read(0, size, rows.codes[dimension]);
        }
        for (int row = 0; row < size; row++) {
            rows.solved[row] = block.solved(row);
        }
        return rows;
    }

    /** The ticket and the creation of a block's first row, to be compared with. */
    static RowColumns firstOf(FactsBlock block, int dimensions) {
        var first = new RowColumns(dimensions, 1);
        first.size = 1;
        first.tickets[0] = block.ticket(0);
        first.created[0] = block.isDated() ? block.created(0) : FactsBlock.NO_TIME;
        return first;
    }

    int size() {
        return size;
    }

    void add(FactsRow row) {
        if (size == tickets.length) {
            grow(Math.max(16, size + size / 2));
        }
        Long solution = row.solved();
        tickets[size] = row.ticket();
        created[size] = row.isDated() ? row.created() : FactsBlock.NO_TIME;
        solved[size] = solution == null ? FactsBlock.NO_TIME : solution;
        firstReplies[size] = row.firstReply();
        resolutions[size] = row.resolution();
        touches[size] = row.touches();
        certainties[size] = row.certainty();
        for (int dimension = 0; dimension < codes.length; dimension++) {
            codes[dimension][size] = row.code(dimension);
        }
        size++;
    }

    private void grow(int room) {
        tickets = Arrays.copyOf(tickets, room);
        created = Arrays.copyOf(created, room);
        solved = Arrays.copyOf(solved, room);
        firstReplies = Arrays.copyOf(firstReplies, room);
        resolutions = Arrays.copyOf(resolutions, room);
        touches = Arrays.copyOf(touches, room);
        certainties = Arrays.copyOf(certainties, room);
        for (int dimension = 0; dimension < codes.length; dimension++) {
            codes[dimension] = Arrays.copyOf(codes[dimension], room);
        }
    }

    /** Whether one of these rows comes before one of others: by creation, then by ticket; without creations by ticket alone. */
    boolean isBefore(int row, RowColumns others, int other) {
        return created[row] != others.created[other]
                ? created[row] < others.created[other]
                : tickets[row] < others.tickets[other];
    }

    /**
     * Picks rows from these and from others.
     *
     * @param order a row of these, or of the others as {@code ~row}
     */
    RowColumns picked(int[] order, int from, int to, RowColumns others) {
        var picked = new RowColumns(codes.length, 0);
        picked.size = to - from;
        picked.tickets = picked(tickets, others.tickets, order, from, to);
        picked.created = picked(created, others.created, order, from, to);
        picked.solved = picked(solved, others.solved, order, from, to);
        picked.firstReplies = picked(firstReplies, others.firstReplies, order, from, to);
        picked.resolutions = picked(resolutions, others.resolutions, order, from, to);
        picked.touches = picked(touches, others.touches, order, from, to);
        picked.certainties = picked(certainties, others.certainties, order, from, to);
        for (int dimension = 0; dimension < codes.length; dimension++) {
            picked.codes[dimension] = picked(codes[dimension], others.codes[dimension], order, from, to);
        }
        return picked;
    }

    private static long[] picked(long[] own, long[] others, int[] order, int from, int to) {
        var picked = new long[to - from];
        for (int i = 0; i < picked.length; i++) {
            int row = order[from + i];
            picked[i] = row >= 0 ? own[row] : others[~row];
        }
        return picked;
    }

    private static int[] picked(int[] own, int[] others, int[] order, int from, int to) {
        var picked = new int[to - from];
        for (int i = 0; i < picked.length; i++) {
            int row = order[from + i];
            picked[i] = row >= 0 ? own[row] : others[~row];
        }
        return picked;
    }
}
