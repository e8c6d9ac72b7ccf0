package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.TicketListView.Duration;
import io.supportgenius.server.web.pages.TicketListView.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket.
 *
 * @param judgement how its text was judged; null when it was not
 * @param unjudged why not, by the end of a message key
 * @param correction where the visitor may say otherwise; null where not
 * @param people requester, company and agent by the end of their message key
 * @param profile what is known of the customer; leads to the tickets alike
 * @param sourceMetrics the source's own figures beside ours
 */
record TicketView(
        String subject,
        String externalId,
        String source,
        @Nullable String status,
        @Nullable String body,
        List<String> tags,
        @Nullable JudgementView judgement,
        String unjudged,
        @Nullable CorrectionView correction,
        Duration firstReply,
        Duration fullResolution,
        @Nullable String touches,
        @Nullable String reopens,
        @Nullable String satisfaction,
        List<Event> timeline,
        List<Detail> people,
        List<Detail> kind,
        List<Detail> profile,
        List<Detail> sourceMetrics,
        List<Detail> attributes) {

    /**
     * Something that happened.
     *
     * @param since time since creation in words; null where it cannot be had
     */
    record Event(String name, String time, @Nullable String since, boolean impossible) {}

    /** A named value; null when unknown. */
    record Detail(String name, @Nullable Link value) {}
}
