package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import org.jspecify.annotations.Nullable;

/**
 * What facts need of one ticket.
 *
 * @param created seconds since 1970-01-01 UTC
 * @param solvedAt last solution, likewise; null where the ticket is unsolved or the time is not known
 * @param firstReply seconds after the creation, possibly negative
 * @param resolution seconds after the creation, possibly negative
 * @param replied whether there is a first reply, also where its distance from the creation is not known
 * @param solved whether the ticket was solved, by its time or else by its status
 * @param industry of the ticket, else of its company; likewise tier, location and pilot
 * @param attributes values of the asked attributes, in the order asked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, read once
public record FactRow(
        long ticket,
        @Nullable Long created,
        @Nullable Long solvedAt,
        @Nullable Long firstReply,
        @Nullable Long resolution,
        boolean replied,
        boolean solved,
        @Nullable Long touches,
        @Nullable Long company,
        @Nullable Long requester,
        @Nullable Long agent,
        @Nullable String industry,
        @Nullable String supportTier,
        @Nullable String location,
        @Nullable Boolean pilot,
        @Nullable String channel,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String type,
        @Nullable SentimentScore sentiment,
        @Nullable Boolean satisfied,
        @Nullable String[] attributes) {}
