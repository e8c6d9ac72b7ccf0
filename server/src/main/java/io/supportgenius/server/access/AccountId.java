package io.supportgenius.server.access;

/** The number of an account. */
public record AccountId(long value) {}
