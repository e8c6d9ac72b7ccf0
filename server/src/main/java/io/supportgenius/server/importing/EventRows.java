package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.store.TicketEvent;
import io.supportgenius.server.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of a log as events. Used by one thread. */
final class EventRows {
    private final EventLog log;
    private final RowConverter converter;

    EventRows(EventLog log, RowConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /**
     * The event that a row is.
     *
     * @throws RejectedRowException if a cell that matters cannot be read
     */
    TicketEvent event(FileRow row) throws RejectedRowException {
        TicketDraft draft = converter.convert(row);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < log.mapping().columns().size(); i++) {
            cells.add(row.cell(i));
        }
        return new TicketEvent(draft.externalId(), draft.times().updated(), step(row), row.line(), cells);
    }

    private long step(FileRow row) {
        Double number = log.step() == null ? null : Numbers.read(row.cell(log.step()));
        return number == null ? 0 : Math.round(number);
    }
}
