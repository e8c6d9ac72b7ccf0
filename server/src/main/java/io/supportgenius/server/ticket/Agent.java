package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A stored agent.
 *
 * @param name the name, or the e-mail address where no name is known
 */
public record Agent(
        AgentId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String tier,
        @Nullable String group) {}
