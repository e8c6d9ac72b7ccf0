package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The running PostgreSQL. */
final class ServerProcess {

    /** Recovery after a crash reads up to max_wal_size of log before the server answers. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final int PORTS_TO_TRY = 5;

    /**
     * One machine with other work to do: big enough for bulk loads without constant checkpoints, small enough for a
     * laptop. Short queries gain nothing from just-in-time compilation.
     */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "32MB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off")));

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Starts PostgreSQL on a free port and waits until it accepts connections. */
    static ServerProcess start(Path database, PostgresPrograms programs, ServerAccount account, Path log)
            throws IOException {
        for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            int port = freePort();
            Process process = launch(account.serverCommand(words(database, programs, port)), log);
            ServerProcess server = new ServerProcess(process, port);
            if (server.becomesReady(database)) {
                return server;
            }
            if (isFree(port)) {
                break; // Not the port's fault.
            }
        }
        throw new StoreUnavailableException(
                "PostgreSQL did not start on " + database + "; the reason stands at the end of " + log + ".");
    }

    private static List<String> words(Path database, PostgresPrograms programs, int port) {
        List<String> words = new ArrayList<>(
                List.of(programs.postgres().toString(), "-D", database.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    /**
     * The kernel ties the death signal to the thread that started a process, not to our whole process. So the server is
     * started by a thread that does nothing else and stays until the server has ended.
     */
    private static Process launch(List<String> command, Path log) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Process process = Programs.cleanly(command)
                                .redirectInput(new File("/dev/null"))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                                .start();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException failure) {
                        started.completeExceptionally(failure);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                "postgres");
        thread.setDaemon(true);
        thread.start();
        try {
            return started.join();
        } catch (CompletionException failure) {
            throw new IOException("Cannot run " + command.get(0), failure.getCause());
        }
    }

    /** Waits for the word that PostgreSQL writes into its pid file once it accepts connections. */
    private boolean becomesReady(Path database) throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try {
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                if (saysReady(database.resolve("postmaster.pid"))) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    stop();
                    return false;
                }
            }
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
            throw new IOException("Interrupted while PostgreSQL was starting", interrupted);
        }
    }

    private boolean saysReady(Path pidFile) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.get(0).trim().equals(Long.toString(process.pid()))
                    && lines.get(7).trim().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    /** Fast stop; if that takes too long, an immediate one, from which the next start recovers. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            Signals.interrupt(process.pid());
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                Signals.quit(process.pid());
                process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot stop PostgreSQL", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
