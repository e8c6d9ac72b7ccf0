package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.server.store.Changes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The facts that are kept for the next start: written when nothing has changed for a while, taken over where they still fit. */
final class KeptFacts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFacts.class);

    /** Where changes never end they are kept now and then all the same. */
    private static final Duration LONGEST_UNKEPT = Duration.ofMinutes(15);

    private final FactsFile file;
    private final Changes changes;
    private final Duration quiet;

    private State lastSeen = State.of(LiveFacts.NOTHING);
    private State lastKept = State.of(LiveFacts.NOTHING);
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
                        .filter(kept -> kept.origin().meaning() == FactsOrigin.meaning(zone)
                                && kept.origin().database().equals(database)
                                && kept.origin().epoch() == mark.epoch()
                                && kept.origin().zoneId().equals(zone)
                                && kept.snapshot().revision() <= mark.revision())
                        .map(FactsFile.Kept::snapshot));
        found.ifPresent(kept -> lastKept = State.of(kept));
        return found;
    }

    /** Looks now and then whether there is something to keep. */
    void keepAfterQuiet(ScheduledExecutorService executor, Supplier<Snapshot> current) {
        long pause = Math.max(1, quiet.toMillis() / 2);
        executor.scheduleWithFixedDelay(() -> look(current.get()), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What goes wrong here must not end the looking. */
    private void look(Snapshot now) {
        try {
            lookAt(now);
        } catch (RuntimeException e) {
            LOG.warn("The facts could not be kept for the next start; it is tried again", e);
        }
    }

    private synchronized void lookAt(Snapshot now) {
        State state = State.of(now);
        if (!state.equals(lastSeen)) {
            lastSeen = state;
            seenSince = System.nanoTime();
        }
        boolean changed = now.complete() && !state.equals(lastKept);
        if (changed && (isOver(quiet, seenSince) || isOver(LONGEST_UNKEPT, keptSince))) {
            keep(now);
        }
    }

    /** Keeps a complete snapshot. */
    synchronized void keep(Snapshot now) {
        Optional<String> database = changes.database();
        keptSince = System.nanoTime();
        if (database.isPresent() && file.write(database.get(), now)) {
            lastKept = State.of(now);
        }
    }

    private static boolean isOver(Duration time, long since) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** What tells one snapshot from another, without holding any ticket. */
    private record State(long revision, long epoch, ZoneId zone, List<Dimension> dimensions) {

        static State of(Snapshot snapshot) {
            return new State(
                    snapshot.revision(),
                    snapshot.epoch(),
                    snapshot.facts().zone(),
                    snapshot.facts().dimensions());
        }
    }
}
