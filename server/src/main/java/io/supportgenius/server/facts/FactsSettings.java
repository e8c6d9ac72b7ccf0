package io.supportgenius.server.facts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param live whether facts are read and kept in step; false where nobody asks questions, as in a command that only imports, because
 *     reading a million tickets costs seconds
 * @param keepAfter how long nothing must have changed before the facts are kept on disk for the next start
 * @param heap what the heap may grow to; null for what this process was started with
 */
@ConfigurationProperties(prefix = "supportgenius.facts", ignoreUnknownFields = false)
record FactsSettings(
        @DefaultValue("true") boolean live,
        @DefaultValue("5s") Duration keepAfter,
        @Nullable DataSize heap) {

    HeapRoom room() {
        return new HeapRoom(heap == null ? Runtime.getRuntime().maxMemory() : heap.toBytes());
    }
}
