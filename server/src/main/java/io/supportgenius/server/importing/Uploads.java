package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileLimits;
import io.supportgenius.server.importing.files.Sizes;
import io.supportgenius.server.store.DataDirectory;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Where uploaded files wait for their import. */
@Component
public class Uploads {
    private final FileLimits limits;
    private final Path directory;
    private final boolean temporary;

    /** Files that a server which was killed has left behind belong to no import any more and are deleted. */
    Uploads(FileLimits limits, ObjectProvider<DataDirectory> data) throws IOException {
        this.limits = limits;
        DataDirectory given = data.getIfAvailable();
        temporary = given == null;
        directory =
                given == null ? Files.createTempDirectory("supportgenius-uploads") : given.privateDirectory("uploads");
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Outside a data directory nobody would ever look here again. */
    @PreDestroy
    void leaveNothing() throws IOException {
        if (temporary) {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    /** The largest file that is taken. */
    public DataSize largest() {
        return limits.uploadSize();
    }

    /** The same in words. */
    public String largestInWords() {
        return Sizes.words(limits.uploadSize());
    }

    /** The directory itself. */
    public Path directory() {
        return directory;
    }

    /** A new empty file, to be overwritten with an upload. */
    public Path newFile() {
        try {
            return Files.createTempFile(directory, "upload", "");
        } catch (IOException full) {
            throw new UncheckedIOException("No file can be created in " + directory, full);
        }
    }
}
