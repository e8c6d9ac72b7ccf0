package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;

/** The rejected rows of one run: all of them are counted, the first ones are kept for the report. */
final class RejectLog {
    private final List<Reject> shown = new ArrayList<>();
    private long count;

    void add(Reject reject) {
        count++;
        if (shown.size() < ImportReport.REJECTS_SHOWN) {
            shown.add(reject);
        }
    }

    List<Reject> shown() {
        return shown;
    }

    long count() {
        return count;
    }
}
