package io.supportgenius.server.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the calling thread behind others: it gets about a ninth of what they get, and not nothing, so that it comes to an end on a busy machine, too. Java's priorities mean nothing on Linux, but each thread is a task there that has a
 * niceness of its own, and {@code renice} sets it.
 */
final class LowPriority {

    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    private static final String NICENESS = "10";
    private static final Path OWN_TASK = Path.of("/proc/thread-self");

    private LowPriority() {}

    static void take() throws InterruptedException {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (!Files.exists(OWN_TASK)) {
            return;
        }
        try {
            String task = OWN_TASK.toRealPath().getFileName().toString();
            int code = new ProcessBuilder("renice", "-n", NICENESS, "-p", task)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                LOG.debug("renice ended with {}; the thread keeps the priority of all", code);
            }
        } catch (IOException e) {
            LOG.debug("There is no renice; the thread keeps the priority of all", e);
        }
    }
}
