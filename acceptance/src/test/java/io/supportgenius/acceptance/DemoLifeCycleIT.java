package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Start, stop and start again, whatever comes between. */
class DemoLifeCycleIT {

    private static final String FILLS = "demo tickets ...";

    @Test
    void ctrlCLeavesNothingRunningAndTheNextStartHasEverything() {
        Path data = Launcher.newDirectory("demo").resolve("data");
        try (Product first = Product.startIn(data, "--tickets", "100")) {
            assertThat(first.output()).contains(FILLS);
            assertThat(tickets(first)).isEqualTo(100);

            first.interrupt();

            assertThat(first.output()).endsWith("Stopped.\n");
        }
        assertThat(Processes.workingOn(data)).isEmpty();
        try (Product second = Product.startIn(data)) {
            // Asked for nothing else, it keeps what is there instead of writing the 800 of a new demo.
            assertThat(second.output()).doesNotContain(FILLS);
            assertThat(tickets(second)).isEqualTo(100);
        }
    }

    @Test
    void aServiceManagersStopLeavesNothingRunning() {
        Product product = Product.start("--empty");

        product.terminate();

        assertThat(product.output()).endsWith("Stopped.\n");
        assertThat(Processes.workingOn(product.dataDirectory())).isEmpty();
    }

    @Test
    void theDatabaseDoesNotOutliveAKilledServerAndTheNextStartHasEverything() {
        Product killed = Product.start("--tickets", "100");

        List<ProcessHandle> processes = Processes.workingOn(killed.dataDirectory());

        killed.killServer();

        try (Product next = Product.startIn(killed.dataDirectory())) {
            assertThat(processes).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
            assertThat(next.output()).doesNotContain(FILLS);
            assertThat(tickets(next)).isEqualTo(100);
        }
        assertThat(Processes.workingOn(killed.dataDirectory())).isEmpty();
    }

    @Test
    void afterEverythingWasKilledTheNextStartRecovers() {
        Product killed = Product.start("--tickets", "100");

        killed.killEverything();

        assertThat(Processes.workingOn(killed.dataDirectory())).isEmpty();
        try (Product next = Product.startIn(killed.dataDirectory())) {
            assertThat(next.output()).doesNotContain(FILLS);
            assertThat(tickets(next)).isEqualTo(100);
        }
    }

    @Test
    void worksBelowADirectoryThatOnlyItsOwnerMayPass() throws Exception {
        Path closed = Launcher.newDirectory("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        try (Product product = Product.startIn(closed.resolve("data"), "--tickets", "100")) {
            assertThat(tickets(product)).isEqualTo(100);
        }
    }

    @Test
    void anotherNumberOfTicketsReplacesTheDemo() {
        Product first = Product.start("--tickets", "100");
        first.interrupt();

        try (Product second = Product.startIn(first.dataDirectory(), "--tickets", "50", "--seed", "7")) {
            assertThat(tickets(second)).isEqualTo(50);
        }
    }

    private static int tickets(Product product) {
        return Json.parse(product.get("/api/v1/tickets?limit=1").body())
                .path("total")
                .asInt(-1);
    }
}
