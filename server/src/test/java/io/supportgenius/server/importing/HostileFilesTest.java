package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good files of every format, broken at random but always in the same way: each either comes in with every row accounted for, or is refused with
 * a sentence that is not the one for defects. Nothing crashes, hangs, or stays on disk.
 */
class HostileFilesTest {
    private static final long SEED = 20160305;
    private static final int FILES = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    @Test
    @Timeout(600)
    void everyRowIsAccountedForOrTheFileIsRefusedWithASentence() throws Exception {
        List<byte[]> good = good();
        int done = 0;
        int refused = 0;
        try (ImportingProduct product = new ImportingProduct(directory)) {
            for (int i = 0; i < FILES; i++) {
                byte[] hostile = i < good.size() ? good.get(i) : hostile(good);
                Path file = Files.write(directory.resolve("hostile" + i), hostile);
                ImportReport report = product.imports()
                        .await(
                                product.imports()
                                        .start(new ImportRequest(
                                                file,
                                                "hostile" + i,
                                                "s" + i,
                                                MappingDocument.NONE,
                                                null,
                                                null,
                                                false,
                                                false)),
                                PATIENCE)
                        .orElseThrow();
                switch (report.state()) {
                    case DONE -> {
                        done++;
                        assertEquation(report, i);
                    }
                    case FAILED, NEEDS_DECISION -> {
                        refused++;
                        assertThat(report.message())
                                .as("file " + i)
                                .isNotBlank()
                                .doesNotContain("the server's log tells", "The database refused");
                        assertThat(report.counts()).isEqualTo(RowCounts.NONE);
                    }
                    default -> throw new AssertionError("File " + i + " hangs: " + report);
                }
                assertThat(i < good.size() && report.state() != ImportState.DONE)
                        .as("good file " + i + ": " + report.message())
                        .isFalse();
            }
            assertThat(product.uploads()).isEmptyDirectory();
        }
        // Both outcomes must be frequent, or the files are not what they should be.
        assertThat(done).isGreaterThan(FILES / 10);
        assertThat(refused).isGreaterThan(FILES / 10);
    }

    private static void assertEquation(ImportReport report, int file) {
        RowCounts counts = report.counts();
        assertThat(counts.created()
                        + counts.updated()
                        + counts.unchanged()
                        + counts.folded()
                        + counts.duplicates()
                        + counts.rejected())
                .as("file " + file)
                .isEqualTo(counts.rows());
    }

    private static List<byte[]> good() throws IOException {
        StringBuilder csv = new StringBuilder("Ticket ID,Created at,Status,Subject,Replies\r\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String created = String.format("2016-03-%02d 08:%02d:00", 1 + i % 28, i);
            csv.append(i)
                    .append(',')
                    .append(created)
                    .append(",open,\"Stra\u00dfe ")
                    .append(i)
                    .append(", \"\"M\u00fcller\"\"\n\",")
                    .append(i % 4)
                    .append("\r\n");
            lines.append("{\"ticket\":{\"id\":")
                    .append(i)
                    .append(",\"created_at\":\"")
                    .append(created)
                    .append("\",\"tags\":[\"a\",\"b\"],\"custom_fields\":[{\"id\":7,\"value\":\"\u00e9\"}]}}\n");
        }
        byte[] text = csv.toString().getBytes(StandardCharsets.UTF_8);
        byte[] json = ("{\"tickets\":[" + lines.toString().strip().replace("\n", ",\n") + "],\"count\":40}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] xlsx = xlsx();
        List<byte[]> good = new ArrayList<>(List.of(
                text,
                csv.toString().getBytes(Charset.forName("windows-1252")),
                csv.toString().getBytes(Charset.forName("IBM850")),
                csv.toString().getBytes(StandardCharsets.UTF_16),
                csv.toString().getBytes(StandardCharsets.UTF_16LE),
                csv.toString().replace(',', ';').getBytes(StandardCharsets.UTF_8),
                lines.toString().getBytes(StandardCharsets.UTF_8),
                json,
                xlsx));
        good.add(gzip(text));
        good.add(gzip(json));
        good.add(zip("a.csv", text));
        good.add(zip("a.json", json, "readme.txt", "Hello".getBytes(StandardCharsets.UTF_8)));
        good.add(zip("a.csv", text, "b.csv", text));
        good.add(gzip(xlsx));
        return good;
    }

    private static byte[] xlsx() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tickets");
            List<String> header = List.of("Ticket ID", "Created at", "Subject");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int i = 1; i <= 40; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, 42_400 + i / 24.0);
                sheet.style(i, 1).format("yyyy-mm-dd hh:mm").set();
                sheet.value(i, 2, "Text \u00fc " + i);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
            output.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                output.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                output.write((byte[]) namesAndContents[i + 1]);
                output.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    private byte[] hostile(List<byte[]> good) throws IOException {
        byte[] bytes = good.get(random.nextInt(good.size())).clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = mutated(bytes, good);
        }
        return switch (random.nextInt(8)) {
            case 0 -> gzip(bytes);
            case 1 -> zip("file" + random.nextInt(3), bytes);
            default -> bytes;
        };
    }

    private byte[] mutated(byte[] bytes, List<byte[]> good) {
        if (bytes.length < 2) {
            return noise(100);
        }
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(64, bytes.length));
        int end = Math.min(bytes.length, at + length);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 3 -> joined(Arrays.copyOf(bytes, at), noise(length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 5 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 6 -> {
                String sign = List.of("\"", "\\", "{", "]", "\0", ",", "\n", "\u00e9", "<", "\r")
                        .get(random.nextInt(10));
                yield joined(
                        Arrays.copyOf(bytes, at),
                        sign.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(bytes, at, bytes.length));
            }
            case 7 -> {
                byte[] other = good.get(random.nextInt(good.size()));
                yield joined(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
            }
            default -> random.nextInt(4) == 0 ? noise(1 + random.nextInt(4_000)) : bytes;
        };
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
