package io.supportgenius.server.insights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket list, in the shape of {@code GET /api/v1/tickets}.
 *
 * @param id ours, as in {@code /tickets/{id}}
 * @param requester the label that filters take; likewise company and agent
 * @param sentiment {@code negative}, {@code neutral} or {@code positive}; null when not scored
 * @param sentimentCertainty probability of the sentiment, 0 to 1; 1 where a person corrected it
 * @param sentimentBy who judged it: {@code fast}, {@code accurate} or {@code person}; null when not scored
 */
public record TicketRow(
        long id,
        String source,
        String externalId,
        @Nullable Instant created,
        @Nullable String subject,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String type,
        @Nullable String channel,
        @Nullable String requester,
        @Nullable Long requesterId,
        @Nullable String company,
        @Nullable Long companyId,
        @Nullable String agent,
        @Nullable Long agentId,
        @Nullable String industry,
        @Nullable String supportTier,
        @Nullable String location,
        @Nullable Boolean pilot,
        @Nullable Double firstReplyHours,
        @Nullable Double fullResolutionHours,
        @Nullable Integer touches,
        @Nullable String sentiment,
        @Nullable Double sentimentCertainty,
        @Nullable String sentimentBy) {}
