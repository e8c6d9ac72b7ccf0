package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.TicketRow;
import io.supportgenius.server.web.pages.TicketListView.Duration;
import io.supportgenius.server.web.pages.TicketListView.Link;
import io.supportgenius.server.web.pages.TicketListView.Mood;
import io.supportgenius.server.web.pages.TicketListView.Row;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of ticket lists in words. */
@Component
class TicketRows {

    private final Freshness freshness;
    private final Wording wording;

    TicketRows(Freshness freshness, Wording wording) {
        this.freshness = freshness;
        this.wording = wording;
    }

    List<Row> rows(List<TicketRow> tickets) {
        ZoneId zone = freshness.state().zone();
        return tickets.stream().map(ticket -> row(ticket, zone)).toList();
    }

    private Row row(TicketRow ticket, ZoneId zone) {
        String subject = ticket.subject();
        Integer touches = ticket.touches();
        return new Row(
                "/tickets/" + ticket.id(),
                subject == null || subject.isBlank() ? wording.text("ticket.subject.missing") : subject,
                ticket.externalId(),
                wording.date(ticket.created(), zone),
                wording.timeOfDay(ticket.created(), zone),
                ticket.status(),
                link("/customers/", ticket.requester(), ticket.requesterId()),
                link("/companies/", ticket.company(), ticket.companyId()),
                link("/agents/", ticket.agent(), ticket.agentId()),
                duration(ticket.firstReplyHours(), "ticket.firstReply.missing"),
                duration(ticket.fullResolutionHours(), "ticket.fullResolution.missing"),
                touches == null ? null : wording.number(touches),
                mood(ticket.sentiment(), ticket.sentimentCertainty()));
    }

    private @Nullable Mood mood(@Nullable String kind, @Nullable Double certainty) {
        return kind == null || certainty == null
                ? null
                : new Mood(kind, wording.text("share", wording.decimal(100 * certainty, 0)));
    }

    private static @Nullable Link link(String path, @Nullable String label, @Nullable Long id) {
        return label == null ? null : new Link(label, id == null ? null : path + id);
    }

    Duration duration(@Nullable Double hours, String missing) {
        if (hours == null) {
            return new Duration(wording.text("value.none"), wording.text(missing), false);
        }
        boolean impossible = hours < 0;
        return new Duration(
                Durations.words(hours), impossible ? wording.text("ticket.duration.impossible") : null, impossible);
    }
}
