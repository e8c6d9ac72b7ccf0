package io.supportgenius.server.importing.files;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one row of an object: keys of objects within it are joined by points; values of lists by commas; a list of named values, as helpdesks write
 * their custom fields, becomes a column for each name. A reference with a name to show, as ServiceNow writes it, is its name, and a value that MongoDB
 * wraps to tell its type ({@code {"$date": ...}}) is that value.
 */
final class JsonFlattener {
    private static final Set<String> REFERENCE = Set.of("link", "value", "display_value");
    private static final List<String> NAMES = List.of("name", "label", "key", "id", "fieldId", "field");
    private static final String VALUE = "value";
    private static final String BETWEEN = ", ";

    private final Map<String, StringBuilder> row = new LinkedHashMap<>();

    private JsonFlattener() {}

    /**
     * Flattens an object.
     *
     * @param object maps, lists, strings and nulls
     * @return the text of each column, empty for null
     */
    static Map<String, String> flatten(Map<String, @Nullable Object> object) {
        JsonFlattener flattener = new JsonFlattener();
        Object only = object.size() == 1 ? object.values().iterator().next() : null;
        flattener.members("", only instanceof Map<?, ?> wrapped ? wrapped : object);
        Map<String, String> texts = new LinkedHashMap<>();
        flattener.row.forEach((column, text) -> texts.put(column, text.toString()));
        return texts;
    }

    private void members(String prefix, Map<?, ?> object) {
        object.forEach((key, value) -> value(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value));
    }

    private void value(String column, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object(column, object);
        } else if (value instanceof List<?> list) {
            list(column, list);
        } else {
            put(column, value == null ? "" : value.toString());
        }
    }

    private void object(String column, Map<?, ?> object) {
        if (object.isEmpty()) {
            put(column, "");
        } else if (object.size() == 1
                && String.valueOf(object.keySet().iterator().next()).startsWith("$")) {
            value(column, object.values().iterator().next());
        } else if (REFERENCE.containsAll(object.keySet())
                && object.values().stream().noneMatch(Collection.class::isInstance)) {
            Object shown = object.get("display_value");
            Object plain = object.containsKey(VALUE) ? object.get(VALUE) : object.get("link");
            value(column, shown == null || shown.toString().isBlank() ? plain : shown);
        } else {
            members(column, object);
        }
    }

    private void list(String column, List<?> list) {
        if (list.isEmpty()) {
            put(column, "");
        }
        for (Object one : list) {
            String name = one instanceof Map<?, ?> object && object.containsKey(VALUE) ? name(object) : null;
            if (name != null && one instanceof Map<?, ?> object) {
                value(column + "." + name, object.get(VALUE));
            } else {
                value(column, one);
            }
        }
    }

    private static @Nullable String name(Map<?, ?> object) {
        for (String key : NAMES) {
            if (object.get(key) instanceof String name && !name.isBlank()) {
                return name;
            }
        }
        return null;
    }

    private void put(String column, String text) {
        StringBuilder before = row.computeIfAbsent(column, none -> new StringBuilder());
        if (!before.isEmpty() && !text.isEmpty()) {
            before.append(BETWEEN);
        }
        before.append(text);
    }
}
