package io.supportgenius.server.web.files;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.insights.TicketExports.Exported;
import io.supportgenius.server.insights.TicketRow;
import io.supportgenius.server.store.StoredTicket;
import io.supportgenius.server.ticket.TicketTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of tickets: our own, then every attribute under its name, then the text if it is wanted. Durations are hours,
 * shares 0 to 1.
 *
 * @param attributes in the order of their columns
 * @param text whether there is a column for the text
 */
record TicketColumns(List<String> attributes, boolean text) {

    private static final List<String> OURS = List.of(
            "External ID",
            "Source",
            "Created",
            "First reply",
            "First solved",
            "Solved",
            "Closed",
            "Updated",
            "Status",
            "Priority",
            "Type",
            "Channel",
            "Subject",
            "Requester",
            "Requester e-mail",
            "Company",
            "Agent",
            "Industry",
            "Support tier",
            "Location",
            "Pilot",
            "First reply time (hours)",
            "Full resolution time (hours)",
            "Agent replies",
            "Reopens",
            "Satisfaction",
            "Sentiment",
            "Sentiment certainty (0 to 1)",
            "Negative (0 to 1)",
            "Neutral (0 to 1)",
            "Positive (0 to 1)",
            "Tags",
            "Source metrics");

    private static final String ATTRIBUTE = "attribute.";
    private static final String TEXT = "Text";

    TicketColumns {
        attributes = List.copyOf(attributes);
    }

    List<String> header() {
        var header = new ArrayList<>(OURS);
        attributes.forEach(name -> header.add(ATTRIBUTE + name));
        if (text) {
            header.add(TEXT);
        }
        return header;
    }

    List<@Nullable Object> row(Exported exported) {
        TicketRow shown = exported.shown();
        StoredTicket stored = exported.stored().ticket();
        TicketTimes times = stored.times();
        var row = new ArrayList<@Nullable Object>();
        row.add(shown.externalId());
        row.add(shown.source());
        row.add(times.created());
        row.add(times.firstReply());
        row.add(times.firstSolved());
        row.add(times.solved());
        row.add(times.closed());
        row.add(times.updated());
        row.add(shown.status());
        row.add(shown.priority());
        row.add(shown.type());
        row.add(shown.channel());
        row.add(shown.subject());
        row.add(shown.requester());
        row.add(exported.stored().requesterEmail());
        row.add(shown.company());
        row.add(shown.agent());
        row.add(shown.industry());
        row.add(shown.supportTier());
        row.add(shown.location());
        row.add(shown.pilot());
        row.add(shown.firstReplyHours());
        row.add(shown.fullResolutionHours());
        row.add(shown.touches());
        row.add(stored.effort().reopens());
        row.add(satisfaction(stored.effort().satisfied()));
        addSentiment(row, shown, stored.sentiment());
        row.add(stored.text().tags().isEmpty() ? null : stored.text().tags());
        row.add(listed(stored.sourceMetrics()));
        attributes.forEach(name -> row.add(stored.attributes().get(name)));
        if (text) {
            row.add(stored.text().body());
        }
        return row;
    }

    private static @Nullable String satisfaction(@Nullable Boolean satisfied) {
        return satisfied == null ? null : satisfied ? "good" : "bad";
    }

    private static void addSentiment(List<@Nullable Object> row, TicketRow shown, @Nullable SentimentScore score) {
        row.add(shown.sentiment());
        row.add(shown.sentimentCertainty());
        row.add(score == null ? null : score.negative());
        row.add(score == null ? null : score.neutral());
        row.add(score == null ? null : score.positive());
    }

    /** The source's own values, in one cell: which there are differs from source to source. */
    private static @Nullable List<String> listed(Map<String, String> metrics) {
        if (metrics.isEmpty()) {
            return null;
        }
        var listed = new ArrayList<String>();
        new TreeMap<>(metrics).forEach((name, value) -> listed.add(name + "=" + value));
        return listed;
    }
}
