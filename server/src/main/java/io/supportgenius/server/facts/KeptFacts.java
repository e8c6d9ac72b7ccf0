package io.supportgenius.server.facts;

import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.FactRows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The facts that are kept for the next start: written when nothing has changed for a while, taken over where they still fit. */
final class KeptFacts {

    /** Where changes never end they are kept now and then all the same. */
    private static final Duration LONGEST_UNKEPT = Duration.ofMinutes(15);

    private final FactsFile file;
    private final Changes changes;
    private final Duration quiet;

    private Snapshot lastSeen = LiveFacts.NOTHING;
    private Snapshot lastKept = LiveFacts.NOTHING;
    private long seenSince = System.nanoTime();
    private long keptSince = System.nanoTime();

    /** @param quiet how long nothing must have changed */
    KeptFacts(FactsFile file, Changes changes, Duration quiet) {
        this.file = file;
        this.changes = changes;
        this.quiet = quiet;
    }

    /** The kept facts, if they are of this very store and no newer than it; what they lack has to be read. */
    synchronized Optional<Snapshot> take(Changes.Mark mark, ZoneId zone) {
        Optional<Snapshot> found = changes.database()
                .flatMap(database -> file.read()
                        .filter(kept -> kept.origin().meaning() == FactRows.meaning()
                                && kept.origin().database().equals(database)
                                && kept.origin().epoch() == mark.epoch()
                                && kept.origin().zoneId().equals(zone)
                                && kept.snapshot().revision() <= mark.revision())
                        .map(FactsFile.Kept::snapshot));
        lastKept = found.orElse(lastKept);
        return found;
    }

    /** Looks now and then whether there is something to keep. */
    void keepAfterQuiet(ScheduledExecutorService executor, Supplier<Snapshot> current) {
        long pause = Math.max(1, quiet.toMillis() / 2);
        executor.scheduleWithFixedDelay(() -> look(current.get()), pause, pause, TimeUnit.MILLISECONDS);
    }

    private synchronized void look(Snapshot now) {
        if (now != lastSeen) {
            lastSeen = now;
            seenSince = System.nanoTime();
        }
        boolean changed = now.complete()
                && (now.revision() != lastKept.revision()
                        || now.epoch() != lastKept.epoch()
                        || !now.facts().zone().equals(lastKept.facts().zone())
                        || !now.facts().dimensions().equals(lastKept.facts().dimensions()));
        if (changed && (isOver(quiet, seenSince) || isOver(LONGEST_UNKEPT, keptSince))) {
            keep(now);
        }
    }

    /** Keeps a complete snapshot. */
    synchronized void keep(Snapshot now) {
        changes.database().ifPresent(database -> file.write(database, now));
        lastKept = now;
        keptSince = System.nanoTime();
    }

    private static boolean isOver(Duration time, long since) {
        return System.nanoTime() - since >= time.toNanos();
    }
}
