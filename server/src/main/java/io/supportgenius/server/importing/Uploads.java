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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Of the files that a server which was killed has left behind, those stay whose import goes on. */
    Uploads(FileLimits limits, ObjectProvider<DataDirectory> data, ImportRunTable runs) throws IOException {
        this.limits = limits;
        DataDirectory given = data.getIfAvailable();
        temporary = given == null;
        // As files are noted with their runs, whatever the directory that the server starts in.
        directory = (given == null
                        ? Files.createTempDirectory("supportgenius-uploads")
                        : given.privateDirectory("uploads"))
                .toAbsolutePath();
        Set<String> needed = runs.running().stream()
                .map(ImportRunTable.Running::request)
                .flatMap(Stream::ofNullable)
                .map(request -> withoutEnding(request.path()))
                .collect(Collectors.toSet());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                if (!needed.contains(withoutEnding(file))) {
                    Files.deleteIfExists(file);
                }
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

    /** What is noted of a file lies beside it under the same name with another ending. */
    private static String withoutEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        int ending = name.lastIndexOf('.');
        return ending < 0 ? name : name.substring(0, ending);
    }

    /** Whether a file was uploaded to this server and is still there. */
    boolean has(Path file) {
        return directory.equals(file.getParent()) && Files.exists(file);
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
