package io.supportgenius.server.insights;

import org.jspecify.annotations.Nullable;

/**
 * How many tickets have a value.
 *
 * @param value the value as filters take it; null for tickets without one
 */
public record CategoryCount(@Nullable String value, long tickets) {}
