package io.supportgenius.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    private static final String CONTENT = ".csv";
    private static final int LONGEST_NAME = 200;

    private final Path directory;
    private final Clock clock;
    private final Map<Long, UUID> started = new ConcurrentHashMap<>();

    WaitingFiles(Uploads uploads, Clock clock) {
        this.directory = uploads.directory();
        this.clock = clock;
    }

    /**
     * Takes a file in.
     *
     * @param name as the person knows it
     * @param writer puts it to where it is told
     * @throws ImportFailedException if it cannot be written; nothing of it is left then
     */
    public WaitingFile keep(String name, Writer writer) {
        UUID id = UUID.randomUUID();
        String shown = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        Path file = directory.resolve(id + CONTENT);
        try {
            writer.writeTo(file);
            Files.writeString(directory.resolve(id + NAME), shown, StandardCharsets.UTF_8);
            return new WaitingFile(id, file, shown);
        } catch (IOException full) {
            delete(id);
            throw new ImportFailedException(
                    "The server could not keep the file: make room on the disk that holds " + directory
                            + ", then upload again.",
                    full);
        }
    }

    /** Lets files go that have waited their time. */
    public void deleteOld() {
        Instant oldest = clock.instant().minus(LONGEST);
        try (DirectoryStream<Path> names = Files.newDirectoryStream(directory, "*" + NAME)) {
            for (Path name : names) {
                if (isOlder(name, oldest)) {
                    String file = name.getFileName().toString();
                    delete(UUID.fromString(file.substring(0, file.length() - NAME.length())));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOlder(Path file, Instant oldest) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    /** Lets a file go whose tickets are in; other files are left alone. */
    void done(Path path) {
        String name = path.getFileName().toString();
        if (directory.equals(path.getParent()) && name.endsWith(CONTENT)) {
            String id = name.substring(0, name.length() - CONTENT.length());
            if (Files.exists(directory.resolve(id + NAME))) {
                delete(UUID.fromString(id));
            }
        }
    }

    /** A file that still waits. */
    public Optional<WaitingFile> find(UUID id) {
        Path name = directory.resolve(id + NAME);
        Path file = directory.resolve(id + CONTENT);
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

    /** Remembers the run that goes on reading a file after a restart; other files are left alone. */
    void resumed(long run, Path path) {
        String name = String.valueOf(path.getFileName());
        if (directory.equals(path.getParent())
                && name.endsWith(CONTENT)
                && Files.exists(directory.resolve(name.substring(0, name.length() - CONTENT.length()) + NAME))) {
            started(run, UUID.fromString(name.substring(0, name.length() - CONTENT.length())));
        }
    }

    /** The last run that reads or has read a file. */
    public Optional<Long> runOf(UUID id) {
        return started.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .max(Long::compare);
    }

    /** The file that a run reads or has read, if it still waits. */
    public Optional<WaitingFile> ofRun(long run) {
        return Optional.ofNullable(started.get(run)).flatMap(this::find);
    }

    /** Lets a file go. */
    void delete(UUID id) {
        try {
            Files.deleteIfExists(directory.resolve(id + CONTENT));
            Files.deleteIfExists(directory.resolve(id + NAME));
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path path) throws IOException;
    }

    /**
     * @param path where it lies
     * @param name as the person knows it
     */
    public record WaitingFile(UUID id, Path path, String name) {}
}
