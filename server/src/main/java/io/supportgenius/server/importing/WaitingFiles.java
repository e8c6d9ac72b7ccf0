package io.supportgenius.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Files that were uploaded on the import page and wait for a person to say how to read them. They wait a day, and no longer than the server
 * runs; a file goes once its tickets are in.
 */
@Component
public class WaitingFiles {
    /** How long a file waits. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final String NAME = ".name";
    private static final int LONGEST_NAME = 200;

    private final Path directory;
    private final Clock clock;
    private final Map<Long, UUID> started = new ConcurrentHashMap<>();

    WaitingFiles(Uploads uploads, Clock clock) {
        this.directory = uploads.directory();
        this.clock = clock;
    }

    /**
     * Makes room for a file.
     *
     * @param name as the person knows it
     * @return where it has to be written to
     */
    public WaitingFile newFile(String name) {
        UUID id = UUID.randomUUID();
        String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        try {
            deleteOld();
            Files.writeString(directory.resolve(id + NAME), shown, StandardCharsets.UTF_8);
        } catch (IOException full) {
            throw new ImportFailedException(
                    "The server cannot write to " + directory + ": make room on its disk, then upload again.", full);
        }
        return new WaitingFile(id, directory.resolve(id + ".csv"), shown);
    }

    private void deleteOld() throws IOException {
        Instant oldest = clock.instant().minus(LONGEST);
        try (DirectoryStream<Path> names = Files.newDirectoryStream(directory, "*" + NAME)) {
            for (Path name : names) {
                if (Files.getLastModifiedTime(name).toInstant().isBefore(oldest)) {
                    String file = name.getFileName().toString();
                    delete(UUID.fromString(file.substring(0, file.length() - NAME.length())));
                }
            }
        }
    }

    /** A file that still waits. */
    public Optional<WaitingFile> find(UUID id) {
        Path name = directory.resolve(id + NAME);
        Path file = directory.resolve(id + ".csv");
        if (!Files.exists(name) || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WaitingFile(id, file, Files.readString(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Remembers which run reads a file, so that it can be read anew if that run comes to nothing. */
    public void started(long run, UUID id) {
        started.put(run, id);
    }

    /** The file that a run reads or has read, if it still waits. */
    public Optional<WaitingFile> ofRun(long run) {
        return Optional.ofNullable(started.get(run)).flatMap(this::find);
    }

    /** Lets a file go. */
    public void delete(UUID id) {
        try {
            Files.deleteIfExists(directory.resolve(id + ".csv"));
            Files.deleteIfExists(directory.resolve(id + NAME));
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /**
     * @param path where it lies
     * @param name as the person knows it
     */
    public record WaitingFile(UUID id, Path path, String name) {}
}
