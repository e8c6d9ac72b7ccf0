package io.supportgenius.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A PostgreSQL server as users have one: any version, set up by its own programs, with passwords. Stopped and deleted at the end. */
final class UsersPostgres implements AutoCloseable {

    static final String USER = "team";
    static final String PASSWORD = "p@ss:word";

    /** Who runs the server where the tests run as root, which PostgreSQL refuses to. */
    private static final String NOBODY = "65534";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path directory;
    private final int port;

    private UsersPostgres(Path programs, String locale) throws IOException {
        this.programs = programs;
        // Not below the clone: a parent of it may admit root alone.
        directory = Files.createTempDirectory(
                "postgresql", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        port = freePort();
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        if (ROOT) {
            run(List.of("chown", "-R", NOBODY, directory.toString()));
        }
        run(asServer(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=" + locale));
        run(asServer(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                directory.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=64MB",
                "start"));
    }

    /** The one that Debian's package has installed; empty where it is not. */
    static Optional<Path> ofDebian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.filter(version -> version.getFileName().toString().matches("1[5-8]"))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The programs of a version, 15 to 18, as this build has fetched them. */
    static Path ofVersion(int version) {
        Path unpacked = Launcher.newDirectory("postgresql " + version);
        Path jar = Launcher.root().resolve("acceptance/target/postgresql/" + version + ".jar");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpack(zip, unpacked);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot unpack " + jar, failure);
        }
        return readable(unpacked).resolve("bin");
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                if ((entry.getMode() & 0100) != 0) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Where a parent admits root alone, the programs move to where everybody can run them. */
    private static Path readable(Path unpacked) {
        try {
            for (Path parent = unpacked; parent != null; parent = parent.getParent()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(parent);
                if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    Path elsewhere = Files.createTempDirectory(
                            "postgresql-programs",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                    run(List.of("cp", "-a", unpacked + "/.", elsewhere.toString()));
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(elsewhere), "delete programs"));
                    return elsewhere;
                }
            }
            return unpacked;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a server with a locale that knows letters. */
    static UsersPostgres start(Path programs) {
        return start(programs, "C.UTF-8");
    }

    static UsersPostgres start(Path programs, String locale) {
        try {
            return new UsersPostgres(programs, locale);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + programs, failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** Without user and password. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private List<String> asServer(String program, String... words) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }

    private static void run(List<String> command) {
        Launcher.Result result =
                Launcher.run(new ProcessBuilder(command).directory(Path.of("/").toFile()));
        if (result.exitCode() != 0) {
            throw new IllegalStateException(command + ": " + result.out() + result.err());
        }
    }

    @Override
    public void close() {
        run(asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        delete(directory);
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
