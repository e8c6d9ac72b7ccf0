package io.supportgenius.server.store;

import io.supportgenius.server.store.embedded.OwnerOnlyFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything a product keeps: database, logs, uploads. Used by one process at a time, which
 * holds its lock until {@link #close()}; the operating system gives the lock back when that process dies.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String RUNNING_SERVER = "server.properties";

    private static final String WAY_OUT = "choose another one with --data-dir, or make this one writable for the user "
            + System.getProperty("user.name") + ".";

    private final Path path;
    private final FileChannel lockedFile;

    private DataDirectory(Path path, FileChannel lockedFile) {
        this.path = path;
        this.lockedFile = lockedFile;
    }

    /**
     * Takes the directory for this process; creates it where it is missing.
     *
     * @throws DataDirectoryInUseException if another process uses it
     * @throws StoreUnavailableException if it cannot be created or written
     */
    public static DataDirectory open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            create(absolute);
            return lock(absolute.toRealPath());
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    "The data directory " + absolute + " cannot be "
                            + (Files.isDirectory(absolute) ? "written" : "created") + ": " + WAY_OUT,
                    failure);
        }
    }

    private static void create(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            // Everyone may pass through, for PostgreSQL may run as another user, but see nothing.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /**
     * The lock belongs to the open file of this process: whatever else this process opens and closes on that file would
     * give it back, so the file is read and written through one channel only.
     */
    private static DataDirectory lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            try (channel) {
                throw new DataDirectoryInUseException(directory, runningServer(directory), holder(channel));
            }
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        Files.deleteIfExists(directory.resolve(RUNNING_SERVER));
        return new DataDirectory(directory, channel);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(20);
        channel.read(number);
        return "process " + StandardCharsets.US_ASCII.decode(number.flip());
    }

    private static @Nullable RunningServer runningServer(Path directory) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(RUNNING_SERVER))) {
            properties.load(reader);
        } catch (NoSuchFileException noServer) {
            return null;
        }
        return new RunningServer(
                URI.create(properties.getProperty("address", "")),
                properties.getProperty("token", ""),
                Long.parseLong(properties.getProperty("process", "0")));
    }

    /** Absolute, without symbolic links. */
    public Path path() {
        return path;
    }

    /** The directory of this name inside, closed to other users; created where it is missing. */
    public Path privateDirectory(String name) {
        Path directory = path.resolve(name);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    "The directory " + directory + " cannot be created: make " + path + " writable for the user "
                            + System.getProperty("user.name") + ", or choose another data directory with --data-dir.",
                    failure);
        }
    }

    /** Tells local commands where the server on this directory answers. */
    public void announce(RunningServer server) {
        Properties properties = new Properties();
        properties.setProperty("address", server.address().toString());
        properties.setProperty("token", server.token());
        properties.setProperty("process", Long.toString(server.process()));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            OwnerOnlyFile.write(path.resolve(RUNNING_SERVER), text.toString());
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    "The data directory " + path + " cannot be written: " + WAY_OUT, failure);
        }
    }

    /** Takes back what {@link #announce} said; local commands wait for the lock from now on. */
    public void withdraw() {
        try {
            Files.deleteIfExists(path.resolve(RUNNING_SERVER));
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    "The data directory " + path + " cannot be written: " + WAY_OUT, failure);
        }
    }

    /** Gives the directory back. */
    @Override
    public void close() {
        withdraw();
        try {
            lockedFile.close();
        } catch (IOException failure) {
            throw new StoreUnavailableException("The lock of " + path + " cannot be given back.", failure);
        }
    }
}
