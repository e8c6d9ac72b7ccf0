package io.supportgenius.server.importing.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read, said in one sentence for the person who brought it. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> entries;
    private final boolean otherKind;

    public UnreadableFileException(String message) {
        this(message, List.of(), false, null);
    }

    UnreadableFileException(String message, Throwable cause) {
        this(message, List.of(), false, cause);
    }

    private UnreadableFileException(
            String message, List<String> entries, boolean otherKind, @Nullable Throwable cause) {
        super(message, cause);
        this.otherKind = otherKind;
        this.entries = List.copyOf(entries);
    }

    /** A file that holds several ones, of which the person must choose. */
    static UnreadableFileException choose(String message, List<String> entries) {
        return new UnreadableFileException(message, entries, false, null);
    }

    /** A file that never was one of tickets, such as a picture. */
    static UnreadableFileException otherKind(String message) {
        return new UnreadableFileException(message, List.of(), true, null);
    }

    /** Whether nothing is lost where this file is left out. */
    boolean isOfOtherKind() {
        return otherKind;
    }

    /** What can be chosen from; empty where that is not the problem. */
    public List<String> entries() {
        return entries;
    }
}
