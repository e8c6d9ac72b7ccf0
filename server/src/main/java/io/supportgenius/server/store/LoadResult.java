package io.supportgenius.server.store;

/**
 * What became of the drafts of one {@link TicketLoad}; the five counts add up to the drafts given to it.
 *
 * @param created tickets that were new
 * @param updated tickets that were known and changed
 * @param unchanged tickets that were known and are the same
 * @param folded further versions of a ticket already counted; the newest version won
 * @param duplicates exact repetitions of a draft already counted
 */
public record LoadResult(long created, long updated, long unchanged, long folded, long duplicates) {}
