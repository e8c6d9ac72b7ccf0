package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Watches the attributes of a load and tells which have so few and so short values that they are good for grouping. Holds at
 * most {@value #MOST_VALUES} values for each attribute.
 */
final class AttributeCensus {

    private static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_ATTRIBUTES = 1000;

    /** Once not good for grouping, always not: values of earlier loads are still there. */
    private static final String SAVE = """
            insert into attribute (name, dimension) values (?, ?)
            on conflict (name) do update set dimension = attribute.dimension and excluded.dimension
            """;

    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<String> unfit = new HashSet<>();

    void accept(Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (unfit.contains(name)) {
                return;
            }
            Set<String> known = values.computeIfAbsent(name, key -> new HashSet<>());
            known.add(value);
            if (known.size() > MOST_VALUES || value.length() > LONGEST_VALUE || values.size() > MOST_ATTRIBUTES) {
                values.remove(name);
                unfit.add(name);
            }
        });
    }

    void save(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SAVE)) {
            for (String name : values.keySet()) {
                statement.setString(1, name);
                statement.setBoolean(2, true);
                statement.addBatch();
            }
            for (String name : unfit) {
                statement.setString(1, name);
                statement.setBoolean(2, false);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
