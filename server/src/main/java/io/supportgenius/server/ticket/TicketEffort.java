package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What the ticket took and how it ended; zero is a value, null is unknown.
 *
 * @param touches agent replies, at least 0
 * @param reopens changes from solved to not solved, at least 0
 * @param satisfied the customer's rating: good (true) or bad (false); on scales of 1 to 5, 4 and 5 are good
 */
public record TicketEffort(
        @Nullable Integer touches,
        @Nullable Integer reopens,
        @Nullable Boolean satisfied) {}
