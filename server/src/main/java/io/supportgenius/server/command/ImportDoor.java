package io.supportgenius.server.command;

import io.supportgenius.server.importing.ImportReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A way into a product for files of tickets. */
interface ImportDoor extends AutoCloseable {

    /**
     * Imports a file and waits for the end.
     *
     * @param progress hears now and then how far it is
     */
    ImportReport take(Path file, ImportWishes wishes, Consumer<ImportReport> progress)
            throws IOException, InterruptedException;

    @Override
    void close();
}
