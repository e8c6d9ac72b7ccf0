package io.supportgenius.server.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo whether every visitor from this machine is signed in as the demo manager; without it people sign in
 */
@ConfigurationProperties(prefix = "supportgenius.access", ignoreUnknownFields = false)
record AccessSettings(@DefaultValue("false") boolean demo) {}
