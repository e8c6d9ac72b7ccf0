package io.supportgenius.server.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The user's own mapping as a JSON object, {@code {"created": "Opened on", "status": null}}. */
public final class MappingDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MappingDocument() {}

    /**
     * Reads the document.
     *
     * @return their column by our field; empty where the field is to be left without a column
     * @throws ImportFailedException if it is no JSON object of texts
     */
    public static Map<String, String> read(String text) {
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
        for (Map.Entry<String, JsonNode> one : document.properties()) {
            JsonNode column = one.getValue();
            if (!column.isNull() && !column.isString()) {
                throw new ImportFailedException(
                        "The mapping of " + one.getKey() + " must be the name of a column, or null for none.");
            }
            columns.put(one.getKey(), column.isNull() ? "" : column.stringValue());
        }
        return columns;
    }
}
