package io.supportgenius.server.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Small values that are kept by name. */
@Repository
public class Settings {

    private static final String FIND = "select value from setting where name = :name";

    private static final String PUT = """
            insert into setting (name, value) values (:name, cast(:value as jsonb))
            on conflict (name) do update set value = excluded.value
            """;

    private static final String PUT_IF_ABSENT = """
            insert into setting (name, value) values (:name, cast(:value as jsonb))
            on conflict (name) do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Settings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The value kept under a name, read as the given type. */
    public <T> Optional<T> find(String name, Class<T> type) {
        return jdbc.sql(FIND)
                .param("name", name)
                .query(String.class)
                .optional()
                .map(value -> json.readValue(value, type));
    }

    /** Keeps a value, replacing an earlier one. */
    public void put(String name, Object value) {
        jdbc.sql(PUT)
                .param("name", name)
                .param("value", json.writeValueAsString(value))
                .update();
    }

    /** Keeps a value unless there is one already. */
    void putIfAbsent(String name, Object value) {
        jdbc.sql(PUT_IF_ABSENT)
                .param("name", name)
                .param("value", json.writeValueAsString(value))
                .update();
    }
}
