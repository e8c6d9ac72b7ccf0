package io.supportgenius.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls {@code ./supportgenius} with the product that this build has packaged. */
final class Launcher {

    /** The setting that leaves the accurate sentiment step out. */
    static final String ACCURATE = "SUPPORTGENIUS_SENTIMENT_ACCURATE";

    private static final long LONGEST_COMMAND_SECONDS = 300;

    /** What products under test keep, some 100 MB each; it can be looked into until the next tests begin. */
    /** Emptied by the build before the first test. */
    private static final Path DIRECTORIES = root().resolve("acceptance/target/products");

    private Launcher() {}

    /** The clone's directory. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("supportgenius"))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException("The tests run outside the project");
            }
            directory = parent;
        }
        return directory;
    }

    /** A new directory below {@code target} that every user may pass through, with a space in its name. */
    static Path newDirectory(String name) {
        try {
            Files.createDirectories(DIRECTORIES);
            Path directory = Files.createTempDirectory(DIRECTORIES, name + " ");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            return directory;
        } catch (IOException failure) {
            throw new IllegalStateException("No directory for " + name, failure);
        }
    }

    /** A process about to call the launcher, in an environment where nothing of this machine's settings is left. */
    static ProcessBuilder process(String... words) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("supportgenius").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /** Says which Java and which packaged product to start, so that no test builds anything. */
    static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "SUPPORTGENIUS_JAR",
                root().resolve("server/target/supportgenius.jar").toString());
        // Most products here live for seconds only, and the second compiler would take half of these.
        environment.put("SUPPORTGENIUS_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        // It judges tickets anew after a while, so figures that tests expect would change under them; its own test
        // switches it on.
        environment.put(ACCURATE, "false");
        return environment;
    }

    /** Runs a command that ends by itself. */
    static Result run(String... words) {
        return run(process(words));
    }

    /** Runs a process to its end, at most for some minutes. */
    static Result run(ProcessBuilder builder) {
        Path directory = newDirectory("output");
        File out = directory.resolve("out").toFile();
        File err = directory.resolve("err").toFile();
        try {
            Process process = builder.redirectInput(new File("/dev/null"))
                    .redirectOutput(out)
                    .redirectError(err)
                    .start();
            try {
                if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError(builder.command() + " does not end: " + Files.readString(out.toPath())
                            + Files.readString(err.toPath()));
                }
            } finally {
                process.destroyForcibly();
            }
            return new Result(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot run " + builder.command(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** What a command that has ended left behind. */
    record Result(int exitCode, String out, String err) {}
}
