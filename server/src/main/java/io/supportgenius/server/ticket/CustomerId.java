package io.supportgenius.server.ticket;

/** Our own number of a customer, as it stands in addresses of pages. */
public record CustomerId(long value) {}
