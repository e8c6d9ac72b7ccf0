package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/** The categories a helpdesk gives a ticket, in the source's own words. */
public record TicketKind(
        @Nullable String status,
        @Nullable String priority,
        @Nullable String type,
        @Nullable String channel) {}
