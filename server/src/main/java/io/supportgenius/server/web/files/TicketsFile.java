package io.supportgenius.server.web.files;

import io.supportgenius.server.insights.TicketExports;
import io.supportgenius.server.insights.TicketExports.Exported;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes tickets as CSV while they come, a row for each. */
public final class TicketsFile implements TicketExports.Receiver {

    private final Writer writer;
    private final boolean text;
    private @Nullable CsvText csv;
    private @Nullable TicketColumns columns;
    private long expected;
    private long written;

    /** @param text whether the tickets' texts get a column */
    public TicketsFile(Writer writer, boolean text) {
        this.writer = writer;
        this.text = text;
    }

    @Override
    public void begin(long total, ZoneId zone, List<String> attributes) {
        var known = new TicketColumns(attributes, text);
        var begun = new CsvText(writer, zone);
        begun.row(known.header());
        columns = known;
        csv = begun;
        expected = total;
    }

    @Override
    public void accept(Exported ticket) {
        Objects.requireNonNull(csv, "Not begun")
                .row(Objects.requireNonNull(columns, "Not begun").row(ticket));
        written++;
    }

    /** @throws IllegalStateException if there are fewer or more rows than were announced */
    public void end() {
        if (written != expected) {
            throw new IllegalStateException(written + " of " + expected + " tickets were written");
        }
        Objects.requireNonNull(csv, "Not begun").flush();
    }

    /** Whether anything has been handed on, so that it is too late for another answer. */
    public boolean isBegun() {
        return csv != null;
    }
}
