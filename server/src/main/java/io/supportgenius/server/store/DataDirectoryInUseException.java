package io.supportgenius.server.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process holds the data directory. */
public final class DataDirectoryInUseException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable RunningServer server;

    DataDirectoryInUseException(Path directory, @Nullable RunningServer server, String process) {
        super("The data directory " + directory + " is in use by another SupportGenius ("
                + (server == null ? process : server.toString()) + "): "
                + (server == null ? "wait until it is ready or has ended" : "stop it")
                + ", or choose another directory with --data-dir.");
        this.server = server;
    }

    /** The server that holds it; empty if the holder is no server, or one that is just starting. */
    public Optional<RunningServer> server() {
        return Optional.ofNullable(server);
    }
}
