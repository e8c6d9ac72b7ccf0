package io.supportgenius.server.importing;

import java.util.List;
import java.util.function.Consumer;

/** A file of tickets that can be read more than once, whatever its format; never held in memory as a whole. */
interface TicketFile {

    /** The columns' names, each of them once. */
    List<String> columns();

    /** What had to be assumed to read the file. */
    List<String> warnings();

    /**
     * Hands over all records below the header, in the order of the file.
     *
     * @throws ImportFailedException if the file cannot be read to its end
     */
    void forEachRow(Consumer<FileRow> consumer);

    /**
     * Hands over the first records below the header.
     *
     * @return whether these were all there are
     * @throws ImportFailedException if the file cannot be read so far
     */
    boolean firstRows(long limit, Consumer<FileRow> consumer);
}
