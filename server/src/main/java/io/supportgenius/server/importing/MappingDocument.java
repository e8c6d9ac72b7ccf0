package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The user's own mapping, as JSON {@code {"created": "Opened on", "status": null, "leaveOut": ["Internal notes"],
 * "events": {"solved": ["Resolve ticket"]}}}.
 *
 * @param fields their column by our field; empty where the field is to be left without a column
 * @param leaveOut columns that are not kept at all
 * @param events of a log, the activities and states by what they mean, and under {@code activity} the column of the activities
 */
public record MappingDocument(Map<String, String> fields, Set<String> leaveOut, Map<String, List<String>> events) {
    /** Everything is recognised. */
    public static final MappingDocument NONE = new MappingDocument(Map.of(), Set.of());

    private static final String LEAVE_OUT = "leaveOut";
    private static final String EVENTS = "events";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public MappingDocument {
        fields = Map.copyOf(fields);
        leaveOut = Set.copyOf(leaveOut);
        events = Map.copyOf(events);
    }

    /** A mapping that says nothing of events. */
    public MappingDocument(Map<String, String> fields, Set<String> leaveOut) {
        this(fields, leaveOut, Map.of());
    }

    /** This mapping with what events mean. */
    public MappingDocument withEvents(Map<String, List<String>> meanings) {
        return new MappingDocument(fields, leaveOut, meanings);
    }

    /**
     * Reads the document.
     *
     * @throws ImportFailedException if it is no JSON object of texts
     */
    public static MappingDocument read(String text) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new ImportFailedException(
                    "The mapping is not valid JSON: " + broken.getOriginalMessage() + ".", broken);
        }
        if (!document.isObject()) {
            throw new ImportFailedException(
                    "The mapping must be a JSON object such as {\"created\": \"their column\"}.");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> leftOut = new LinkedHashSet<>();
        Map<String, List<String>> events = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : document.properties()) {
            JsonNode column = one.getValue();
            if (one.getKey().equals(LEAVE_OUT)) {
                readLeftOut(column, leftOut);
            } else if (one.getKey().equals(EVENTS)) {
                readEvents(column, events);
            } else if (!column.isNull() && !column.isString()) {
                throw new ImportFailedException(
                        "The mapping of " + one.getKey() + " must be the name of a column, or null for none.");
            } else {
                columns.put(one.getKey(), column.isNull() ? "" : column.stringValue());
            }
        }
        return new MappingDocument(columns, leftOut, events);
    }

    private static void readEvents(JsonNode meanings, Map<String, List<String>> events) {
        for (Map.Entry<String, JsonNode> one : meanings.properties()) {
            List<String> texts = new ArrayList<>();
            JsonNode values = one.getValue();
            if (values.isString()) {
                texts.add(values.stringValue());
            }
            values.values().forEach(text -> {
                if (text.isString()) {
                    texts.add(text.stringValue());
                }
            });
            if (!values.isString() && (!values.isArray() || texts.size() < values.size())) {
                throw new ImportFailedException("events in the mapping must hold lists of activities or states, such as"
                        + " {\"solved\": [\"Resolve ticket\"]}.");
            }
            events.put(one.getKey(), List.copyOf(texts));
        }
        if (!meanings.isObject()) {
            throw new ImportFailedException(
                    "events in the mapping must be an object such as" + " {\"solved\": [\"Resolve ticket\"]}.");
        }
    }

    /** The document as it is read again by {@link #read}. */
    String write() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        fields.forEach((field, column) -> document.put(field, column.isEmpty() ? null : column));
        if (!leaveOut.isEmpty()) {
            document.put(LEAVE_OUT, List.copyOf(leaveOut));
        }
        if (!events.isEmpty()) {
            document.put(EVENTS, events);
        }
        return JSON.writeValueAsString(document);
    }

    private static void readLeftOut(JsonNode list, Set<String> leftOut) {
        if (!list.isArray()) {
            throw new ImportFailedException(
                    "leaveOut in the mapping must be a list of columns such as [\"Internal notes\"].");
        }
        for (JsonNode column : list) {
            if (!column.isString()) {
                throw new ImportFailedException(
                        "leaveOut in the mapping must be a list of columns such as [\"Internal notes\"].");
            }
            leftOut.add(column.stringValue());
        }
    }
}
