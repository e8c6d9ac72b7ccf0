package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ZipArchiveTest {
    private static final String TICKETS = "id,status\n1,open\n2,closed\n";

    @TempDir
    private Path directory;

    private TestFiles files = new TestFiles(Path.of(""));

    @BeforeEach
    void useTheDirectory() {
        files = new TestFiles(directory);
    }

    @Test
    void compressedFilesAreReadThrough() {
        byte[] plain = TICKETS.getBytes(StandardCharsets.UTF_8);

        for (byte[] packed : List.of(
                TestFiles.gzip(plain),
                TestFiles.zip("a.csv", plain),
                TestFiles.gzip(TestFiles.zip("a.csv", plain)),
                TestFiles.zip("a.csv.gz", TestFiles.gzip(plain)),
                joined(
                        TestFiles.gzip("id,status\n1,open\n".getBytes(StandardCharsets.UTF_8)),
                        TestFiles.gzip("2,closed\n".getBytes(StandardCharsets.UTF_8))))) {
            try (TicketFile file = files.open(packed)) {
                assertThat(TestFiles.cells(file)).containsExactly(List.of("1", "open"), List.of("2", "closed"));
            }
        }
    }

    @Test
    void litterInArchivesIsLeftAlone() {
        byte[] zip = TestFiles.zip(
                "export/",
                "",
                "export/tickets.csv",
                TICKETS,
                "__MACOSX/export/._tickets.csv",
                "\0\1\2",
                "export/.DS_Store",
                "\0\0");

        try (TicketFile file = files.open(zip)) {
            assertThat(file.columns()).containsExactly("id", "status");
            assertThat(file.warnings()).isEmpty();
        }
    }

    @Test
    void partsOfAnExportAreReadInTheirOrder() {
        byte[] zip = TestFiles.zip(
                "export_10.csv",
                "status,id,team\nopen,10,a\n",
                "export_2.csv",
                "id,status\n2,open\n",
                "readme.txt",
                "Thank you.\nBye.\n");

        try (TicketFile file = files.open(zip)) {
            assertThat(file.columns()).containsExactly("id", "status", "team");
            assertThat(TestFiles.cells(file)).containsExactly(List.of("2", "open", ""), List.of("10", "open", "a"));
            assertThat(TestFiles.rows(file)).extracting(FileRow::part).containsExactly("export_2.csv", "export_10.csv");
            assertThat(file.warnings())
                    .anyMatch(one -> one.contains("2 parts"))
                    .anyMatch(one -> one.contains("readme.txt"));
        }
    }

    @Test
    void aPartThatIsBrokenIsNotLeftOut() {
        byte[] zip = TestFiles.zip("a.json", "[{\"id\":1}]", "b.json", "[{\"id\":2},{\"id");

        assertThatThrownBy(() -> files.open(zip)).hasMessageContaining("b.json");
    }

    @Test
    void picturesAndNotesBesideTheTicketsAreLeftOutAndNamed() {
        byte[] zip = TestFiles.zip(
                "README.md",
                "a, b\nc, d\n",
                "chart.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                "t.csv",
                TICKETS);

        try (TicketFile file = files.open(zip)) {
            assertThat(file.columns()).containsExactly("id", "status");
            assertThat(file.warnings())
                    .anyMatch(one -> one.contains("README.md"))
                    .anyMatch(one -> one.contains("chart.png"));
        }
    }

    @Test
    void tablesAboutLicencesAreTablesToo() {
        byte[] zip = TestFiles.zip("licenses-1.csv", TICKETS, "licenses-2.csv", "id,status\n3,open\n");

        try (TicketFile file = files.open(zip)) {
            assertThat(TestFiles.rows(file)).hasSize(3);
        }
    }

    @Test
    void ofDifferentTablesTheUserMustChoose() {
        byte[] zip = TestFiles.zip("users.csv", "name,email\nAnn,a@example.com\n", "in/tickets.csv", TICKETS);

        assertThatThrownBy(() -> files.open(zip))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        refused -> assertThat(refused.entries()).containsExactly("in/tickets.csv", "users.csv"))
                .hasMessageContaining("--entry");
        try (TicketFile file = files.open(zip, new ReadAs(null, "tickets.csv", 100))) {
            assertThat(TestFiles.rows(file)).hasSize(2);
            assertThat(file.form().entry()).isEqualTo("in/tickets.csv");
        }
    }

    @Test
    void bombsAreRefused() {
        byte[] zeros = new byte[80 << 20];
        Arrays.fill(zeros, (byte) 'a');

        assertThatThrownBy(() -> files.open(TestFiles.gzip(zeros))).hasMessageContaining("unpacked-ratio");
        assertThatThrownBy(() -> files.open(TestFiles.zip("a.csv", zeros))).hasMessageContaining("unpacked-ratio");
        FileLimits usual = FileLimits.usual();
        TestFiles small = new TestFiles(
                directory, new FileLimits(usual.uploadSize(), DataSize.ofKilobytes(1), 400, 100, 100, 100));
        assertThatThrownBy(() -> small.open(
                        TestFiles.gzip("id,status\n1,open\n".repeat(100).getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("1 KB");
    }

    @Test
    void whatIsCutOffSaysSo() {
        byte[] gzip = TestFiles.gzip("id,status\n1,open\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] zip = TestFiles.zip("a.csv", TICKETS);

        assertThatThrownBy(() -> files.open(Arrays.copyOf(gzip, gzip.length / 2)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> files.open(Arrays.copyOf(zip, zip.length - 30)))
                .isInstanceOf(UnreadableFileException.class);
    }

    /** The first bit of an entry's flags, which stand 6 bytes behind its local and 8 behind its central signature. */
    @Test
    void passwordsAreNotAskedFor() {
        byte[] zip = TestFiles.zip("a.csv", TICKETS);
        zip[6] |= 1;
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }

        assertThatThrownBy(() -> files.open(zip)).hasMessageContaining("password");
    }

    @Test
    void emptyArchivesAndDeepOnesAreRefused() {
        byte[] deep = TICKETS.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 6; i++) {
            deep = TestFiles.gzip(deep);
        }
        byte[] sixTimes = deep;

        assertThatThrownBy(() -> files.open(TestFiles.zip("empty/", ""))).hasMessageContaining("without any file");
        assertThatThrownBy(() -> files.open(sixTimes)).hasMessageContaining("packed too often");
        assertThatThrownBy(() -> files.open(new byte[0])).hasMessageContaining("empty");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
