package io.supportgenius.server.importing;

import java.util.List;

/** A file that holds several ones, an archive or a workbook: the user must say which to read. */
public final class EntryNeededException extends ImportFailedException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> entries;

    EntryNeededException(String message, List<String> entries) {
        super(message);
        this.entries = List.copyOf(entries);
    }

    /** The names to choose from. */
    public List<String> entries() {
        return entries;
    }
}
