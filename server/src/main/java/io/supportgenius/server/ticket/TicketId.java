package io.supportgenius.server.ticket;

/** Our own number of a ticket, as it stands in addresses of pages. */
public record TicketId(long value) {}
