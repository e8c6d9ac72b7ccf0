package io.supportgenius.server.store;

import org.jspecify.annotations.Nullable;

/** A ticket with what a list of many tickets needs of its requester. */
public record TicketRecord(StoredTicket ticket, @Nullable String requesterEmail) {}
