package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a killed server may have left: a PostgreSQL without a parent, its working processes, or only its pid file.
 *
 * <p>A pid file proves nothing, its number may belong to a stranger by now. A process is ours only if its command line
 * names our database directory, or, for working processes whose command line says nothing, if it runs in it.
 */
final class Leftovers {

    private static final long STOP_SECONDS = 60;
    private static final long WORKERS_END_SECONDS = 5;

    private final Path database;

    Leftovers(Path database) {
        this.database = database;
    }

    /** Ends what is left, so that a new server can start on the directory. */
    void clear() throws IOException {
        Path pidFile = database.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = recordedProcess(pidFile);
        if (process.isPresent() && isOurServer(process.get())) {
            Signals.interrupt(process.get().pid());
            await(List.of(process.get()), STOP_SECONDS);
        } else if (process.isPresent()) {
            // A living stranger has the number: PostgreSQL would refuse to start, or worse, someone would stop him.
            Files.deleteIfExists(pidFile);
        }
        endWorkers();
    }

    private static Optional<ProcessHandle> recordedProcess(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).trim().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
    }

    private boolean isOurServer(ProcessHandle process) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return List.of(new String(words, StandardCharsets.UTF_8).split("\0"))
                    .contains(database.toString());
        } catch (IOException endedOrHidden) {
            return false;
        }
    }

    /** Working processes notice the end of their server by themselves, though not always at once. */
    private void endWorkers() throws IOException {
        List<ProcessHandle> workers;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            workers = all.filter(this::worksInDatabase).toList();
        }
        if (!workers.isEmpty() && !ends(workers, WORKERS_END_SECONDS)) {
            workers.forEach(ProcessHandle::destroyForcibly);
            await(workers, WORKERS_END_SECONDS);
        }
    }

    private boolean worksInDatabase(ProcessHandle process) {
        Path entry = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(entry.resolve("cwd")).equals(database)
                    && Files.readString(entry.resolve("comm")).trim().equals("postgres");
        } catch (IOException endedOrHidden) {
            return false;
        }
    }

    private void await(List<ProcessHandle> processes, long seconds) throws IOException {
        if (!ends(processes, seconds)) {
            throw new StoreUnavailableException("A PostgreSQL left over from before still uses " + database
                    + " and does not stop: process " + processes.get(0).pid() + ".");
        }
    }

    private static boolean ends(List<ProcessHandle> processes, long seconds) throws IOException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failed) {
            throw new IOException("Cannot wait for the end of a process", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the end of a process", interrupted);
        }
    }
}
