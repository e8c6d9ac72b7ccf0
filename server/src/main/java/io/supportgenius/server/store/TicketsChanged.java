package io.supportgenius.server.store;

/** Published right after a commit that changed tickets. */
public record TicketsChanged() {}
