package io.supportgenius.server.importing;

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
 * The user's own mapping, as JSON {@code {"created": "Opened on", "status": null, "leaveOut": ["Internal notes"]}}.
 *
 * @param fields their column by our field; empty where the field is to be left without a column
 * @param leaveOut columns that are not kept at all
 */
public record MappingDocument(Map<String, String> fields, Set<String> leaveOut) {
    /** Everything is recognised. */
    public static final MappingDocument NONE = new MappingDocument(Map.of(), Set.of());

    private static final String LEAVE_OUT = "leaveOut";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public MappingDocument {
        fields = Map.copyOf(fields);
        leaveOut = Set.copyOf(leaveOut);
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
        for (Map.Entry<String, JsonNode> one : document.properties()) {
            JsonNode column = one.getValue();
            if (one.getKey().equals(LEAVE_OUT)) {
                readLeftOut(column, leftOut);
            } else if (!column.isNull() && !column.isString()) {
                throw new ImportFailedException(
                        "The mapping of " + one.getKey() + " must be the name of a column, or null for none.");
            } else {
                columns.put(one.getKey(), column.isNull() ? "" : column.stringValue());
            }
        }
        return new MappingDocument(columns, leftOut);
    }

    /** The document as it is read again by {@link #read}. */
    String write() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        fields.forEach((field, column) -> document.put(field, column.isEmpty() ? null : column));
        if (!leaveOut.isEmpty()) {
            document.put(LEAVE_OUT, List.copyOf(leaveOut));
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
