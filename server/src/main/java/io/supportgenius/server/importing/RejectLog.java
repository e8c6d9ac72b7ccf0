package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;

/** The rejected rows of one run: all of them are kept in the database, the first ones also for the report. Used by one thread. */
final class RejectLog {
    private static final int BATCH = 1_000;

    private final long run;
    private final RejectTable table;
    private final List<Reject> shown = new ArrayList<>();
    private final List<Reject> batch = new ArrayList<>();
    private long count;

    RejectLog(long run, RejectTable table) {
        this.run = run;
        this.table = table;
    }

    void add(Reject reject) {
        count++;
        if (shown.size() < ImportReport.REJECTS_SHOWN) {
            shown.add(reject);
        }
        batch.add(reject);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** Keeps what has come in since the last time. */
    void flush() {
        table.insert(run, batch);
        batch.clear();
    }

    List<Reject> shown() {
        return shown;
    }

    long count() {
        return count;
    }
}
