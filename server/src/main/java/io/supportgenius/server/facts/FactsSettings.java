package io.supportgenius.server.facts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param live whether facts are read and kept in step; false where nobody asks questions, as in a command that only imports, because
 *     reading a million tickets costs seconds
 */
@ConfigurationProperties(prefix = "supportgenius.facts", ignoreUnknownFields = false)
record FactsSettings(@DefaultValue("true") boolean live) {}
