package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.FactRows;
import io.supportgenius.server.store.Organisation;
import io.supportgenius.server.store.TicketsChanged;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the facts in step with the store: right after a commit of this server, and within a second after a commit of another
 * one. Readers always see one snapshot; a failed reading leaves the last one in place and is tried again.
 */
@Component
public class LiveFacts implements SmartLifecycle {

    /** Before anything was read. */
    static final Snapshot NOTHING = FactsLoad.nothing(ZoneId.of("UTC"), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(LiveFacts.class);
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    /** One looks for changes while another keeps facts for the next start. */
    private static final int THREADS = 2;

    private final FactRows rows;
    private final Changes changes;
    private final Organisation organisation;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final boolean live;
    private final Optional<KeptFacts> kept;

    private final HeapRoom room;

    private volatile Snapshot current;
    private volatile @Nullable Shortage shortage;
    private Changes.@Nullable Mark shortSince;
    private volatile @Nullable String organisationName;
    private volatile @Nullable ScheduledExecutorService looks;

    LiveFacts(
            FactRows rows,
            Changes changes,
            Organisation organisation,
            FactsSettings settings,
            Optional<KeptFacts> kept) {
        this.kept = kept;
        this.rows = rows;
        this.changes = changes;
        this.organisation = organisation;
        this.live = settings.live();
        this.room = settings.room();
        this.current = NOTHING;
    }

    /** Why not all tickets are shown where memory does not suffice; null where it does. */
    public @Nullable Shortage shortage() {
        return shortage;
    }

    /** What questions are answered from now. */
    public Snapshot current() {
        return current;
    }

    /** The organisation's name as it was read last; null where none was given. */
    public @Nullable String organisationName() {
        return organisationName;
    }

    /** Reads what changed; returns when the facts show every commit made before the call. */
    public void refresh() {
        refreshing.lock();
        try {
            refresh(changes.latest());
        } finally {
            refreshing.unlock();
        }
    }

    private void refresh(Changes.Mark mark) {
        try {
            ZoneId zone = organisation.zone();
            organisationName = organisation.name().orElse(null);
            if (shortage != null && mark.equals(shortSince)) {
                return;
            }
            Snapshot known = current.complete() ? current : kept(mark, zone);
            boolean sameZone = known.facts().zone().equals(zone);
            if (!known.complete() || !sameZone || known.epoch() != mark.epoch()) {
                readAll(zone);
            } else if (known.revision() != mark.revision() || known != current) {
                readChanges(known);
            }
            shortage = null;
        } catch (HeapRoom.TooManyTicketsException tooMany) {
            if (!tooMany.shortage().equals(shortage)) {
                LOG.error(tooMany.getMessage());
                shortage = tooMany.shortage();
            }
            shortSince = mark;
        }
    }

    private Snapshot kept(Changes.Mark mark, ZoneId zone) {
        return kept.flatMap(file -> file.take(mark, zone)).orElse(current);
    }

    private void readChanges(Snapshot known) {
        Snapshot before = current;
        rows.read(known.revision(), state -> {
            boolean sameDimensions = attributes(known).equals(state.attributes());
            if (sameDimensions && state.mark().epoch() == known.epoch()) {
                current = FactsLoad.read(known, state, room, step -> {});
            }
        });
        if (current == before) {
            readAll(known.facts().zone());
        }
    }

    /** Steps are shown only while there is nothing better: an older but complete snapshot stays until the new one is. */
    private void readAll(ZoneId zone) {
        long begin = System.nanoTime();
        rows.read(-1, state -> {
            Snapshot nothing = FactsLoad.nothing(zone, state.attributes());
            boolean show = !current.complete();
            current = FactsLoad.read(nothing, state, room, step -> {
                if (show) {
                    current = step;
                }
            });
        });
        LOG.info(
                "Read the facts of {} tickets from the store in {} ms",
                current.facts().size(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private static List<String> attributes(Snapshot snapshot) {
        return snapshot.facts().dimensions().stream()
                .filter(Dimension::isAttribute)
                .map(Dimension::column)
                .toList();
    }

    @EventListener
    void onCommit(TicketsChanged event) {
        if (live) {
            tryRefresh();
        }
    }

    private void tryRefresh() {
        try {
            refresh();
        } catch (RuntimeException e) {
            // Whatever it was, the next look tries again: an executor ends a task for ever that fails once.
            LOG.warn("The facts could not be read from the store; trying again", e);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return live;
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, task -> {
            var thread = new Thread(task, "facts");
            thread.setDaemon(true);
            return thread;
        });
        looks = executor;
        kept.ifPresent(file -> file.keepAfterQuiet(executor, this::current));
        executor.scheduleWithFixedDelay(this::tryRefresh, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = looks;
        looks = null;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }
}
