package io.supportgenius.server.ticket;

/** Our own number of a agent, as it stands in addresses of pages. */
public record AgentId(long value) {}
