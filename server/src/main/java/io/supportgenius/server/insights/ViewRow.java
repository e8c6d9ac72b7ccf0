package io.supportgenius.server.insights;

import org.jspecify.annotations.Nullable;

/**
 * One agent, customer or company with the figures of its tickets in the selection.
 *
 * @param label the name as filters take it
 * @param detail what helps to tell it apart: a group, a company, an industry; null when unknown
 * @param unsolved tickets without a resolution
 * @param meanTouches mean agent replies of the tickets where they are known; null when there are none
 */
public record ViewRow(
        long id,
        String label,
        @Nullable String detail,
        long tickets,
        long unsolved,
        DurationFigures firstReplyTime,
        DurationFigures fullResolutionTime,
        @Nullable Double meanTouches,
        SentimentFigures sentiment) {}
