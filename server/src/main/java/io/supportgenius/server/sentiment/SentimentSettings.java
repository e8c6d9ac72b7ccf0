package io.supportgenius.server.sentiment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rescore whether tickets that another model has scored, or none, are scored in the background; false in a command that
 *     only imports and ends
 * @param accurate whether this server has the accurate step at all; false saves its memory and its work, whatever the organisation's
 *     settings say
 */
@ConfigurationProperties(prefix = "supportgenius.sentiment", ignoreUnknownFields = false)
record SentimentSettings(
        @DefaultValue("true") boolean rescore,
        @DefaultValue("true") boolean accurate) {}
