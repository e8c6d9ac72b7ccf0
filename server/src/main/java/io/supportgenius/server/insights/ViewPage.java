package io.supportgenius.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of agents, customers or companies.
 *
 * @param total how many there are with tickets in the selection, or without any filter, how many there are at all
 * @param withoutOne tickets of the selection that have no agent, customer or company
 * @param next cursor of the following page; null on the last one
 */
public record ViewPage(
        long total,
        long withoutOne,
        List<ViewRow> rows,
        @Nullable String next) {}
