package io.supportgenius.server.importing.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file in an archive, of which there is more to say than it knows itself.
 *
 * @param after what must be closed after it; null for nothing
 */
record ArchivedFile(
        TicketFile file,
        FileForm form,
        List<String> warnings,
        @Nullable Closeable after) implements TicketFile {

    ArchivedFile {
        warnings = List.copyOf(warnings);
    }

    /** A file that keeps something open. */
    static TicketFile holding(TicketFile file, Closeable held) {
        return new ArchivedFile(file, file.form(), file.warnings(), held);
    }

    /** A file that was chosen among others, or is the only one of them that can be read. */
    static TicketFile named(TicketFile file, String entry, List<String> entries) {
        return new ArchivedFile(file, file.form().in(entry, entries), file.warnings(), null);
    }

    /** A file beside others that were left out. */
    static TicketFile warning(TicketFile file, List<String> further) {
        return new ArchivedFile(
                file,
                file.form(),
                Stream.concat(further.stream(), file.warnings().stream()).toList(),
                null);
    }

    @Override
    public List<String> columns() {
        return file.columns();
    }

    @Override
    public long estimatedRows() {
        return file.estimatedRows();
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        return file.firstRows(limit, consumer);
    }

    @Override
    public void close() {
        file.close();
        if (after != null) {
            try {
                after.close();
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
