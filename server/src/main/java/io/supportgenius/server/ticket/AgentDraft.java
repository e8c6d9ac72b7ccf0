package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * An agent as a source names them. The e-mail address tells two people apart where there is one, else the name; at least
 * one of the two is present.
 *
 * @param tier the agent's own tier, for example {@code Tier 2}
 * @param group the team, for example {@code Billing}
 */
public record AgentDraft(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String tier,
        @Nullable String group) {}
