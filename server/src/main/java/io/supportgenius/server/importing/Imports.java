package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.store.EventStages;
import io.supportgenius.server.store.ImportUndo;
import io.supportgenius.server.store.Organisation;
import io.supportgenius.server.store.TicketLoads;
import io.supportgenius.server.store.Tickets;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of tickets and imports them in the background, one after the other. */
@Component
public class Imports implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int SECONDS_TO_STOP = 10;
    /** A file that brings the server down whenever it is read must not do so for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private final TicketFiles ticketFiles;
    private final TicketLoads loads;
    private final EventStages events;
    private final Tickets tickets;
    private final Uploads uploads;
    private final Organisation organisation;
    private final ImportRunTable table;
    private final RejectTable rejects;
    private final WaitingFiles files;
    private final SavedMappings saved;
    private final ImportUndo undo;
    private final RunLocks locks;
    private final TransactionTemplate transaction;
    private volatile boolean stopping;
    private final Map<Long, ImportRun> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "import"));

    Imports(
            TicketFiles ticketFiles,
            TicketLoads loads,
            EventStages events,
            Tickets tickets,
            Uploads uploads,
            Organisation organisation,
            ImportRunTable table,
            RejectTable rejects,
            WaitingFiles files,
            SavedMappings saved,
            ImportUndo undo,
            RunLocks locks,
            PlatformTransactionManager transactions) {
        this.ticketFiles = ticketFiles;
        this.loads = loads;
        this.events = events;
        this.tickets = tickets;
        this.uploads = uploads;
        this.organisation = organisation;
        this.table = table;
        this.rejects = rejects;
        this.files = files;
        this.saved = saved;
        this.undo = undo;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins the runs anew that a crash has cut off, in their order and before any other. Nothing of them was saved: an import and its
     * tickets are committed together.
     */
    @Override
    public void afterSingletonsInstantiated() {
        table.running().stream().filter(run -> locks.tryHold(run.id())).forEach(run -> {
            ImportRequest request = run.request();
            if (request == null || !uploads.has(request.path())) {
                end(run, "The server stopped before the import had ended; nothing was changed.");
            } else if (run.attempts() >= MOST_ATTEMPTS) {
                end(run, "The server stopped each time that it read the file; nothing was changed.");
            } else if (table.attempt(run.id())) {
                LOG.warn("Import {} was cut off when the server stopped last time and begins anew", run.id());
                rejects.delete(run.id());
                files.resumed(run.id(), request.path());
                begin(run.id(), request);
            } else {
                locks.letGo(run.id());
            }
        });
    }

    private void end(ImportRunTable.Running run, String message) {
        LOG.warn("Import {} was cut off when the server stopped last time", run.id());
        rejects.delete(run.id());
        table.fail(run.id(), message);
        locks.letGo(run.id());
    }

    /**
     * Lets a file be imported as soon as its turn comes.
     *
     * @return the number of the run
     */
    public long start(ImportRequest request) {
        long id = insert(request);
        begin(id, request);
        return id;
    }

    private void begin(long id, ImportRequest request) {
        ZoneId zone = request.zone() == null ? organisation.zone() : request.zone();
        ImportRun run = new ImportRun(id, request, zone, ticketFiles, loads, events, tickets, table, rejects, saved);
        running.put(id, run);
        try {
            worker.execute(() -> work(id, run));
        } catch (RejectedExecutionException stopping) {
            running.remove(id);
            locks.letGo(id);
            throw new ImportFailedException("The server is being stopped; nothing was changed.", stopping);
        }
    }

    /** Nobody sees the run before it is held, or a server that starts right now would take it for one cut off. */
    private long insert(ImportRequest request) {
        Long id = transaction.execute(status -> {
            long number = table.insert(request);
            locks.hold(number);
            return number;
        });
        return Objects.requireNonNull(id);
    }

    /** Whatever happens, whoever waits for the run gets a report: one that cannot be kept stays in memory. */
    private void work(long id, ImportRun run) {
        if (!run.take()) {
            return;
        }
        boolean kept = false;
        boolean goesOn = false;
        try {
            ImportReport report = reportOf(run);
            goesOn = goesOn(run, report);
            if (goesOn) {
                LOG.warn("Import {} is cut off because the server stops, and begins anew when it starts", id);
                run.ended().complete(run.present());
                return;
            }
            kept = keep(report);
            if (report.state() == ImportState.DONE) {
                files.done(run.request().path());
            }
            run.ended().complete(report);
        } catch (Error broken) {
            LOG.error("Import {} ended with an error of the Java machine", id, broken);
            throw broken;
        } finally {
            run.ended().complete(run.brokenOff());
            if (kept) {
                running.remove(id);
            }
            locks.letGo(id);
            if (!goesOn) {
                deleteCopy(run.request());
            }
        }
    }

    /** A server that is stopped in good order leaves no less behind than one that is killed. */
    private boolean goesOn(ImportRun run, ImportReport report) {
        return stopping
                && report.state() == ImportState.FAILED
                && !run.cancelled()
                && uploads.has(run.request().path());
    }

    private boolean keep(ImportReport report) {
        try {
            if (report.state() != ImportState.DONE) {
                rejects.delete(report.id());
            }
            table.finish(report);
            return true;
        } catch (DataAccessException databaseGone) {
            LOG.error("The report of import {} could not be kept", report.id(), databaseGone);
            return false;
        }
    }

    private ImportReport reportOf(ImportRun run) {
        try {
            return run.run();
        } catch (RuntimeException failure) {
            ImportReport committed = run.committed();
            if (committed == null) {
                // Whatever it ran into, this is why.
                return run.cancelled()
                        ? run.nothingChanged(ImportState.FAILED, Stages.CANCELLED)
                        : reportOf(run, failure);
            }
            LOG.error("Import {} is committed, but something failed after that", committed.id(), failure);
            return committed;
        }
    }

    private static ImportReport reportOf(ImportRun run, RuntimeException failure) {
        try {
            throw failure;
        } catch (ImportFailedException told) {
            return run.nothingChanged(ImportState.FAILED, told.getMessage());
        } catch (DataAccessException refused) {
            LOG.error("The database refused the import of {}", run.request().file(), refused);
            return run.nothingChanged(
                    ImportState.FAILED,
                    "The database refused the import: " + firstLine(refused.getMostSpecificCause()) + ".");
        } catch (RuntimeException defect) {
            LOG.error("The import of {} ran into a defect", run.request().file(), defect);
            return run.nothingChanged(
                    ImportState.FAILED,
                    "The import failed for a reason that the server's log tells: " + firstLine(defect));
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static void deleteCopy(ImportRequest request) {
        if (request.temporary()) {
            try {
                Files.deleteIfExists(request.path());
            } catch (IOException left) {
                LOG.warn("The uploaded file {} could not be deleted", request.path(), left);
            }
        }
    }

    /**
     * Waits for a run to end.
     *
     * @return its report, final or, after the patience has run out, on the way; empty if there is no such run
     */
    public Optional<ImportReport> await(long id, Duration patience) throws InterruptedException {
        ImportRun run = running.get(id);
        if (run != null) {
            try {
                return Optional.of(run.ended().get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                return find(id);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("Import " + id + " ended without a report", failed);
            }
        }
        return find(id);
    }

    /**
     * Ends a run that is not over yet without a result. It ends within moments, or while its tickets are being merged
     * right before their commit; what is committed by then stays, so its report says whether it was still possible.
     *
     * @return whether this server does the run; else nothing was done
     */
    public boolean cancel(long id) {
        ImportRun run = running.get(id);
        if (run == null) {
            return false;
        }
        run.cancel();
        if (run.take()) {
            // It was waiting for its turn.
            ImportReport report = run.nothingChanged(ImportState.FAILED, Stages.CANCELLED);
            boolean kept = keep(report);
            run.ended().complete(report);
            if (kept) {
                running.remove(id);
            }
            locks.letGo(id);
            deleteCopy(run.request());
        }
        return true;
    }

    /** When runs were asked for. */
    public Map<Long, Instant> started(List<Long> ids) {
        return table.started(ids);
    }

    /** The report of a run, final or on the way. */
    public Optional<ImportReport> find(long id) {
        ImportRun run = running.get(id);
        return run == null ? table.find(id) : Optional.of(run.present());
    }

    /** The columns of the file of a run that rejected rows; none where they are not known. */
    public List<String> rejectedColumns(long id) {
        return rejects.columns(id);
    }

    /** Hands over all rejected rows of a run in the order of the file, as they come from the database. */
    public void forEachReject(long id, Consumer<RejectedRow> consumer) {
        rejects.forEach(id, consumer);
    }

    /** The import that can be taken back now: the newest that changed something; empty if what was before it is forgotten. */
    public Optional<Long> undoable() {
        return undo.next();
    }

    /** The newest import that changed something. */
    public Optional<Long> newest() {
        return undo.newest();
    }

    /**
     * Takes an import back: tickets, people and companies are as they were before it.
     *
     * @return whether that was possible; else nothing was changed
     */
    public boolean undo(long id) {
        return undo.undo(id);
    }

    /** The latest runs, the newest first. */
    public List<ImportReport> latest(int limit) {
        return table.latest(limit).stream()
                .map(report -> find(report.id()).orElse(report))
                .toList();
    }

    /** Cuts off what runs; its tickets are not committed, and what was uploaded begins anew at the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        try {
            running.keySet().forEach(table::stopped);
        } catch (DataAccessException databaseGone) {
            LOG.warn("The imports that are cut off could not be noted", databaseGone);
        }
        worker.shutdownNow();
        if (!worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("An import did not stop within {} seconds", SECONDS_TO_STOP);
        }
    }
}
