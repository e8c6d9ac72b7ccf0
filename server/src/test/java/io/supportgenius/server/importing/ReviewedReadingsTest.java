package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reviews and trials have found in the reading of files; each was wrong once. */
class ReviewedReadingsTest {
    @TempDir
    private static Path directory;

    private static ImportingProduct product;

    @BeforeAll
    static void start() {
        product = new ImportingProduct(directory);
        product.organisation().setZone(ZoneId.of("UTC"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @BeforeEach
    void empty() {
        for (String table : new String[] {"ticket", "customer", "company", "agent", "import_run"}) {
            product.sql().sql("delete from " + table).update();
        }
    }

    /** Offsets by the IANA time zone database: America/New_York, Chicago, Denver and Los_Angeles in winter and summer. */
    @ParameterizedTest
    @CsvSource({
        "2016-02-01 08:00 EST, 2016-02-01 13:00:00",
        "2016-07-01 08:00 EDT, 2016-07-01 12:00:00",
        "2016-07-01 08:00 CDT, 2016-07-01 13:00:00",
        "2016-02-01 08:00 MST, 2016-02-01 15:00:00",
        "2016-07-01 08:00 MDT, 2016-07-01 14:00:00",
        "2016-02-01 08:00 PST, 2016-02-01 16:00:00",
        "2016-07-01 08:00 PDT, 2016-07-01 15:00:00",
        "2016-07-01 08:00 CEST, 2016-07-01 06:00:00"
    })
    void zonesThatMeanOneOffsetAreRead(String written, String universal) throws Exception {
        product.run("Ticket ID,Created at", "1," + written);

        assertThat(product.stored("created_at at time zone 'UTC'")).containsExactly(universal);
    }

    @ParameterizedTest
    @CsvSource({"CST, Shanghai", "IST, Israel", "BST, Dhaka"})
    void zonesThatMeanSeveralAreRefusedWithTheirMeanings(String zone, String place) throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at", "1,2016-02-01 08:00", "2,2016-02-01 09:00", "3,2016-02-01 08:00 " + zone);

        assertThat(report.rejects()).hasSize(1);
        assertThat(report.rejects().get(0).reason()).contains(zone, place, "+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "Resolution time (mm:ss), 90:30, PT1H30M30S",
        "Resolution time (hh:mm), 90:30, PT90H30M",
        "Resolution time (hh:mm:ss), 1:30:30, PT1H30M30S",
        "Resolution time, 90:30, PT90H30M"
    })
    void clocksAreReadAsTheirColumnSays(String header, String cell, Duration expected) throws Exception {
        product.run("Ticket ID,Created at," + header, "1,2016-02-01T08:00:00Z," + cell, "2,2016-02-01T08:00:00Z,10:00");

        assertThat(product.stored("extract(epoch from solved_at - created_at)::bigint")
                        .get(0))
                .isEqualTo(String.valueOf(expected.toSeconds()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"2,5;2.5", "1.234,5;1234.5", "1,234;1234", "12,25;12.25", "1,234.5;1234.5", "7;7"})
    void theSourcesDecimalCommasAreDecimals(String value, double hours) {
        var times = new io.supportgenius.server.ticket.TicketTimes(
                java.time.Instant.EPOCH, null, null, java.time.Instant.EPOCH.plusSeconds(3600), null, null);

        assertThat(SourceMetric.of("Full resolution time in hours")
                        .orElseThrow()
                        .compare(value, times)
                        .orElseThrow()
                        .sourceHours())
                .isEqualTo(hours);
    }

    /** HubSpot exports its time to close in milliseconds and says so nowhere. */
    @Test
    void aTimeToCloseWithoutUnitDoesNotHideTheClosing() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Create date,closed_date,time_to_close",
                "1,2016-02-01 08:00,2016-02-01 10:00,7200000",
                "2,2016-02-01 09:00,,");

        assertThat(report.warnings())
                .anyMatch(warning -> warning.contains("the full resolution time ends with \"closed_date\""));
        assertThat(product.stored("solved_at at time zone 'UTC'")).containsExactly("2016-02-01 10:00:00", null);
    }

    @Test
    void namesThatDifferByTheirBlanksAreOne() throws Exception {
        product.run(
                "Ticket ID,Created at,Company,Requester",
                "1,2016-02-01,Umbrella Corp,Ann Lee",
                "2,2016-02-01,Umbrella\u00a0Corp,Ann\u2009Lee",
                "3,2016-02-01,Umbrella  Corp\u00a0,\u200bAnn Lee");

        assertThat(product.sql()
                        .sql("select name from company")
                        .query(String.class)
                        .list())
                .containsExactly("Umbrella Corp");
        assertThat(product.sql()
                        .sql("select name from customer")
                        .query(String.class)
                        .list())
                .containsExactly("Ann Lee");
    }

    @Test
    void aStateThatSomebodyIsAtWorkIsNoFirstReply() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Time,State",
                "1,2016-02-01 08:00,Open",
                "1,2016-02-01 09:00,In Progress",
                "1,2016-02-01 10:00,Accepted",
                "1,2016-02-01 12:00,Resolved",
                "2,2016-02-02 08:00,Open",
                "2,2016-02-02 09:00,In Progress",
                "2,2016-02-02 10:00,Accepted",
                "2,2016-02-02 12:00,Resolved");

        assertThat(report.events()).isNotNull();
        assertThat(product.stored("first_reply_at")).containsExactly(null, null);
        assertThat(product.stored("extract(hour from solved_at at time zone 'UTC')"))
                .containsExactly("12", "12");
    }

    @Test
    void oneIsToldAsOne() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at,Status,Subject",
                "1,2016-02-01 08:00,open,A",
                "2,2016-02-01 08:00",
                "1,2016-02-01 08:00,open,B");

        assertThat(report.warnings())
                .anyMatch(warning -> warning.startsWith("1 row has fewer fields"))
                .anyMatch(warning -> warning.startsWith("1 further row bears the id"));
    }

    @Test
    void reasonsNameNoSecondsThatNobodyWrites() throws Exception {
        ImportReport report = product.run("Ticket ID,Created at", "1,2016-02-01 08:00", "2,2016-02-01 09:30", "3,soon");

        assertThat(report.rejects().get(0).reason()).endsWith("such as 2011-03-14 15:59");
    }
}
