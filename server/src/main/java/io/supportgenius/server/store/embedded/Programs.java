package io.supportgenius.server.store.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small programs of the operating system, run to their end. */
final class Programs {

    private static final long LONGEST_RUN_SECONDS = 600;

    private Programs() {}

    /** Whether a program of this name stands in the search path. */
    static boolean present(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String directory : path.split(File.pathSeparator)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, name))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs a command, its output goes to the end of the file.
     *
     * @return whether it could be run and ended with exit code 0
     */
    static boolean succeeds(List<String> command, File output) throws IOException {
        ProcessBuilder builder = cleanly(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        Process process;
        try {
            process = builder.start();
        } catch (IOException notThere) {
            return false;
        }
        try {
            return process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + command.get(0));
        } finally {
            process.destroyForcibly();
        }
    }

    static boolean succeeds(List<String> command) throws IOException {
        return succeeds(command, new File("/dev/null"));
    }

    /** A command in an environment of its own: settings meant for other PostgreSQL servers and clients stay out. */
    static ProcessBuilder cleanly(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
