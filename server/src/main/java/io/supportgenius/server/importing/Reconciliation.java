package io.supportgenius.server.importing;

import io.supportgenius.server.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Compares the figures that a file states with those computed from its times, ticket by ticket and in constant memory: the median is exact for
 * up to {@value #REMEMBERED} differences of a column, beyond that it is the one of a sample of so many. Used by one thread.
 */
final class Reconciliation {
    private static final int REMEMBERED = 100_000;
    private static final int EXAMPLES = 3;
    private static final long SEED = 20_151_023;

    private final List<Column> columns = new ArrayList<>();

    /** A figure that is the only source of ours is not compared with itself. */
    Reconciliation(ColumnMapping mapping) {
        for (int index : mapping.sourceMetrics()) {
            String name = mapping.columns().get(index);
            boolean ours = computedFrom(mapping, TicketField.FIRST_REPLY_TIME, TicketField.FIRST_REPLY, index)
                    || computedFrom(mapping, TicketField.FULL_RESOLUTION_TIME, TicketField.SOLVED, index);
            if (!ours) {
                SourceMetric.of(name).ifPresent(metric -> columns.add(new Column(name, metric)));
            }
        }
    }

    private static boolean computedFrom(ColumnMapping mapping, TicketField duration, TicketField time, int column) {
        Integer taken = mapping.fields().get(duration);
        return taken != null && taken == column && !mapping.has(time);
    }

    void accept(TicketDraft ticket) {
        for (Column column : columns) {
            String value = ticket.sourceMetrics().get(column.name);
            if (value != null) {
                column.metric
                        .compare(value, ticket.times())
                        .ifPresent(comparison -> column.accept(ticket.externalId(), comparison));
            }
        }
    }

    /** Ids of the tickets that are examples. */
    List<String> exampleIds() {
        return columns.stream()
                .flatMap(column -> column.examples.stream())
                .map(Reconciled.Example::externalId)
                .distinct()
                .toList();
    }

    /**
     * What was found in the columns in which there was something to compare.
     *
     * @param ids ours by the source's; those that are missing were not stored
     */
    List<Reconciled> result(Map<String, Long> ids) {
        return columns.stream()
                .filter(column -> column.n > 0)
                .map(column -> column.result(ids))
                .toList();
    }

    private static final class Column {
        private final String name;
        private final SourceMetric metric;
        private final Random random = new Random(SEED);
        private final List<Reconciled.Example> examples = new ArrayList<>();
        private double[] differences = new double[16];
        private long n;
        private long different;

        Column(String name, SourceMetric metric) {
            this.name = name;
            this.metric = metric;
        }

        void accept(String id, SourceMetric.Comparison comparison) {
            n++;
            if (comparison.equal()) {
                return;
            }
            remember(comparison.sourceHours() - comparison.oursHours());
            different++;
            if (examples.size() < EXAMPLES) {
                examples.add(new Reconciled.Example(null, id, comparison.oursHours(), comparison.sourceHours()));
            }
        }

        private void remember(double difference) {
            if (different < REMEMBERED) {
                if (different == differences.length) {
                    differences = Arrays.copyOf(differences, Math.min(REMEMBERED, 2 * differences.length));
                }
                differences[(int) different] = difference;
            } else {
                long place = (long) (random.nextDouble() * (different + 1));
                if (place < REMEMBERED) {
                    differences[(int) place] = difference;
                }
            }
        }

        private @Nullable Double median() {
            int count = (int) Math.min(different, REMEMBERED);
            if (count == 0) {
                return null;
            }
            double[] sorted = Arrays.copyOf(differences, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }

        Reconciled result(Map<String, Long> ids) {
            return new Reconciled(
                    metric.metric().apiName(),
                    name,
                    n,
                    n - different,
                    different,
                    median(),
                    examples.stream()
                            .map(example -> new Reconciled.Example(
                                    ids.get(example.externalId()),
                                    example.externalId(),
                                    example.oursHours(),
                                    example.sourceHours()))
                            .toList());
        }
    }
}
