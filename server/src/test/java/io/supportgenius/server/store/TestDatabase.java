package io.supportgenius.server.store;

import io.supportgenius.server.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real databases for tests: one PostgreSQL per test run below {@code target}, one freshly migrated database per call.
 *
 * <p>A database is copied from a migrated template in some 30 ms, so every test can have its own.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the product's schema and nothing in it; nobody else uses it. */
    public static PGSimpleDataSource create() {
        String name = "test" + DATABASES.incrementAndGet();
        Server.execute("create database " + name + " template " + TEMPLATE);
        return Server.POSTGRES.dataSource(name);
    }

    /** Started by the first test that asks, stopped with the JVM. */
    private static final class Server {

        /** Kept for the whole run: the lock ends when the garbage collector takes the channel that holds it. */
        private static final DataDirectory DIRECTORY = DataDirectory.open(Path.of("target", "test-data"));

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(
                    DIRECTORY.path(),
                    DIRECTORY.path().resolve("postgres"),
                    DIRECTORY.privateDirectory("logs").resolve("postgres.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop test database"));
            dropOldDatabases(postgres);
            migrate(postgres);
            return postgres;
        }

        /** Those of the last run; they stay after it, so that a failure can be looked into. */
        private static void dropOldDatabases(EmbeddedPostgres postgres) {
            DataSource maintenance = postgres.dataSource("postgres");
            try (Connection connection = maintenance.getConnection();
                    Statement statement = connection.createStatement()) {
                List<String> names = new ArrayList<>();
                try (var found = statement.executeQuery(
                        "select datname from pg_database where datname ~ '^test[0-9]+$' or datname = '" + TEMPLATE
                                + "'")) {
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                }
                for (String name : names) {
                    statement.execute("drop database " + name + " with (force)");
                }
                statement.execute("create database " + TEMPLATE);
            } catch (SQLException failure) {
                throw new IllegalStateException("Cannot prepare the test databases", failure);
            }
        }

        private static void migrate(EmbeddedPostgres postgres) {
            Flyway.configure().dataSource(postgres.dataSource(TEMPLATE)).load().migrate();
        }

        /** One at a time: a template must not be in use by anyone else while it is copied. */
        static synchronized void execute(String sql) {
            try (Connection connection = POSTGRES.dataSource("postgres").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }
    }
}
