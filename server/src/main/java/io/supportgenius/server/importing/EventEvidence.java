package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a file finds out about rows that share a ticket id: how many tickets have several different rows, and in which
 * columns these differ.
 *
 * <p>A file may hold any number of tickets, in any order, so a sample of them is watched: those whose id's hash ends in so many zero bits
 * that about {@value #SAMPLED} fit. Which tickets these are depends on their ids alone, not on the order of rows, and each of them is seen
 * with all its rows. Used by one thread.
 */
final class EventEvidence {
    private static final int SAMPLED = 1_000;
    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 200;
    /** Columns that could be the id by their names; more of them than that a file hardly has. */
    private static final int CANDIDATES = 3;

    private final Map<Integer, Sample> samples = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Long>> words = new LinkedHashMap<>();

    /** @param wishes whose id and activity columns are watched whatever their names */
    EventEvidence(List<String> columns, MappingDocument wishes) {
        List<Integer> ids = new ArrayList<>();
        String wished = wishes.fields().get(TicketField.EXTERNAL_ID.apiName());
        String activity = wishes.events().getOrDefault(EventColumns.ACTIVITY, List.of()).stream()
                .findFirst()
                .orElse("");
        for (int i = 0; i < columns.size(); i++) {
            String name = HeaderName.normalise(columns.get(i));
            if (wished != null && name.equals(HeaderName.normalise(wished))) {
                ids.add(0, i);
            } else if (TicketField.EXTERNAL_ID.rank(columns.get(i)) >= 0) {
                ids.add(i);
            }
            if (EventColumns.maySayWhatHappened(columns.get(i)) || name.equals(HeaderName.normalise(activity))) {
                words.put(i, new HashMap<>());
            }
        }
        ids.sort((a, b) -> Integer.compare(order(columns, a, wished), order(columns, b, wished)));
        ids.stream().limit(CANDIDATES).forEach(id -> samples.put(id, new Sample(columns.size())));
    }

    private static int order(List<String> columns, int column, @Nullable String wished) {
        String name = columns.get(column);
        return wished != null && HeaderName.normalise(name).equals(HeaderName.normalise(wished))
                ? -1
                : TicketField.EXTERNAL_ID.rank(name);
    }

    void accept(FileRow row) {
        samples.forEach((id, sample) -> sample.accept(row.cell(id), row));
        words.forEach((column, counts) -> count(row.cell(column), counts));
    }

    private static void count(String cell, Map<String, Long> counts) {
        if (!cell.isEmpty()
                && cell.length() <= LONGEST_WORD
                && (counts.size() < MOST_WORDS || counts.containsKey(cell))
                && !Placeholders.missing(cell)) {
            counts.merge(cell, 1L, Long::sum);
        }
    }

    /** How rows repeat the ids of a column; empty if that column was not watched. */
    Optional<Repetition> repetition(int idColumn) {
        return Optional.ofNullable(samples.get(idColumn)).map(Sample::repetition);
    }

    /** The values of a column that may say what happened, with the rows they stand in; empty for other columns. */
    Map<String, Long> words(int column) {
        return Map.copyOf(words.getOrDefault(column, Map.of()));
    }

    /**
     * How often ids repeat among the watched tickets.
     *
     * @param repeated tickets with several different rows
     * @param rows rows of these
     * @param varying of these tickets, those whose rows differ in a column, by the column
     */
    record Repetition(int tickets, int repeated, long rows, int[] varying) {

        /** Share of the tickets that have several different rows, 0 to 1. */
        double share() {
            return tickets == 0 ? 0 : (double) repeated / tickets;
        }

        double rowsPerRepeated() {
            return repeated == 0 ? 0 : (double) rows / repeated;
        }

        /** Share of the tickets with several rows in which a column differs, 0 to 1. */
        double varies(int column) {
            return repeated == 0 ? 0 : (double) varying[column] / repeated;
        }
    }

    private static final class Sample {
        private final int columns;
        private final Map<String, Ticket> tickets = new HashMap<>();
        private int mask;

        Sample(int columns) {
            this.columns = columns;
        }

        void accept(String id, FileRow row) {
            if ((hash(id) & mask) != 0 || id.isEmpty() || Placeholders.missing(id) || Ids.damaged(id, true)) {
                return;
            }
            Ticket known = tickets.get(id);
            if (known != null) {
                known.accept(row, columns);
                return;
            }
            tickets.put(id, new Ticket(row, columns));
            while (tickets.size() > SAMPLED && mask != -1) {
                mask = mask << 1 | 1;
                tickets.keySet().removeIf(one -> (hash(one) & mask) != 0);
            }
        }

        /** Ids that count up differ in few bits; this spreads them. */
        private static int hash(String id) {
            int mixed = id.hashCode() * 0x9E3779B9;
            return mixed ^ mixed >>> 15;
        }

        Repetition repetition() {
            int repeated = 0;
            long rows = 0;
            int[] varying = new int[columns];
            for (Ticket ticket : tickets.values()) {
                if (!ticket.varying.isEmpty()) {
                    repeated++;
                    rows += ticket.rows;
                    ticket.varying.stream().forEach(column -> varying[column]++);
                }
            }
            return new Repetition(tickets.size(), repeated, rows, varying);
        }
    }

    private static final class Ticket {
        private final int[] first;
        private final BitSet varying = new BitSet();
        private long rows = 1;

        Ticket(FileRow row, int columns) {
            first = new int[columns];
            for (int i = 0; i < columns; i++) {
                first[i] = row.cell(i).hashCode();
            }
        }

        void accept(FileRow row, int columns) {
            rows++;
            for (int i = 0; i < columns; i++) {
                if (!varying.get(i) && row.cell(i).hashCode() != first[i]) {
                    varying.set(i);
                }
            }
        }
    }
}
