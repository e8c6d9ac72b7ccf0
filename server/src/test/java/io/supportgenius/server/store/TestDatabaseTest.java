package io.supportgenius.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void everyCallGivesADatabaseOfItsOwn() throws SQLException {
        DataSource one = TestDatabase.create();
        DataSource other = TestDatabase.create();

        try (Connection connection = one.getConnection()) {
            connection.createStatement().execute("create table only_here (x int)");
        }

        assertThat(tables(one, "only_here")).isEqualTo(1);
        assertThat(tables(other, "only_here")).isZero();
    }

    private static int tables(DataSource database, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_tables where tablename = '" + name + "'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
