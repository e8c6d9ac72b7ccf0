package io.supportgenius.analytics.facts;

import java.util.function.Consumer;

/**
 * Selected rows of one block: what summaries are fed with. The same shape serves the rows of a filter and a whole block. Immutable.
 */
public final class Chunk {

    private final FactsBlock block;
    private final int from;
    private final int size;
    private final int[] rows;
    private final boolean range;

    private Chunk(FactsBlock block, int from, int size, int[] rows, boolean range) {
        this.block = block;
        this.from = from;
        this.size = size;
        this.rows = rows;
        this.range = range;
    }

    static Chunk range(FactsBlock block, int from, int to) {
        return new Chunk(block, from, to - from, new int[0], true);
    }

    /** @param rows ascending; not copied, so the caller must leave them alone while the chunk is in use */
    static Chunk rows(FactsBlock block, int[] rows, int size) {
        return new Chunk(block, 0, size, rows, false);
    }

    public FactsBlock block() {
        return block;
    }

    /** How many rows are selected. */
    public int size() {
        return size;
    }

    /** Row number in the block of the i-th selected row. */
    public int row(int i) {
        return range ? from + i : rows[i];
    }

    /** Whether every row of the block is selected. */
    public boolean isWhole() {
        return size == block.size();
    }

    /** Hands over the rows in slices, with their columns unpacked. */
    public void slices(Consumer<Slice> visitor) {
        slices(new Slice(), visitor);
    }

    /** The same by a slice that other chunks are walked through by, too. */
    public void slices(Slice slice, Consumer<Slice> visitor) {
        for (int first = 0; first < size; first += Slice.ROWS) {
            slice.move(this, first, Math.min(Slice.ROWS, size - first));
            visitor.accept(slice);
        }
    }

    boolean isRange() {
        return range;
    }

    int[] rows() {
        return rows;
    }
}
