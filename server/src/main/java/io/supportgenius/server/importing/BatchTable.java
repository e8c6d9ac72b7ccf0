package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileLimits;
import io.supportgenius.server.importing.files.FileRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lays tickets in our own form out as rows of a table, whose columns are our fields and, behind them, the attributes of all tickets. So they go
 * through the very checks and conversions that rows of a file go through; but what a file's columns would settle as a whole is settled here for
 * good, and no ticket is read otherwise because of the others beside it.
 */
final class BatchTable {
    private static final String ATTRIBUTES = "attributes";
    private static final double HIGHEST_RATING = 5;

    /** Durations follow from times; a program that knows the one knows the other. */
    private static final List<TicketField> FIELDS = Stream.of(TicketField.values())
            .filter(field -> field.kind() != TicketField.Kind.DURATION)
            .toList();

    private static final String FIELD_NAMES =
            FIELDS.stream().map(TicketField::apiName).collect(Collectors.joining(", "));

    private final FileLimits limits;
    private final Map<String, Integer> attributes = new LinkedHashMap<>();
    private final List<Map<Integer, String>> rows = new ArrayList<>();

    BatchTable(FileLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes a ticket.
     *
     * @throws RejectedRowException if a member is not known or holds something else than expected
     */
    void add(JsonNode ticket) throws RejectedRowException {
        int index = rows.size();
        Map<Integer, String> cells = new LinkedHashMap<>();
        rows.add(cells);
        if (!ticket.isObject()) {
            throw rejected("tickets[" + index + "]", ticket, "not a ticket: expected an object");
        }
        for (Map.Entry<String, JsonNode> member : ticket.properties()) {
            if (member.getKey().equals(ATTRIBUTES)) {
                addAttributes(member.getValue(), cells);
            } else {
                TicketField field = field(member.getKey(), member.getValue());
                cells.put(FIELDS.indexOf(field), cell(field, member.getValue()));
            }
        }
    }

    private static TicketField field(String name, JsonNode value) throws RejectedRowException {
        TicketField field = TicketField.ofApiName(name).filter(FIELDS::contains).orElse(null);
        if (field == null) {
            throw rejected(
                    name,
                    value,
                    "there is no field of this name: expected " + FIELD_NAMES
                            + ", or a value of your own inside attributes");
        }
        return field;
    }

    private String cell(TicketField field, JsonNode value) throws RejectedRowException {
        String cell = field == TicketField.TAGS && value.isArray() ? tags(value) : text(field.apiName(), value);
        if (field == TicketField.EXTERNAL_ID && Ids.damaged(cell.strip(), false)) {
            throw rejected(
                    field.apiName(),
                    value,
                    "digits are missing, as spreadsheets leave them out: expected the whole id");
        }
        Double rating = field == TicketField.SATISFACTION ? Numbers.read(cell.strip()) : null;
        if (rating != null && (rating < 0 || rating > HIGHEST_RATING)) {
            throw rejected(field.apiName(), value, "not a rating: expected good or bad, or a number from 1 to 5");
        }
        return cell;
    }

    /** A comma behind each, so that a tag may hold spaces. */
    private String tags(JsonNode list) throws RejectedRowException {
        StringBuilder tags = new StringBuilder();
        for (JsonNode tag : list) {
            tags.append(text(TicketField.TAGS.apiName(), tag)).append(',');
        }
        return tags.toString();
    }

    private String text(String name, JsonNode value) throws RejectedRowException {
        if (value.isNull()) {
            return "";
        }
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw rejected(name, value, "expected a single value, but got " + BatchDocument.kind(value));
        }
        String text = value.isString()
                ? value.stringValue()
                : value.isNumber() ? value.numberValue().toString() : String.valueOf(value.booleanValue());
        if (text.length() > limits.fieldLength()) {
            throw rejected(name, value, "too long: expected at most " + limits.fieldLength() + " characters");
        }
        return text;
    }

    private void addAttributes(JsonNode values, Map<Integer, String> cells) throws RejectedRowException {
        if (values.isNull()) {
            return;
        }
        if (!values.isObject()) {
            throw rejected(ATTRIBUTES, values, "expected an object, but got " + BatchDocument.kind(values));
        }
        for (Map.Entry<String, JsonNode> one : values.properties()) {
            String name = one.getKey().strip();
            if (name.isEmpty() || name.length() > limits.columnName()) {
                throw rejected(
                        ATTRIBUTES, values, "expected names of 1 to " + limits.columnName() + " characters in it");
            }
            cells.put(column(name, values), attribute(ATTRIBUTES + "." + name, one.getValue()));
        }
    }

    private int column(String name, JsonNode values) throws RejectedRowException {
        if (!attributes.containsKey(name) && FIELDS.size() + attributes.size() >= limits.columns()) {
            throw rejected(
                    ATTRIBUTES,
                    values,
                    "too many different attributes in one request: expected at most " + limits.columns()
                            + " fields and attributes in all");
        }
        return attributes.computeIfAbsent(name, next -> FIELDS.size() + attributes.size());
    }

    private String attribute(String name, JsonNode value) throws RejectedRowException {
        if (!value.isArray()) {
            return text(name, value);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value) {
            texts.add(text(name, one));
        }
        return String.join(", ", texts);
    }

    private static RejectedRowException rejected(String field, JsonNode value, String reason) {
        return new RejectedRowException(
                new Reject(0, field, value.isString() ? value.stringValue() : value.toString(), reason));
    }

    /** How all rows are read. */
    ImportPlan plan(ZoneId zone) {
        List<String> columns = new ArrayList<>();
        Map<TicketField, Integer> fields = new EnumMap<>(TicketField.class);
        Map<TicketField, DateFormat> dates = new EnumMap<>(TicketField.class);
        for (TicketField field : FIELDS) {
            fields.put(field, columns.size());
            columns.add(field.apiName());
            if (field.kind() == TicketField.Kind.DATE) {
                dates.put(field, new DateFormat(DateOrder.YEAR_FIRST, null, false, false));
            }
        }
        columns.addAll(attributes.keySet());
        ColumnMapping mapping = new ColumnMapping(columns, fields, Map.of(), java.util.Set.of(), null, null, List.of());
        return new ImportPlan(mapping, dates, Map.of(), Map.of(), HIGHEST_RATING, false, zone, List.of());
    }

    /** The row of a ticket. */
    FileRow row(int index) {
        String[] cells = new String[FIELDS.size() + attributes.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = rows.get(index).getOrDefault(i, "");
        }
        return new FileRow(index + 1L, cells);
    }

    /** A reject of a row in the words of somebody who writes programs. */
    static Reject told(RejectedRowException unreadable) {
        Reject reject = unreadable.reject();
        return unreadable.notWrittenAsDate()
                ? new Reject(
                        reject.line(),
                        reject.column(),
                        reject.value(),
                        "not a time in ISO 8601: expected one such as 2026-03-14T15:59:20Z or 2026-03-14T15:59:20+01:00")
                : reject;
    }

    /** The id of a ticket, whatever else is wrong with it; null where there is none. */
    static @Nullable String externalId(JsonNode ticket) {
        JsonNode id = ticket.get(TicketField.EXTERNAL_ID.apiName());
        return id == null || !(id.isString() || id.isNumber())
                ? null
                : id.isString() ? id.stringValue() : id.numberValue().toString();
    }
}
