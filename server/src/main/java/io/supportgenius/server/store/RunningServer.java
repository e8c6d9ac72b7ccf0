package io.supportgenius.server.store;

import java.net.URI;

/**
 * The server that works on a data directory, as it says itself in a file that only its owner can read.
 *
 * @param address where it answers, for example {@code http://127.0.0.1:8080}
 * @param token known only to who may read that file; commands send it along, but the demo, which trusts every program
 *     on this machine, does not ask for it
 * @param process its process number
 */
public record RunningServer(URI address, String token, long process) {

    @Override
    public String toString() {
        return address + ", process " + process;
    }
}
