package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLocksTest {

    @TempDir
    private Path directory = Path.of(".");

    private final DataSource database = TestDatabase.create();

    @Test
    void aServerThatStartsLeavesTheRunsOfAnotherOneAlone() throws Exception {
        CountDownLatch committed = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ImportingProduct first = new ImportingProduct(directory, database)) {
            first.onCommit(product -> {
                committed.countDown();
                await(goOn);
            });
            long run = first.imports()
                    .start(new ImportRequest(
                            first.file(StandardCharsets.UTF_8, "Ticket ID,Created at", "1,2016-01-01"),
                            "tickets.csv",
                            "test",
                            MappingDocument.NONE,
                            null,
                            null,
                            false,
                            false));
            await(committed);
            try (ImportingProduct second = new ImportingProduct(directory, database)) {
                assertThat(second.imports().find(run).orElseThrow().state()).isEqualTo(ImportState.RUNNING);
            }
            goOn.countDown();

            assertThat(first.imports()
                            .await(run, Duration.ofSeconds(60))
                            .orElseThrow()
                            .state())
                    .isEqualTo(ImportState.DONE);
        }
    }

    @Test
    void aRunThatNobodyWorksOnIsFailedByTheNextStart() throws Exception {
        long run;
        try (ImportingProduct crashed = new ImportingProduct(directory, database)) {
            run = crashed.table()
                    .insert(ImportReport.waiting(new ImportRequest(
                            directory, "tickets.csv", "test", MappingDocument.NONE, null, null, false, false)));
        }
        try (ImportingProduct next = new ImportingProduct(directory, database)) {
            assertThat(next.imports().find(run).orElseThrow().state()).isEqualTo(ImportState.FAILED);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
