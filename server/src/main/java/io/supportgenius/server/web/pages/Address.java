package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.TicketSelection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Path and parameters of a page, as a link shows them. Immutable: each change gives a new address.
 *
 * @param parameters name to values in the order shown
 */
record Address(String path, Map<String, List<String>> parameters) {

    Address {
        var copy = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /** A page about the tickets of a selection. */
    static Address of(String path, TicketSelection selection) {
        return new Address(path, SelectionParser.query(selection));
    }

    /** The same page with exactly these values of a parameter; without any value the parameter goes. */
    Address with(String name, String... values) {
        return with(name, Arrays.asList(values));
    }

    Address with(String name, List<String> values) {
        var changed = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, values);
        }
        return new Address(path, changed);
    }

    Address without(String... names) {
        var changed = new LinkedHashMap<>(parameters);
        changed.keySet().removeAll(Arrays.asList(names));
        return new Address(path, changed);
    }

    Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /** The first value of a parameter; null where it has none. */
    @Nullable
    String first(String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Every single name and value, for the hidden fields of a form. */
    List<Parameter> fields() {
        var fields = new ArrayList<Parameter>();
        parameters.forEach((name, values) -> values.forEach(value -> fields.add(new Parameter(name, value))));
        return fields;
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return path;
        }
        return fields().stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One parameter of an address. */
    record Parameter(String name, String value) {}
}
