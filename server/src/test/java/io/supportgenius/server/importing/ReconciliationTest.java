package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.store.TimeProblems;
import io.supportgenius.server.ticket.TicketTimes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    private static final Instant CREATED = Instant.parse("2020-01-01T08:00:00Z");

    @TempDir
    private Path directory;

    private ImportingProduct product;

    @BeforeEach
    void start() {
        product = new ImportingProduct(directory);
        product.organisation().setZone(ZoneId.of("UTC"));
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void figuresOfTheSourceAreHeldAgainstThoseFromItsTimes() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at,First reply at,Solved at,First reply time in minutes,Full resolution time in minutes,"
                        + "Full resolution time in minutes within business hours",
                "a,2020-01-01 08:00,2020-01-01 09:00,2020-01-01 10:00,60,120,1",
                "b,2020-01-01 08:00,2020-01-01 09:00:40,2020-01-01 12:00,60,300,1",
                "c,2020-01-01 08:00,,2020-01-01 09:00,77,30,1",
                "d,2020-01-01 08:00,2020-01-01 08:05,2020-01-01 18:00,,600,1",
                "e,2020-01-01 08:00,2020-01-01 08:05,,5,,1");

        // First replies: a and e to the minute, b off by 40 seconds; c and d lack one of the two.
        // Resolutions: a and d agree; b is stated an hour too long, c half an hour too short, so the median is a
        // quarter.
        assertThat(report.reconciliation()).hasSize(2);
        Reconciled reply = report.reconciliation().get(0);
        assertThat(reply.column()).isEqualTo("First reply time in minutes");
        assertThat(reply.metric()).isEqualTo("firstReplyTime");
        assertThat(reply.n()).isEqualTo(3);
        assertThat(reply.equal()).isEqualTo(3);
        assertThat(reply.medianDifferenceHours()).isNull();
        Reconciled resolution = report.reconciliation().get(1);
        assertThat(resolution.n()).isEqualTo(4);
        assertThat(resolution.equal()).isEqualTo(2);
        assertThat(resolution.different()).isEqualTo(2);
        assertThat(resolution.medianDifferenceHours()).isEqualTo(0.25);
        assertThat(resolution.examples())
                .extracting(Reconciled.Example::externalId)
                .containsExactly("b", "c");
        assertThat(resolution.examples().get(0).oursHours()).isEqualTo(4);
        assertThat(resolution.examples().get(0).sourceHours()).isEqualTo(5);
        Long id = product.sql()
                .sql("select id from ticket where external_id = 'b'")
                .query(Long.class)
                .single();
        assertThat(resolution.examples().get(0).id()).isEqualTo(id);
        assertThat(product.imports().find(report.id())).contains(report);
    }

    @Test
    void aFigureThatOursIsMadeOfIsNotHeldAgainstItself() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at,Full resolution time in minutes",
                "a,2020-01-01 08:00,120",
                "b,2020-01-01 08:00,30");

        assertThat(report.reconciliation()).isEmpty();
        assertThat(product.stored("solved_at at time zone 'UTC'"))
                .containsExactly("2020-01-01 10:00:00", "2020-01-01 08:30:00");
    }

    @Test
    void roundingOfTheSourceIsNoDifference() {
        assertThat(equal("Resolution time in hours", "3", "2020-01-01T11:50:00Z"))
                .contains(true);
        assertThat(equal("Resolution time in hours", "3", "2020-01-01T12:01:00Z"))
                .contains(false);
        assertThat(equal("Resolution time in hours", "3.5", "2020-01-01T11:31:00Z"))
                .contains(true);
        assertThat(equal("Resolution time in hours", "3.50", "2020-01-01T11:32:00Z"))
                .contains(false);
        assertThat(equal("Resolution time (in hrs)", "27:30:00", "2020-01-02T11:30:59Z"))
                .contains(true);
        assertThat(equal("calendar_stc", "10800", "2020-01-01T11:00:30Z")).contains(true);
        assertThat(equal("metric_set.full_resolution_time_in_minutes.calendar", "180", "2020-01-01T11:00:00Z"))
                .contains(true);
    }

    @Test
    void otherMeasuresAreNotCompared() {
        assertThat(equal("business_stc", "10800", "2020-01-01T11:00:00Z")).isEmpty();
        assertThat(equal("metric_set.full_resolution_time_in_minutes.business", "180", "2020-01-01T11:00:00Z"))
                .isEmpty();
        assertThat(equal("Agent wait time in minutes", "180", "2020-01-01T11:00:00Z"))
                .isEmpty();
        assertThat(equal("Resolution time", "3", "2020-01-01T11:00:00Z")).isEmpty();
        assertThat(equal("Resolution time in hours", "3", null)).isEmpty();
    }

    private static Optional<Boolean> equal(String column, String value, @Nullable String solved) {
        TicketTimes times =
                new TicketTimes(CREATED, null, null, solved == null ? null : Instant.parse(solved), null, null);
        return SourceMetric.of(column)
                .flatMap(metric -> metric.compare(value, times))
                .map(SourceMetric.Comparison::equal);
    }

    @Test
    void doubtfulTimesOfTicketsAreCounted() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at,First reply at,Solved at,Updated at",
                "1,,2020-01-01 09:00,2020-01-01 10:00,",
                "2,2020-01-01 08:00,2020-01-01 07:00,2020-01-01 10:00,",
                "3,2020-01-01 08:00,2020-01-01 07:00,2020-01-01 06:00,",
                "4,2020-01-01 08:00,2020-01-01 11:00,2020-01-01 10:00,",
                "5,2020-01-01 08:00,2020-01-01 11:00,2090-01-01 10:00,",
                "6,2020-01-01 08:00,2020-01-01 09:00,2020-01-01 10:00,2020-01-02 08:00",
                "6,2020-01-01 08:00,2020-01-01 07:00,2020-01-01 10:00,2020-01-01 08:00");

        // The older version of the sixth is no ticket; the third has both and is resolved before its reply as well.
        assertThat(report.quality()).isEqualTo(new TimeProblems(1, 2, 1, 2, 1));
    }

    @Test
    void whatWasAskedForIsKeptUntilTheRunEnds() throws Exception {
        ImportRequest request = new ImportRequest(
                directory.resolve("a b.csv"),
                "a b.csv",
                FileReading.of("IBM850", "second.csv"),
                "shop",
                MappingDocument.read(
                        "{\"created\": \"Wann\", \"leaveOut\": [\"x\"], \"events\": {\"solved\": [\"y\"]}}"),
                ZoneId.of("Europe/Berlin"),
                DateOrder.DAY_FIRST,
                true,
                true,
                FoldWish.NEWEST);
        long id = product.table().insert(request);

        assertThat(product.table().running()).containsExactly(new ImportRunTable.Running(id, request, 0));
        assertThat(product.table().attempt(id)).isTrue();
        product.table().fail(id, "told");
        assertThat(product.table().running()).isEmpty();
        assertThat(product.table().attempt(id)).isFalse();
        assertThat(product.imports().find(id).orElseThrow().message()).isEqualTo("told");
    }
}
