package io.supportgenius.server.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a ticket; every time may be missing.
 *
 * @param created when the requester opened it
 * @param firstReply first public reply of a human agent
 * @param firstSolved first time it turned solved
 * @param solved end of the full resolution time: last time it turned solved, or closed where the source has no better
 * @param closed when it was closed for good
 * @param updated last change in the source; decides which of two versions is the newer one
 */
public record TicketTimes(
        @Nullable Instant created,
        @Nullable Instant firstReply,
        @Nullable Instant firstSolved,
        @Nullable Instant solved,
        @Nullable Instant closed,
        @Nullable Instant updated) {}
