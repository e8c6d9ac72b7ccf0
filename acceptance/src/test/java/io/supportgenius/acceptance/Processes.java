package io.supportgenius.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes of this machine, as far as they belong to a product under test. */
final class Processes {

    private Processes() {}

    /** The living processes that name the directory on their command line or run in it or below it. */
    static List<ProcessHandle> workingOn(Path directory) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksOn(process, directory)).toList();
        }
    }

    private static boolean worksOn(ProcessHandle process, Path directory) {
        Path entry = Path.of("/proc", Long.toString(process.pid()));
        try {
            String words = Files.readString(entry.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return words.contains(directory.toString())
                    || Files.readSymbolicLink(entry.resolve("cwd")).startsWith(directory);
        } catch (IOException ended) {
            return false;
        }
    }

    /** Sends one signal to all of them at once; those that have ended are left out. */
    static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -" + name + " \"$@\" 2>/dev/null", "kill"));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        Launcher.run(new ProcessBuilder(command));
    }

    /** Fails if one of them lives longer. */
    static void awaitEnd(List<ProcessHandle> processes, Duration longest) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw new AssertionError(
                    "Still running: "
                            + processes.stream().filter(ProcessHandle::isAlive).toList(),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
