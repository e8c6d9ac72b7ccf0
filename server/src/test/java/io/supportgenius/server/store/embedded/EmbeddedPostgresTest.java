package io.supportgenius.server.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** Shared with the other tests of this module: unpacking takes longer than a test. */
    private static final Path PROGRAMS = Path.of("target", "test-postgres").toAbsolutePath();

    @TempDir
    private Path temporary = Path.of("replaced");

    private Path directory = Path.of("replaced");

    @BeforeEach
    void createPassableDirectory() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        directory = Files.createDirectory(temporary.resolve("a b"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        new Leftovers(directory.toRealPath().resolve("database")).clear();
    }

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "create table kept as select 42 as answer");
        }

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select answer from kept")).isEqualTo(42);
        }
    }

    @Test
    void writesToDiskBeforeItSaysCommittedAndSortsAlikeEverywhere() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(text(postgres, "show fsync")).isEqualTo("on");
            assertThat(text(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(postgres, "select datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres postgres = start()) {
            var stranger = postgres.dataSource();
            stranger.setPassword("guessed");

            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsThePasswordInAFileOfTheOwnerAlone() throws IOException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.dataSource().getUser()).isEqualTo("supportgenius");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("database.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void stopsAServerThatAKilledPredecessorLeftRunning() throws SQLException {
        EmbeddedPostgres left = start();
        execute(left, "create table kept as select 42 as answer");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select answer from kept")).isEqualTo(42);
            assertThatThrownBy(() -> number(left, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void recoversAfterTheServerWasKilled() throws Exception {
        EmbeddedPostgres killed = start();
        execute(killed, "create table kept as select 42 as answer");
        ProcessHandle server = ProcessHandle.of(recordedProcess()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select answer from kept")).isEqualTo(42);
        }
    }

    @Test
    void leavesAStrangerAloneWhoHasTheNumberOfTheKilledServer() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                directory.resolve("database/postmaster.pid"), stranger.pid() + "\n" + directory + "/database\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void beginsAnewWhatACutCreationLeft() throws Exception {
        Files.createDirectories(directory.resolve("database.new/base"));
        Files.writeString(directory.resolve("database.new/PG_VERSION"), "18\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void programsThatTheUmaskClosedAreOpenedForTheAccountOfTheServer() throws IOException {
        Path home = PostgresPrograms.unpack(PROGRAMS).home();
        List<Path> closed = List.of(home.resolve("share"), home, PROGRAMS);
        for (Path path : closed) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }

        PostgresPrograms.unpack(PROGRAMS);

        for (Path path : closed) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as("%s", path)
                    .isEqualTo("rwxr-xr-x");
        }
    }

    @Test
    void worksForRootBelowADirectoryThatOnlyRootMayPass() throws Exception {
        assumeTrue(isRoot(), "only root can be the one who may pass where others may not");
        assumeTrue(Programs.succeeds(List.of("unshare", "-U", "true")), "needs user namespaces");
        start().close();
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }

        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedPostgres postgres = start()) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void refusesADatabaseOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(directory.resolve("database/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("is of PostgreSQL 17, but this SupportGenius comes with PostgreSQL 18")
                .hasMessageContaining("another directory with --data-dir");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory, PROGRAMS, directory.resolve("postgres.log"));
    }

    private long recordedProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("database/postmaster.pid"))
                .get(0)
                .trim());
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedPostgres postgres, String sql) throws SQLException {
        return Integer.parseInt(text(postgres, sql));
    }

    private static String text(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
