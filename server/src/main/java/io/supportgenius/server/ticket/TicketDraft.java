package io.supportgenius.server.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a source states it, before it is stored. Identified by the source's name and {@code externalId}.
 *
 * @param externalId the source's own id, never blank
 * @param profile what the source says on the ticket itself of industry, tier, location and pilot; wins over the company's
 * @param sourceMetrics the source's own values of metrics that we compute ourselves, by the source's column name
 * @param attributes every other column, by its name in the source; missing values are left out
 */
public record TicketDraft(
        String externalId,
        @Nullable CustomerDraft requester,
        @Nullable CompanyDraft company,
        @Nullable AgentDraft assignee,
        TicketTimes times,
        TicketKind kind,
        TicketText text,
        TicketEffort effort,
        Profile profile,
        Map<String, String> sourceMetrics,
        Map<String, String> attributes) {

    public TicketDraft {
        if (externalId.isBlank()) {
            throw new IllegalArgumentException("A ticket needs an external id");
        }
        sourceMetrics = Map.copyOf(sourceMetrics);
        attributes = Map.copyOf(attributes);
    }
}
