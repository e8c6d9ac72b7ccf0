package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.store.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first tickets of a log, folded from those of its first rows that are theirs. */
final class EventPreview {
    private static final Comparator<TicketEvent> IN_TIME = Comparator.comparing(
                    TicketEvent::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparingLong(TicketEvent::step)
            .thenComparingLong(TicketEvent::line);

    private EventPreview() {}

    /** The first tickets and rejected rows, so many together. */
    static List<FilePreview.Row> of(EventLog log, ImportPlan plan, List<FileRow> rows, int limit) {
        RowConverter converter = new RowConverter(plan);
        EventRows reader = new EventRows(log, converter);
        List<FilePreview.Row> shown = new ArrayList<>();
        Map<String, List<TicketEvent>> tickets = new LinkedHashMap<>();
        Set<List<String>> seen = new LinkedHashSet<>();
        for (FileRow row : rows) {
            try {
                TicketEvent event = reader.event(row);
                boolean known = tickets.containsKey(event.externalId());
                if ((known || tickets.size() + shown.size() < limit) && seen.add(event.cells())) {
                    tickets.computeIfAbsent(event.externalId(), id -> new ArrayList<>())
                            .add(event);
                }
            } catch (RejectedRowException unreadable) {
                if (tickets.size() + shown.size() < limit) {
                    shown.add(new FilePreview.Row(row.line(), null, unreadable.reject()));
                }
            }
        }
        tickets.values().forEach(events -> {
            TicketFold fold = new TicketFold(
                    log,
                    converter,
                    ticket -> shown.add(new FilePreview.Row(events.get(0).line(), ticket, null)));
            events.sort(IN_TIME);
            events.forEach(fold::accept);
            fold.end();
        });
        return shown;
    }
}
