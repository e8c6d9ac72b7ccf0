package io.supportgenius.server.store.embedded;

import java.io.IOException;
import java.util.List;

/** The signals of PostgreSQL that Java cannot send by itself. */
final class Signals {

    private Signals() {}

    /** Fast stop: transactions are rolled back, the rest is written, clients need not leave first. */
    static void interrupt(long pid) throws IOException {
        send("INT", pid);
    }

    /** Stop at once; the next start recovers from the log. */
    static void quit(long pid) throws IOException {
        send("QUIT", pid);
    }

    private static void send(String signal, long pid) throws IOException {
        // A process that has ended meanwhile is no error, so the result does not matter.
        Programs.succeeds(List.of("sh", "-c", "kill -" + signal + " " + pid));
    }
}
