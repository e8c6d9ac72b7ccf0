package io.supportgenius.server.sentiment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rescore whether tickets that another model has scored, or none, are scored in the background; false in a command that
 *     only imports and ends
 */
@ConfigurationProperties(prefix = "supportgenius.sentiment", ignoreUnknownFields = false)
record SentimentSettings(@DefaultValue("true") boolean rescore) {}
