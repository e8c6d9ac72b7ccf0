package io.supportgenius.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.RowCounts;
import io.supportgenius.server.store.TimeProblems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class ImportsApiTest {

    @Test
    void onlyAnImportThatHasEndedCountsAsCancelled() {
        assertThat(ImportsApi.cancelled(report(ImportState.FAILED)).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(ImportsApi.cancelled(report(ImportState.RUNNING)).getStatusCode())
                .isEqualTo(HttpStatus.ACCEPTED);
        assertThatThrownBy(() -> ImportsApi.cancelled(report(ImportState.DONE)))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT))
                .hasMessageContaining("Import 5 was done");
    }

    private static ImportReport report(ImportState state) {
        return new ImportReport(
                5,
                state,
                null,
                "test",
                "tickets.csv",
                false,
                new RowCounts(0, 0, 0, 0, 0, 0, 0),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                new TimeProblems(0, 0, 0, 0, 0),
                0,
                null);
    }
}
