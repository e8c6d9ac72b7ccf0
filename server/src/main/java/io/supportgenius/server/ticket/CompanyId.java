package io.supportgenius.server.ticket;

/** Our own number of a company, as it stands in addresses of pages. */
public record CompanyId(long value) {}
