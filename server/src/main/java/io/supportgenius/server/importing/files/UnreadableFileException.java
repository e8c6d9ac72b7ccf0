package io.supportgenius.server.importing.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read, said in one sentence for the person who brought it. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> entries;

    public UnreadableFileException(String message) {
        this(message, List.of(), null);
    }

    UnreadableFileException(String message, Throwable cause) {
        this(message, List.of(), cause);
    }

    private UnreadableFileException(String message, List<String> entries, @Nullable Throwable cause) {
        super(message, cause);
        this.entries = List.copyOf(entries);
    }

    /** A file that holds several ones, of which the person must choose. */
    static UnreadableFileException choose(String message, List<String> entries) {
        return new UnreadableFileException(message, entries, null);
    }

    /** What can be chosen from; empty where that is not the problem. */
    public List<String> entries() {
        return entries;
    }
}
