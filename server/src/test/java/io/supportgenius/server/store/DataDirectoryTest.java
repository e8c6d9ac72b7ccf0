package io.supportgenius.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a second process is kept out is tested with real processes, in the acceptance tests. */
class DataDirectoryTest {

    @TempDir
    private Path temporary = Path.of("replaced");

    @Test
    void isCreatedSuchThatOthersMayPassThroughAndSeeNothing() throws IOException {
        Path path = temporary.resolve("new/data");

        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThat(directory.path()).isEqualTo(path.toRealPath());
            assertThat(permissions(path)).isEqualTo("rwx--x--x");
        }
    }

    @Test
    void anExistingDirectoryKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

        try (DataDirectory directory = DataDirectory.open(temporary)) {
            assertThat(permissions(directory.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void whereTheServerAnswersIsForItsOwnerAloneAndOnlyAsLongAsItRuns() throws IOException {
        Path file = temporary.resolve("server.properties");
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            directory.announce(new RunningServer(URI.create("http://127.0.0.1:8080"), "secret", 42));

            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(Files.readString(file)).contains("token=secret");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void whatAKilledServerAnnouncedIsGoneOnceTheDirectoryIsTakenAgain() throws IOException {
        Path file = Files.writeString(temporary.resolve("server.properties"), "process=42\n");

        DataDirectory.open(temporary).close();

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "a file");

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("The data directory " + file + " cannot be created");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
