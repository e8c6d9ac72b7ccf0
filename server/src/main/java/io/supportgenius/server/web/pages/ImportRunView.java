package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.TicketListView.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import, on its way or over.
 *
 * @param state its API name
 * @param message why it changed nothing; null where it did
 * @param rejects the first rejected rows
 * @param firstOnly says that these are the first ones; null where they are all
 * @param events how events became tickets, in sentences; empty where the rows are tickets
 * @param words what activities and states were taken to mean
 * @param quality tickets with doubtful times, by what is wrong
 * @param reconciliation figures of the source beside ours
 * @param progress how far it is; null once it is over
 * @param again where the same file can be read anew; null where it does not wait any more
 */
record ImportRunView(
        long id,
        String file,
        String source,
        String state,
        String stateName,
        @Nullable String message,
        boolean dryRun,
        List<Count> counts,
        String created,
        String updated,
        String rejected,
        List<Rejected> rejects,
        @Nullable String firstOnly,
        List<String> warnings,
        List<Mapped> mapping,
        List<String> attributes,
        List<String> events,
        List<Mapped> words,
        List<Finding> quality,
        List<Compared> reconciliation,
        String lasted,
        @Nullable Progress progress,
        @Nullable String again) {

    public boolean running() {
        return state.equals("running");
    }

    record Count(String label, String value) {}

    record Rejected(String line, String column, String value, String reason) {}

    /** Tickets with something wrong, and where all of that kind are. */
    record Finding(String sentence, String href) {}

    /** A figure of the source beside ours. */
    record Compared(
            String metric,
            String column,
            String n,
            String equal,
            String different,
            String median,
            List<Link> examples) {}

    /** A field and the column it came from. */
    record Mapped(String field, String column) {}

    /**
     * How far it is.
     *
     * @param rows those that were read, and of how many where that is known, in words
     * @param rate in words; null where not known, like what remains
     * @param percent null where not known
     */
    record Progress(
            String stage,
            String rows,
            @Nullable String rate,
            @Nullable String remaining,
            @Nullable Integer percent) {}
}
