package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.store.EventStage;
import io.supportgenius.server.store.LoadResult;
import io.supportgenius.server.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one log on their way to tickets: each is checked as it is read, then the database sorts them by ticket and time together with
 * the events of earlier files, then they are folded. Used by one thread.
 */
final class EventFolding {
    private final EventLog log;
    private final ImportPlan plan;
    private final EventStage events;
    private final Stages stages;
    private final List<String> warnings = new ArrayList<>();
    private long different;
    private long rejected;
    private @Nullable FoldRule rule;

    EventFolding(EventLog log, ImportPlan plan, EventStage events, Stages stages) {
        this.log = log;
        this.plan = plan;
        this.events = events;
        this.stages = stages;
    }

    /** Reads the rows of the file. */
    ZonedTimes read(TicketFile file, RejectLog rejects) {
        RowConverter converter = new RowConverter(plan);
        EventRows reader = new EventRows(log, converter);
        file.forEachRow(row -> {
            stages.row();
            try {
                events.add(reader.event(row));
            } catch (RejectedRowException unreadable) {
                rejects.add(unreadable.reject(), row);
            }
        });
        rejected = rejects.count();
        return converter.times();
    }

    /** Sorts the rows and folds them. */
    void fold(Consumer<TicketDraft> tickets) {
        stages.beginWithAllRows("sorting");
        different = events.sort();
        stages.begin("folding", different);
        TicketFold fold = new TicketFold(log, new RowConverter(plan), tickets);
        events.forEach(event -> {
            stages.row();
            fold.accept(event);
        });
        fold.end();
        rule = log.rule().with(fold.events(), fold.count());
        if (fold.events() > different) {
            warnings.add((fold.events() - different)
                    + " events of these tickets came with earlier files and were folded in.");
        }
        long others = events.ticketsOfOtherLayouts();
        if (others > 0) {
            warnings.add(others
                    + " tickets have events from earlier files with other columns, which cannot be folded together"
                    + " with these: what those events said is not in these tickets any more.");
        }
    }

    /** What became of the rows, given what became of the tickets. */
    RowCounts counts(LoadResult result) {
        long tickets = result.created() + result.updated() + result.unchanged();
        return new RowCounts(
                events.rows() + rejected,
                result.created(),
                result.updated(),
                result.unchanged(),
                different - tickets,
                events.rows() - different,
                rejected);
    }

    /** How it was done; empty before it is. */
    Optional<FoldRule> rule() {
        return Optional.ofNullable(rule);
    }

    /** What became known on the way. */
    List<String> warnings() {
        return warnings;
    }
}
