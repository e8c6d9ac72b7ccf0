package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.TicketDraft;

/**
 * A generated ticket with what was planted in it.
 *
 * @param draft what the store gets
 * @param mood the mood its text was made from
 */
record DemoTicket(TicketDraft draft, Mood mood) {}
