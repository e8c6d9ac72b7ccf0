package io.supportgenius.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a ticket list.
 *
 * @param total exact number of tickets of the selection
 * @param next cursor of the following page; null on the last one
 */
public record TicketPage(
        long total, List<TicketRow> tickets, @Nullable String next) {}
