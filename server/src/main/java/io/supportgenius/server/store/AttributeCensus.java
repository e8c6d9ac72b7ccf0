package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            insert into attribute (name, dimension, pushed_revision) values (?, ?, ?)
            on conflict (name) do update set dimension = attribute.dimension and excluded.dimension,
                pushed_revision = coalesce(excluded.pushed_revision, attribute.pushed_revision)
            """;

    private static final String SAVE_VALUES = """
            insert into attribute_value (name, value)
            select name, unnest(?::text[]) from attribute where name = ? and dimension
            on conflict do nothing
            """;

    /** Many loads of few values each may have brought too many together. */
    private static final String TOO_MANY = """
            update attribute set dimension = false
            where dimension and name in (
                select name from attribute_value where name = any (?) group by name having count(*) > %d)
            """.formatted(MOST_VALUES);

    private static final String FORGET = """
            delete from attribute_value
            where name = any (?) and name not in (select name from attribute where dimension)
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

    /** @param pushed the revision of a load that a program pushed; null of any other */
    void save(Connection connection, @Nullable Long pushed) throws SQLException {
        if (values.isEmpty() && unfit.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(SAVE)) {
            for (String name : values.keySet()) {
                statement.setString(1, name);
                statement.setBoolean(2, true);
                statement.setObject(3, pushed, Types.BIGINT);
                statement.addBatch();
            }
            for (String name : unfit) {
                statement.setString(1, name);
                statement.setBoolean(2, false);
                statement.setObject(3, pushed, Types.BIGINT);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        saveValues(connection);
    }

    private void saveValues(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SAVE_VALUES)) {
            for (Map.Entry<String, Set<String>> one : values.entrySet()) {
                statement.setArray(
                        1, connection.createArrayOf("text", one.getValue().toArray()));
                statement.setString(2, one.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Set<String> names = new HashSet<>(values.keySet());
        names.addAll(unfit);
        for (String sql : List.of(TOO_MANY, FORGET)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", names.toArray()));
                statement.executeUpdate();
            }
        }
    }
}
