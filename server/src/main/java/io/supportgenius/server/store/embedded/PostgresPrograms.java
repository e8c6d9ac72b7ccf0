package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The unpacked PostgreSQL programs.
 *
 * @param home the directory with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    /** The major version, for example {@code 18}, as it also stands in a cluster's {@code PG_VERSION}. */
    String majorVersion() throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replace("# PostgreSQL", "").trim();
        }
    }

    /**
     * Unpacks the programs packaged for this machine, once. The directory carries the checksum of the package, so
     * another version lands beside it; it gets its name only when it is complete, so a cut unpacking is done again.
     *
     * @param directory where the programs of all versions live; only the one in use stays there
     */
    static PostgresPrograms unpack(Path directory) throws IOException {
        String archive = "postgres-" + platform() + ".txz";
        URL resource = PostgresPrograms.class.getResource("/" + archive);
        if (resource == null) {
            throw new StoreUnavailableException(
                    "This package of SupportGenius holds no PostgreSQL for " + platform() + ".");
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        Path home = directory.resolve(platform() + "-" + checksum(connection));
        if (Files.isDirectory(home)) {
            makeReadable(directory);
            makeReadable(home);
            try (Stream<Path> inside = Files.list(home)) {
                for (Path part : inside.filter(Files::isDirectory).toList()) {
                    makeReadable(part);
                }
            }
        } else {
            createReadable(directory);
            makeReadable(directory);
            deleteOthers(directory);
            Path unpacking = Files.createTempDirectory(directory, ".new");
            try (InputStream packed = connection.getInputStream()) {
                unpack(packed, unpacking);
            }
            Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unpacking, home);
        }
        return new PostgresPrograms(home);
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch", "");
        return (system.startsWith("linux") ? "linux" : system.replace(' ', '_')) + "-"
                + switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> architecture;
                };
    }

    private static String checksum(URLConnection connection) throws IOException {
        if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
            return HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
        }
        return HexFormat.of().toHexDigits((int) connection.getContentLengthLong());
    }

    private static void deleteOthers(Path directory) throws IOException {
        try (Stream<Path> others = Files.list(directory)) {
            for (Path other : others.toList()) {
                FileTree.delete(other);
            }
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive of PostgreSQL leads out of its directory: " + entry.getName());
                }
                write(archive, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            createReadable(parent);
        }
        if (entry.isDirectory()) {
            createReadable(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Whatever the umask: the user that PostgreSQL runs as must be able to read its programs. */
    private static void createReadable(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                createReadable(parent);
            }
            Files.createDirectory(directory);
            makeReadable(directory);
        }
    }

    /** Earlier versions left some directories to the umask. What belongs to somebody else is left as it is. */
    private static void makeReadable(Path directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        boolean ours =
                Files.getAttribute(directory, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (ours && permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"))) {
            Files.setPosixFilePermissions(directory, permissions);
        }
    }
}
