package io.supportgenius.server.facts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param live whether facts are read and kept in step; false where nobody asks questions, as in a command that only imports, because
 *     reading a million tickets costs seconds
 * @param keepAfter how long nothing must have changed before the facts are kept on disk for the next start
 */
@ConfigurationProperties(prefix = "supportgenius.facts", ignoreUnknownFields = false)
record FactsSettings(
        @DefaultValue("true") boolean live,
        @DefaultValue("5s") Duration keepAfter) {}
