package io.supportgenius.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where everything is kept: in a data directory, with a PostgreSQL of our own in it, or in a database of the user's.
 *
 * @param dataDir null where there is a database address
 * @param databaseUrl address of the user's PostgreSQL; null where there is a data directory
 * @param databaseUser null where the address names the user
 * @param databasePassword null where the address names it or none is needed
 */
@ConfigurationProperties(prefix = "supportgenius.store", ignoreUnknownFields = false)
record StoreSettings(
        @Nullable Path dataDir,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword) {

    /** Passwords do not get into logs. */
    @Override
    public String toString() {
        return "StoreSettings[" + (dataDir == null ? "database of the user's" : dataDir) + "]";
    }
}
