package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own with its data in a directory: persistent, safe against crashes, reachable from this
 * machine alone and with a password. Runs until {@link #close()}, and never longer than the process that started it.
 *
 * <p>The caller makes sure that no second one is started on the same directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final long LOG_KEPT_BYTES = 5_000_000;

    private final ServerProcess process;
    private final Credentials credentials;

    private EmbeddedPostgres(ServerProcess process, Credentials credentials) {
        this.process = process;
        this.credentials = credentials;
    }

    /**
     * Starts the server and waits until it answers; creates everything on the first call, ends what a killed
     * predecessor left on later ones.
     *
     * @param directory for the database and its password
     * @param programs for the unpacked PostgreSQL programs; may be shared by several directories
     * @param log the file that PostgreSQL writes its messages to
     * @throws StoreUnavailableException with a sentence that says why it cannot be started
     */
    public static EmbeddedPostgres start(Path directory, Path programs, Path log) {
        try {
            return start(directory.toRealPath(), PostgresPrograms.unpack(programs), log);
        } catch (IOException | SQLException failure) {
            throw new StoreUnavailableException(
                    "PostgreSQL could not be started in " + directory + ": " + failure.getMessage(), failure);
        }
    }

    private static EmbeddedPostgres start(Path directory, PostgresPrograms programs, Path log)
            throws IOException, SQLException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Path credentialsFile = directory.resolve("database.properties");
        Path database = directory.resolve("database");
        new Leftovers(database).clear();
        ServerAccount account = ServerAccount.choose(programs, directory);
        Credentials credentials = credentials(credentialsFile, database);
        new DatabaseDirectory(database, programs, account).prepare(credentials, log);
        ServerProcess process = ServerProcess.start(database, programs, account, log);
        EmbeddedPostgres server = new EmbeddedPostgres(process, credentials);
        try {
            credentials.write(credentialsFile, process.port());
            server.createDatabase();
        } catch (IOException | SQLException failure) {
            server.close();
            throw failure;
        }
        return server;
    }

    private static Credentials credentials(Path file, Path database) throws IOException {
        var known = Credentials.read(file);
        if (known.isEmpty() && Files.isDirectory(database)) {
            throw new StoreUnavailableException(
                    "The password of the database in " + database + " is missing: " + file + " is not there.");
        }
        Credentials credentials = known.orElseGet(Credentials::random);
        credentials.write(file, 0);
        return credentials;
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + Credentials.USER + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + Credentials.USER);
        }
    }

    /** Connections to a database of this server; every call of {@code getConnection} opens a new one. */
    public PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {process.port()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(Credentials.USER);
        dataSource.setPassword(credentials.password());
        dataSource.setApplicationName("SupportGenius");
        dataSource.setReWriteBatchedInserts(true);
        return dataSource;
    }

    /** Connections to the product's own database. */
    public PGSimpleDataSource dataSource() {
        return dataSource(Credentials.USER);
    }

    /** Stops the server; clients are cut off, everything committed is on disk. */
    @Override
    public void close() {
        process.stop();
    }
}
