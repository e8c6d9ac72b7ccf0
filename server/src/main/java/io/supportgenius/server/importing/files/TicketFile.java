package io.supportgenius.server.importing.files;

import java.util.List;
import java.util.function.Consumer;

/** A file of tickets that can be read more than once, whatever its format; never held in memory as a whole. */
public interface TicketFile extends AutoCloseable {

    /** The columns' names, each of them once. */
    List<String> columns();

    /** What had to be assumed to read the file. */
    List<String> warnings();

    /** How the file is written. */
    FileForm form();

    /** Rows by the file's size and its first rows, for those who wait; 0 where it cannot be told. */
    long estimatedRows();

    /**
     * Hands over all records below the header, in the order of the file.
     *
     * @throws UnreadableFileException if the file cannot be read to its end
     */
    default void forEachRow(Consumer<FileRow> consumer) {
        firstRows(Long.MAX_VALUE, consumer);
    }

    /**
     * Hands over the first records below the header.
     *
     * @return whether these were all there are
     * @throws UnreadableFileException if the file cannot be read so far
     */
    boolean firstRows(long limit, Consumer<FileRow> consumer);

    /** Deletes what had to be unpacked to disk. */
    @Override
    default void close() {
        // Most files are read where they lie.
    }
}
