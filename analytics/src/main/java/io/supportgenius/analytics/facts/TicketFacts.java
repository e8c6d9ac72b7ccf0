package io.supportgenius.analytics.facts;

import io.supportgenius.analytics.text.Sentiment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The facts of all tickets: one snapshot that never changes, safe for use by many threads.
 *
 * <p>Tickets are ordered by creation time in blocks, so that a span of time is a run of rows; those without a creation time
 * stand in blocks of their own behind the others, and are in no span.
 */
public final class TicketFacts {

    /** In the order of their codes. */
    private static final List<String> SENTIMENTS =
            Stream.of(Sentiment.values()).map(Sentiment::label).toList();

    private static final int RUNS_PER_PROCESSOR = 4;

    private final ZoneId zone;
    private final List<Dimension> dimensions;
    private final List<Dictionary> dictionaries;
    private final List<FactsBlock> blocks;
    private final long size;

    TicketFacts(ZoneId zone, List<Dimension> dimensions, List<Dictionary> dictionaries, List<FactsBlock> blocks) {
        if (dimensions.size() != dictionaries.size()) {
            throw new IllegalArgumentException("Each dimension needs its dictionary");
        }
        this.zone = zone;
        this.dimensions = List.copyOf(dimensions);
        this.dictionaries = List.copyOf(dictionaries);
        this.blocks = List.copyOf(blocks);
        this.size = blocks.stream().mapToLong(FactsBlock::size).sum();
    }

    /** No tickets at all. */
    public static TicketFacts empty(ZoneId zone, List<Dimension> dimensions) {
        var dictionaries = new ArrayList<Dictionary>();
        dimensions.forEach(dimension ->
                dictionaries.add(new Dictionary(dimension.equals(Dimension.SENTIMENT) ? SENTIMENTS : List.of())));
        return new TicketFacts(zone, dimensions, dictionaries, List.of());
    }

    /** Takes the columns of all blocks apart; zone, dimensions and dictionaries are not among them. */
    public void write(FactsSink out) {
        out.number(blocks.size());
        blocks.forEach(block -> block.write(out));
    }

    /** Puts facts together again from what {@link #write} gave. */
    public static TicketFacts read(
            ZoneId zone, List<Dimension> dimensions, List<Dictionary> dictionaries, FactsSource in) {
        var blocks = new ArrayList<FactsBlock>();
        for (long left = in.number(); left > 0; left--) {
            blocks.add(FactsBlock.read(in, dimensions.size()));
        }
        return new TicketFacts(zone, dimensions, dictionaries, blocks);
    }

    /** The zone of hours and weekdays. */
    public ZoneId zone() {
        return zone;
    }

    /** The dimensions that tickets have codes for; their index here is their number in blocks and selections. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The index of a dimension, or -1. */
    public int index(Dimension dimension) {
        return dimensions.indexOf(dimension);
    }

    /** The values of a dimension, by its index. */
    public Dictionary dictionary(int dimension) {
        return dictionaries.get(dimension);
    }

    public long size() {
        return size;
    }

    /** Bytes of all columns, without dictionaries and what blocks remember. */
    public long bytes() {
        return blocks.stream().mapToLong(FactsBlock::bytes).sum();
    }

    List<FactsBlock> blocks() {
        return blocks;
    }

    /** Hands over the selected rows, block by block in the order of creation, undated ones last; empty chunks are left out. */
    public void scan(Selection selection, Consumer<Chunk> visitor) {
        scan(blocks, selection, visitor);
    }

    private static void scan(List<FactsBlock> blocks, Selection selection, Consumer<Chunk> visitor) {
        for (FactsBlock block : blocks) {
            Chunk chunk = selection.rows(block);
            if (chunk.size() > 0) {
                visitor.accept(chunk);
            }
        }
    }

    /**
     * The blocks that may have selected rows, in runs that can be scanned side by side: neighbours in the order of creation, some for each
     * processor so that the slowest one holds nobody up.
     */
    public List<Run> runs(Selection selection) {
        List<FactsBlock> reached = blocks.stream().filter(selection::reaches).toList();
        int count = Math.min(
                reached.size(), RUNS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, count)
                .mapToObj(run -> new Run(
                        selection, reached.subList(reached.size() * run / count, reached.size() * (run + 1) / count)))
                .toList();
    }

    /** Some blocks that follow each other, and which of their rows are wanted. */
    public static final class Run {

        private final Selection selection;
        private final List<FactsBlock> blocks;

        private Run(Selection selection, List<FactsBlock> blocks) {
            this.selection = selection;
            this.blocks = blocks;
        }

        /** The same, with the last block first if wanted. */
        void scan(boolean backwards, Consumer<Chunk> visitor) {
            var ordered = new ArrayList<>(blocks);
            if (backwards) {
                Collections.reverse(ordered);
            }
            TicketFacts.scan(ordered, selection, visitor);
        }

        private long count() {
            var count = new long[1];
            scan(chunk -> count[0] += chunk.size());
            return count[0];
        }

        /** Like {@link TicketFacts#scan}, for these blocks. */
        public void scan(Consumer<Chunk> visitor) {
            TicketFacts.scan(blocks, selection, visitor);
        }
    }

    /** How many tickets are selected. */
    public long count(Selection selection) {
        return runs(selection).parallelStream().mapToLong(Run::count).sum();
    }
}
