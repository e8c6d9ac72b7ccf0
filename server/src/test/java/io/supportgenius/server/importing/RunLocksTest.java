package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLocksTest {

    @TempDir
    private Path directory = Path.of(".");

    private final DataSource database = TestDatabase.create();

    @Test
    void aServerThatStartsLeavesTheRunsOfAnotherOneAlone() throws Exception {
        try (ImportingProduct first = new ImportingProduct(directory, database);
                Connection elsewhere = database.getConnection()) {
            // Whoever changes tickets waits for this transaction.
            elsewhere.setAutoCommit(false);
            elsewhere.createStatement().execute("update change_state set revision = revision");
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
            while (!isSaving(first, run)) {
                assertThat(first.imports().find(run).orElseThrow().state()).isEqualTo(ImportState.RUNNING);
            }
            try (ImportingProduct second = new ImportingProduct(directory, database)) {
                assertThat(second.imports().find(run).orElseThrow().state()).isEqualTo(ImportState.RUNNING);
            }
            elsewhere.rollback();

            assertThat(first.imports()
                            .await(run, Duration.ofSeconds(60))
                            .orElseThrow()
                            .state())
                    .isEqualTo(ImportState.DONE);
        }
    }

    private static boolean isSaving(ImportingProduct product, long run) throws InterruptedException {
        ImportProgress progress = product.imports()
                .await(run, Duration.ofMillis(20))
                .orElseThrow()
                .progress();
        return progress != null && progress.stage().equals("saving");
    }

    @Test
    void aRunThatNobodyWorksOnIsFailedByTheNextStart() throws Exception {
        long run;
        try (ImportingProduct crashed = new ImportingProduct(directory, database)) {
            run = crashed.table()
                    .insert(new ImportRequest(
                            directory, "tickets.csv", "test", MappingDocument.NONE, null, null, false, false));
        }
        try (ImportingProduct next = new ImportingProduct(directory, database)) {
            assertThat(next.imports().find(run).orElseThrow().state()).isEqualTo(ImportState.FAILED);
        }
    }
}
