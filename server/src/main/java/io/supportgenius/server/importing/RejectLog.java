package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;

/** The rejected rows of one run: all of them go to the database as they come, the first ones also into the report. */
final class RejectLog {
    private static final int AT_ONCE = 1_000;

    private final long run;
    private final ImportRunTable table;
    private final List<Reject> shown = new ArrayList<>();
    private final List<Reject> waiting = new ArrayList<>();
    private long count;

    RejectLog(long run, ImportRunTable table) {
        this.run = run;
        this.table = table;
    }

    void add(Reject reject) {
        count++;
        if (shown.size() < ImportReport.REJECTS_SHOWN) {
            shown.add(reject);
        }
        waiting.add(reject);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    /** Sends what still waits to the database. */
    void flush() {
        table.insertRejects(run, count - waiting.size() + 1, waiting);
        waiting.clear();
    }

    List<Reject> shown() {
        return shown;
    }

    long count() {
        return count;
    }
}
