package io.supportgenius.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param dataDir where everything is kept, with a PostgreSQL of our own in it; null where {@code spring.datasource.url}
 *     names a PostgreSQL server instead
 */
@ConfigurationProperties(prefix = "supportgenius.store", ignoreUnknownFields = false)
record StoreSettings(@Nullable Path dataDir) {}
