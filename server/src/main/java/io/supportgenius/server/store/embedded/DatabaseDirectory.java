package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory of one PostgreSQL cluster.
 *
 * @param path absolute, without symbolic links
 * @param programs that the cluster belongs to
 * @param account that its files belong to
 */
record DatabaseDirectory(Path path, PostgresPrograms programs, ServerAccount account) {

    /** Creates the cluster if there is none yet, else makes sure that programs and account fit it. */
    void prepare(Credentials credentials, Path log) throws IOException {
        if (Files.isDirectory(path)) {
            checkVersion();
            if (account.owner() != null) {
                FileTree.giveTo(account.owner(), path);
            }
        } else {
            create(credentials, log);
        }
    }

    private void checkVersion() throws IOException {
        Path versionFile = path.resolve("PG_VERSION");
        String version =
                Files.exists(versionFile) ? Files.readString(versionFile).trim() : "unknown";
        if (!version.equals(programs.majorVersion())) {
            throw new StoreUnavailableException("The database in " + path + " is of PostgreSQL " + version
                    + ", but this SupportGenius comes with PostgreSQL " + programs.majorVersion()
                    + ": use the SupportGenius that made it, or another directory with --data-dir.");
        }
    }

    /** A cluster gets its name only when it is complete, so a cut creation is begun anew by the next start. */
    private void create(Credentials credentials, Path log) throws IOException {
        Path creating = path.resolveSibling(path.getFileName() + ".new");
        Path password = path.resolveSibling(path.getFileName() + ".password");
        FileTree.delete(creating);
        Files.createDirectory(
                creating, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OwnerOnlyFile.write(password, credentials.password());
        try {
            if (account.owner() != null) {
                FileTree.giveTo(account.owner(), creating);
                FileTree.giveTo(account.owner(), password);
            }
            initialize(creating, password, log);
            Files.move(creating, path);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void initialize(Path creating, Path password, Path log) throws IOException {
        // The builtin provider sorts the same on every machine, whatever its C library and ICU.
        boolean created = Programs.succeeds(
                account.command(
                        programs.initdb().toString(),
                        "--pgdata=" + creating,
                        "--username=" + Credentials.USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                log.toFile());
        if (!created) {
            throw new StoreUnavailableException("PostgreSQL could not create a database in " + path.getParent()
                    + "; the reason stands in " + log + ".");
        }
    }
}
