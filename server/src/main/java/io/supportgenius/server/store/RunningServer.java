package io.supportgenius.server.store;

import java.net.URI;

/**
 * The server that works on a data directory, as it says itself in a file that only its owner can read.
 *
 * @param address where it answers, for example {@code http://127.0.0.1:8080}
 * @param token that proves to it that a command comes from a person who may read that file
 * @param process its process number
 */
public record RunningServer(URI address, String token, long process) {

    @Override
    public String toString() {
        return address + ", process " + process;
    }
}
