package io.supportgenius.server.command;

import io.supportgenius.server.store.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where everything is kept. */
final class StoreOptions {

    private static final String PASSWORD = "SUPPORTGENIUS_DB_PASSWORD";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: the directory data beside this program.")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "A PostgreSQL 15 to 18 of your own that everything is kept in instead:"
                    + " jdbc:postgresql://host:5432/database. Several servers may work on one.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--db-user",
            paramLabel = "NAME",
            description = "The user of that database, where the URL does not name it. Its password is taken from the"
                    + " environment variable " + PASSWORD + ".")
    private @Nullable String databaseUser;

    /** The data directory as the person named it, or the default. */
    Path dataDirectory() {
        return dataDirectory == null ? Path.of(System.getProperty("supportgenius.home", "."), "data") : dataDirectory;
    }

    /** @throws CommandFailedException if the options contradict each other */
    void check() {
        if (databaseUrl != null && dataDirectory != null) {
            throw new CommandFailedException("--db-url keeps everything in that database, so --data-dir says nothing.");
        }
        if (databaseUrl == null && databaseUser != null) {
            throw new CommandFailedException("--db-user says nothing without --db-url.");
        }
    }

    /**
     * Takes the data directory, or names the database. A directory is not given back here: while the process stops, PostgreSQL still works in
     * it. It is free when this process has ended.
     */
    KeptIn take() {
        return databaseUrl == null
                ? KeptIn.directory(DataDirectory.open(dataDirectory()))
                : KeptIn.database(databaseUrl, databaseUser, System.getenv(PASSWORD));
    }
}
