package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketId;
import io.supportgenius.server.ticket.TicketKind;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.ticket.TicketTimes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row of a ticket.
 *
 * @param profile what is known on the ticket itself, without its company
 * @param sentiment null where the text is not judged
 * @param sentimentModel who judged it: a model by its name, or {@link Corrections#PERSON}; null where nobody did yet
 */
public record StoredTicket(
        TicketId id,
        String source,
        String externalId,
        @Nullable CustomerId requester,
        @Nullable CompanyId company,
        @Nullable AgentId assignee,
        TicketTimes times,
        TicketKind kind,
        TicketText text,
        TicketEffort effort,
        Profile profile,
        Map<String, String> sourceMetrics,
        Map<String, String> attributes,
        @Nullable SentimentScore sentiment,
        @Nullable String sentimentModel) {}
