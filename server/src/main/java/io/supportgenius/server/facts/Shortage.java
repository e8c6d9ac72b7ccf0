package io.supportgenius.server.facts;

/**
 * A heap that is too small.
 *
 * @param tickets that do not fit
 * @param neededMegabytes heap that holds them
 * @param megabytes heap that there is
 */
public record Shortage(long tickets, long neededMegabytes, long megabytes) {

    /** What is wrong, and what to do. */
    public String sentence() {
        return ("%,d tickets need %,d MB of memory, but this server may use %,d MB: figures do not show all of them."
                        + " Start it with SUPPORTGENIUS_JAVA_OPTIONS=-Xmx%dm.")
                .formatted(tickets, neededMegabytes, megabytes, neededMegabytes);
    }
}
