package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rejected rows of one run: all of them are kept in the database, the first ones also for the report. Used by one thread. */
final class RejectLog {
    private static final int BATCH = 1_000;
    /** Cells may be long. */
    private static final long CHARACTERS = 1 << 20;

    private final long run;
    private final RejectTable table;
    private final List<Reject> shown = new ArrayList<>();
    private final List<RejectedRow> batch = new ArrayList<>();
    private long characters;
    private long count;

    RejectLog(long run, RejectTable table) {
        this.run = run;
        this.table = table;
    }

    void add(Reject reject, FileRow row) {
        count++;
        Reject placed = reject.in(row.part());
        if (shown.size() < ImportReport.REJECTS_SHOWN) {
            shown.add(placed);
        }
        batch.add(new RejectedRow(placed, Arrays.asList(row.cells())));
        for (String cell : row.cells()) {
            characters += cell.length();
        }
        if (batch.size() >= BATCH || characters >= CHARACTERS) {
            flush();
        }
    }

    /** Keeps what has come in since the last time. */
    void flush() {
        table.insert(run, batch);
        batch.clear();
        characters = 0;
    }

    List<Reject> shown() {
        return shown;
    }

    long count() {
        return count;
    }
}
