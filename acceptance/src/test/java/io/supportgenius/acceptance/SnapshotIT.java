package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A start takes over the facts that were kept on disk, or reads all tickets where these are of no use; figures are the same. */
class SnapshotIT {

    private static final String TAKEN_OVER = "Took over the kept facts of ";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final String UPDATE = """
            Ticket ID,Created at,Status,Requester,Subject
            another-1,2015-10-20T08:15:00Z,waiting for a part,Ann,The cover is broken
            """;

    @Test
    void aStartFromKeptFactsHasTheSameFiguresAndSeesWhatChangedMeanwhile() throws IOException {
        Path data = Launcher.newDirectory("kept").resolve("data");
        String dashboard;
        try (Product first = Product.startIn(data, "--tickets", "300")) {
            dashboard = dashboard(first);
            await(first, data.resolve("facts/facts"));
        }
        assertThat(log(data)).doesNotContain(TAKEN_OVER);

        Path update = Files.writeString(data.resolveSibling("update.csv"), UPDATE);
        try (Product second = Product.startIn(data)) {
            assertThat(log(data)).containsOnlyOnce(TAKEN_OVER + "300 tickets");
            assertThat(dashboard(second)).isEqualTo(dashboard);
        }
        assertThat(Launcher.run("import", update.toString(), "--source", "update", "--data-dir", data.toString())
                        .exitCode())
                .isZero();
        try (Product third = Product.startIn(data)) {
            // The kept facts lack the ticket, so it was read.
            assertThat(log(data).split(TAKEN_OVER + "300 tickets", -1)).hasSize(3);
            assertThat(total(third, "")).isEqualTo(301);
            assertThat(total(third, "&status=waiting%20for%20a%20part")).isEqualTo(1);
        }
    }

    @Test
    void aDamagedFileIsLeftAside() throws IOException {
        Path data = Launcher.newDirectory("damaged").resolve("data");
        Path kept = data.resolve("facts/facts");
        String dashboard;
        try (Product first = Product.startIn(data, "--tickets", "200")) {
            dashboard = dashboard(first);
            await(first, kept);
        }
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        try (Product second = Product.startIn(data)) {
            assertThat(dashboard(second)).isEqualTo(dashboard);
        }
        assertThat(log(data)).contains("damaged, so all tickets are read").doesNotContain(TAKEN_OVER);
    }

    private static String dashboard(Product product) {
        return product.get("/api/v1/dashboard").body();
    }

    private static int total(Product product, String filter) {
        return Json.parse(product.get("/api/v1/tickets?limit=1" + filter).body())
                .path("total")
                .asInt(-1);
    }

    private static String log(Path data) throws IOException {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("supportgenius"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    /** Facts are kept when nothing has changed for some seconds. */
    private static void await(Product product, Path file) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("No facts were kept in " + file).isLessThan(end);
            assertThat(product.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }
}
