package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which field of a ticket, and what becomes of the others.
 *
 * @param columns the file's columns
 * @param fields index of the column per field
 * @param timesOfDay index of the column with the time of day, for dates that have none
 * @param leftOut columns that are not kept at all
 * @param desk the helpdesk that is known to have written the file; null where none is
 * @param resolutionRefused a column that by its name holds the resolution but whose content could not be taken for it; null
 *     where there is none
 * @param warnings what was decided and could have been decided otherwise
 */
record ColumnMapping(
        List<String> columns,
        Map<TicketField, Integer> fields,
        Map<TicketField, Integer> timesOfDay,
        Set<Integer> leftOut,
        @Nullable Desk desk,
        @Nullable String resolutionRefused,
        List<String> warnings) {
    /** Metrics that helpdesks compute themselves, in normalised names; kept beside ours. */
    private static final Pattern SOURCE_METRIC =
            Pattern.compile("(?:first|next|full|total)?(?:reply|response|resolution|resolve)time.*"
                    + "|(?:statistics|metricset)?(?:median)?timeto(?:first|last|admin)?(?:reply|response|resolution|resolve|assignment|close).*"
                    + "|metricset.*inminutes.*|(?:adjusted)?handlingtime"
                    + "|(?:agentwait|requesterwait|agentwork|onhold|handling|unassigned)time.*"
                    + "|(?:calendar|business)(?:stc|duration)|timetracked");

    private static final Pattern LASTING =
            Pattern.compile(".*(?:time|duration|zeit|dauer|tiempo|tempo|temps|delai|duree|durata|duracao|tijd|stc).*");

    /** Zendesk's filler for its own sums. */
    private static final Set<String> MEANINGLESS = Set.of(
            "summationcolumn", "summenspalte", "columnadesuma", "colunadesoma", "colonnedesomme", "colonnasomma");

    ColumnMapping {
        columns = List.copyOf(columns);
        fields = fields.isEmpty() ? Map.of() : new EnumMap<>(fields);
        timesOfDay = Map.copyOf(timesOfDay);
        leftOut = Set.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /** Whether the file has the field, though perhaps not in every row. */
    boolean has(TicketField field) {
        return fields.containsKey(field);
    }

    /** The name of the column that is the field; null where none is. */
    @Nullable
    String columnOf(TicketField field) {
        Integer index = fields.get(field);
        return index == null ? null : columns.get(index);
    }

    /** The field that a column is; empty where it is none. */
    Optional<TicketField> fieldOf(int column) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Whether tickets count as solved when they were closed: only where the file says nothing at all about the resolution, be it
     * in a column that could not be read.
     */
    boolean closedIsSolved() {
        return !has(TicketField.SOLVED)
                && !has(TicketField.FULL_RESOLUTION_TIME)
                && has(TicketField.CLOSED)
                && resolutionRefused == null;
    }

    /** The columns taken for fields, by the fields' names, in the order of the fields. */
    Map<String, String> byApiName() {
        Map<String, String> names = new LinkedHashMap<>();
        for (TicketField field : TicketField.values()) {
            String column = columnOf(field);
            if (column != null) {
                names.put(field.apiName(), column);
            }
        }
        return names;
    }

    /** Columns that are kept as attributes under their own names. */
    List<Integer> attributes() {
        return others(false);
    }

    /** Columns that hold the source's own values of metrics. */
    List<Integer> sourceMetrics() {
        List<Integer> metrics = others(true);
        for (TicketField field : fields.keySet()) {
            if (field.kind() == TicketField.Kind.DURATION || field.kind() == TicketField.Kind.RATING) {
                metrics.add(fields.get(field));
            }
        }
        return metrics;
    }

    private List<Integer> others(boolean metrics) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.containsValue(i)
                    && !leftOut.contains(i)
                    && sourceMetric(columns.get(i)) == metrics
                    && !MEANINGLESS.contains(HeaderName.normalise(columns.get(i)))) {
                others.add(i);
            }
        }
        return others;
    }

    /** Whether a column holds a metric as the source computed it. */
    static boolean sourceMetric(String column) {
        String name = HeaderName.normalise(column);
        return SOURCE_METRIC.matcher(name).matches()
                || (BusinessHours.named(column) && LASTING.matcher(name).matches())
                || TicketField.FIRST_REPLY_TIME.rank(column) >= 0
                || TicketField.FULL_RESOLUTION_TIME.rank(column) >= 0;
    }
}
