package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.supportgenius.server.store.TestDatabase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
    @TempDir
    private Path directory;

    private ImportingProduct product;

    @BeforeEach
    void start() {
        product = new ImportingProduct(directory);
        product.organisation().setZone(ZoneId.of("America/New_York"));
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void serviceRequestsOfNewYorkComeInCompletely() throws Exception {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(reference != null, "SUPPORTGENIUS_REFERENCE_DATA is not set");

        ImportReport report = product.run(Path.of(reference, "nyc311", "311_nyc_sample.csv"));

        // Counts from the README beside the file: 999 tickets, 989 of them closed.
        assertThat(report.state()).isEqualTo(ImportState.DONE);
        assertThat(report.counts().rows()).isEqualTo(999);
        assertThat(report.counts().created()).isEqualTo(999);
        assertThat(report.rejects()).isEmpty();
        assertThat(report.mapping())
                .containsOnly(
                        entry("externalId", "Unique Key"),
                        entry("created", "Created Date"),
                        entry("closed", "Closed Date"),
                        entry("status", "Status"),
                        entry("type", "Complaint Type"),
                        entry("channel", "Open Data Channel Type"),
                        entry("location", "Borough"));
        assertThat(report.attributes()).contains("Location", "Address Type", "Resolution Action Updated Date");
        assertThat(product.sql()
                        .sql("select count(*) from ticket where solved_at is not null and first_reply_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(989);
        // 02:27:57 PM of the first row is written on New York's clock, five hours behind UTC in March 2011.
        assertThat(product.stored("created_at at time zone 'UTC'")).first().isEqualTo("2011-03-01 19:27:57");
    }

    @Test
    void anEventLogIsOneTicketPerIdAndItsRepeatedRowsCountOnce() throws Exception {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(reference != null, "SUPPORTGENIUS_REFERENCE_DATA is not set");

        ImportReport report = product.run(Path.of(reference, "italian_helpdesk", "helpdesk_events.csv"));

        // README beside the file: 21,348 events of 4,580 tickets, 127 exact duplicate rows.
        assertThat(report.counts().rows()).isEqualTo(21_348);
        assertThat(report.counts().created()).isEqualTo(4_580);
        assertThat(report.counts().duplicates()).isEqualTo(127);
        assertThat(report.counts().folded()).isEqualTo(21_348 - 4_580 - 127);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        String[] lines = {"Ticket ID,Created at,Subject", "1,2015-10-01 08:00,One", "2,2015-10-02 08:00,Two"};
        product.run(lines);

        ImportReport again = product.run(lines);

        assertThat(again.counts().rows()).isEqualTo(2);
        assertThat(again.counts().unchanged()).isEqualTo(2);
    }

    @Test
    void aNewerExportUpdatesAndAdds() throws Exception {
        product.run("Ticket ID,Created at,Status", "1,2015-10-01 08:00,Open", "2,2015-10-02 08:00,Open");

        ImportReport newer = product.run(
                "Ticket ID,Created at,Status",
                "1,2015-10-01 08:00,Closed",
                "2,2015-10-02 08:00,Open",
                "3,2015-10-03 08:00,Open");

        assertThat(newer.counts().created()).isEqualTo(1);
        assertThat(newer.counts().updated()).isEqualTo(1);
        assertThat(newer.counts().unchanged()).isEqualTo(1);
        assertThat(product.stored("status")).containsExactly("Closed", "Open", "Open");
    }

    @Test
    void severalRowsOfATicketAndRepeatedRowsAreCountedApart() throws Exception {
        ImportReport report = product.run(
                "id,created,status", "7,2015-10-01 08:00,Open", "7,2015-10-01 08:00,Open", "7,2015-10-01 08:00,Closed");

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.counts().folded()).isEqualTo(1);
        assertThat(report.counts().duplicates()).isEqualTo(1);
        assertThat(product.stored("status")).containsExactly("Closed");
    }

    @Test
    void badRowsAreRejectedWithTheLineTheyStartOn() throws Exception {
        ImportReport report = product.run(
                "id,created,replies,subject",
                "1,2015-10-01 08:00,0,\"two",
                "lines\"",
                ",2015-10-01 08:00,1,no id",
                "3,yesterday,1,no date",
                "4,2015-10-01 08:00,some,no number",
                "5,2015-10-01 08:00,1,an unquoted, comma",
                "6,,,");

        assertThat(report.counts().rows()).isEqualTo(6);
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(report.counts().rejected()).isEqualTo(4);
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(report.rejects()).extracting(Reject::column).containsExactly("id", "created", "replies", "Column 5");
        assertThat(report.rejects()).extracting(Reject::value).containsExactly("", "yesterday", "some", "comma");
        assertThat(report.rejects())
                .extracting(Reject::reason)
                .allMatch(reason -> reason.contains("expected") || reason.contains("missing"));
    }

    @Test
    void filesBesideTheDemoCompanysTicketsComeInWithAWarning() throws Exception {
        assertThat(product.run("id,created", "1,2015-10-01 08:00").warnings())
                .noneMatch(warning -> warning.contains("demo company"));
        product.sql().sql("update ticket set source = 'demo'").update();

        ImportReport report = product.run("id,created", "1,2015-10-01 08:00");

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("demo company"));
    }

    @Test
    void aReportThatCannotBeKeptStillReachesWhoeverWaits() throws Exception {
        product.onCommit(changed ->
                changed.sql().sql("alter table import_run rename to gone").update());

        ImportReport report = product.run("id,created", "1,2015-10-01 08:00");

        assertThat(report.state()).isEqualTo(ImportState.DONE);
        assertThat(product.imports().find(report.id())).contains(report);
    }

    @Test
    void anErrorOfTheJavaMachineEndsTheRunForWhoeverWaits() throws Exception {
        product.onCommit(changed -> {
            throw new StackOverflowError("as in a defect");
        });

        ImportReport report = product.run("id,created", "1,2015-10-01 08:00");

        assertThat(report.state()).isEqualTo(ImportState.FAILED);
        assertThat(report.message()).contains("import the file again");
        product.onCommit(changed -> {});
        assertThat(product.run("id,created", "1,2015-10-01 08:00").counts().unchanged())
                .isEqualTo(1);
    }

    @Test
    void aSourceIsAShortNameOnOneLine() {
        assertThat(ImportRequest.sourceOf(" desk ")).isEqualTo("desk");
        assertThat(ImportRequest.sourceOf(" ")).isEqualTo("import");
        assertThatThrownBy(() -> ImportRequest.sourceOf("x".repeat(101))).hasMessageContaining("at most 100");
        assertThatThrownBy(() -> ImportRequest.sourceOf("a\nb")).hasMessageContaining("control characters");
        assertThatThrownBy(() -> ImportRequest.sourceOf("demo")).hasMessageContaining("demo company");
    }

    @Test
    void aTryChangesNothingAndForecastsTheCounts() throws Exception {
        String[] lines = {"id,created", "1,2015-10-01 08:00", "2,2015-10-02 08:00"};

        ImportReport tried = product.run(Map.of(), null, null, true, lines);

        assertThat(tried.counts().created()).isEqualTo(2);
        assertThat(product.stored("external_id")).isEmpty();
        assertThat(product.run(lines).counts().created()).isEqualTo(2);
    }

    @Test
    void datesThatReadTwoWaysStopTheRunBeforeAnythingChanges() throws Exception {
        String[] lines = {"id,created", "1,03/04/2011 08:00", "2,05/06/2011 09:00"};

        ImportReport stopped = product.run(lines);

        assertThat(stopped.state()).isEqualTo(ImportState.NEEDS_DECISION);
        assertThat(stopped.message()).contains("3 April 2011", "4 March 2011", "--date-order dmy", "--date-order mdy");
        assertThat(product.stored("external_id")).isEmpty();

        product.run(Map.of(), null, DateOrder.DAY_FIRST, false, lines);
        assertThat(product.stored("created_at at time zone 'America/New_York'"))
                .containsExactly("2011-04-03 08:00:00", "2011-06-05 09:00:00");
    }

    @Test
    void aColumnThatLeavesTheOrderOpenFollowsTheOthersOfItsStyle() throws Exception {
        ImportReport report = product.run(
                "id,created,closed,due", "1,03/01/2011,03/14/2011,14.03.2011", "2,03/02/2011,03/15/2011,15.03.2011");

        assertThat(report.warnings()).anyMatch(warning -> warning.contains("read as mdy like \"closed\""));
        assertThat(product.stored("created_at at time zone 'America/New_York'"))
                .containsExactly("2011-03-01 00:00:00", "2011-03-02 00:00:00");
    }

    @Test
    void withoutIdAndCreationTimeTheUserIsAsked() throws Exception {
        ImportReport stopped = product.run("colour,shape", "red,round");

        assertThat(stopped.state()).isEqualTo(ImportState.NEEDS_DECISION);
        assertThat(stopped.message()).contains("colour, shape", "--mapping");
    }

    @Test
    void theUsersMappingWinsAndCanLeaveAFieldOut() throws Exception {
        ImportReport report = product.run(
                Map.of("created", "When", "status", "", "subject", "what_happened"),
                null,
                null,
                false,
                "id,When,What happened,Status",
                "1,2015-10-01 08:00,It broke,Open");

        assertThat(report.mapping())
                .containsOnly(entry("externalId", "id"), entry("created", "When"), entry("subject", "What happened"));
        assertThat(report.attributes()).containsExactly("Status");
        assertThat(product.stored("attributes ->> 'Status'")).containsExactly("Open");
    }

    @Test
    void aMappingToAColumnThatIsNotThereFailsWithTheColumnsThereAre() throws Exception {
        ImportReport report = product.run(Map.of("created", "Wann"), null, null, false, "id,When", "1,2015-10-01");

        assertThat(report.state()).isEqualTo(ImportState.FAILED);
        assertThat(report.message()).contains("Wann", "id, When");
    }

    @Test
    void aZoneGivenToAnEmptyProductBecomesTheOrganisations() throws Exception {
        product.run(Map.of(), ZoneId.of("Asia/Kathmandu"), null, false, "id,created", "1,2015-10-01 08:00");
        product.run(Map.of(), ZoneId.of("Europe/Berlin"), null, false, "id,created", "2,2015-10-01 08:00");

        assertThat(product.organisation().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        // Kathmandu is 5:45 ahead of UTC, Berlin in summer 2:00.
        assertThat(product.stored("created_at at time zone 'UTC'"))
                .containsExactly("2015-10-01 02:15:00", "2015-10-01 06:00:00");
    }

    @Test
    void theZoneIsThereWhenTheFirstTicketsBecomeVisible() throws Exception {
        List<ZoneId> seen = new ArrayList<>();
        product.onCommit(changed -> seen.add(changed.organisation().zone()));

        product.run(Map.of(), ZoneId.of("Asia/Kathmandu"), null, true, "id,created", "1,2015-10-01 08:00");
        assertThat(product.organisation().zone()).isEqualTo(ZoneId.of("America/New_York"));
        product.run(Map.of(), ZoneId.of("Asia/Kathmandu"), null, false, "id,created", "1,2015-10-01 08:00");

        assertThat(seen).containsExactly(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void troubleAfterTheCommitDoesNotMakeTheImportFail() throws Exception {
        product.onCommit(changed -> {
            throw new IllegalStateException("a listener in trouble");
        });

        ImportReport report = product.run("id,created", "1,2015-10-01 08:00");

        assertThat(report.state()).isEqualTo(ImportState.DONE);
        assertThat(report.counts().created()).isEqualTo(1);
    }

    @Test
    void aNewProductKeepsTheZoneOfTheMachineItWasBegunOn() {
        DataSource database = TestDatabase.create();
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            new ImportingProduct(directory, database).close();
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            try (ImportingProduct moved = new ImportingProduct(directory, database)) {
                assertThat(moved.organisation().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void oldWesternFilesAreReadAndItSaysSo() throws Exception {
        Path file = product.file(
                Charset.forName("windows-1252"), "id;created;subject", "1;2015-10-01 08:00;Müller – 5 €, bitte");

        ImportReport report = product.run(file);

        assertThat(report.warnings()).anyMatch(warning -> warning.contains("windows-1252"));
        assertThat(product.stored("subject")).containsExactly("Müller – 5 €, bitte");
    }

    @Test
    void anExportWithoutSolutionTimeEndsWithTheClosingTimeButAnEmptySolutionColumnMeansUnsolved() throws Exception {
        product.run("id,created,closed", "1,2015-10-01 08:00,2015-10-02 08:00");
        product.run("id,created,solved,closed", "2,2015-10-01 08:00,,2015-10-02 08:00");

        assertThat(product.stored("solved_at is not null")).containsExactly("true", "false");
    }

    @Test
    void aReplyTimeInMinutesGivesTheTimeOfTheFirstReplyAndIsKept() throws Exception {
        product.run(
                "Id,Created at,First reply time in minutes,Replies,Satisfaction Score",
                "1,2015-10-01 08:00,90,0,Good",
                "2,2015-10-01 08:00,,3,Offered");

        assertThat(product.stored("first_reply_at - created_at")).containsExactly("01:30:00", null);
        assertThat(product.stored("touches")).containsExactly("0", "3");
        assertThat(product.stored("satisfied")).containsExactly("true", null);
        assertThat(product.stored("source_metrics ->> 'First reply time in minutes'"))
                .containsExactly("90", null);
    }

    @Test
    void aNegativeReplyTimeIsAReplyBeforeTheCreation() throws Exception {
        product.run("id,created,First reply time in minutes", "1,2015-10-01 08:00,-5");

        assertThat(product.stored("first_reply_at - created_at")).containsExactly("-00:05:00");
    }

    @Test
    void theSourcesOwnDurationIsKeptWhereTheCreationIsMissing() throws Exception {
        product.run("id,created,First reply time in minutes", "1,,90", "2,2015-10-01 08:00,5");

        assertThat(product.stored("first_reply_at is null")).containsExactly("true", "false");
        assertThat(product.stored("source_metrics ->> 'First reply time in minutes'"))
                .containsExactly("90", "5");
    }

    @Test
    void absurdCellsAreRejectedAndTheOtherRowsComeIn() throws Exception {
        String manyWords = IntStream.range(0, 200_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

        ImportReport report = product.run(
                "id,created,Full resolution time in hours,subject",
                "1,1443686400000,5,fine",
                "2,9999999999999,5,the year 2286",
                "3,1443686400000,999999999999,a hundred million years",
                "4,1443686400000,-999999999999,before the sun",
                "5,1443686400000,5," + manyWords);

        assertThat(report.state()).as(report.message()).isEqualTo(ImportState.DONE);
        assertThat(product.stored("external_id")).containsExactly("1", "5");
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(3L, 4L, 5L);
        assertThat(report.rejects()).extracting(Reject::reason).allMatch(reason -> reason.contains("expected"));
    }

    @Test
    void theClosingTimeDoesNotStandInForAResolutionThatCouldNotBeRead() throws Exception {
        ImportReport report =
                product.run("id,created,closed,Resolution time", "1,2015-10-01 08:00,2015-10-02 08:00,17");
        product.run(
                Map.of("solved", "", "fullResolutionTime", ""),
                null,
                null,
                false,
                "id,created,closed,Resolution time",
                "2,2015-10-01 08:00,2015-10-02 08:00,17");

        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("\"Resolution time\" could not be read"));
        assertThat(product.stored("solved_at is not null")).containsExactly("false", "true");
    }

    @Test
    void placeholdersAreMissingButZeroReplyCountsStay() throws Exception {
        product.run(
                "id,created,closed,assignee,company,Colour,replies",
                "1,2015-10-01 08:00,1970-01-01 00:00,0,N/A,-,0",
                "2,2015-10-01 08:00,1900-01-01,Ann,None,Unspecified,2");

        assertThat(product.stored("closed_at")).containsExactly(null, null);
        assertThat(product.stored("assignee_id is not null")).containsExactly("false", "true");
        assertThat(product.stored("company_id is not null")).containsExactly("false", "false");
        assertThat(product.stored("attributes ->> 'Colour'")).containsExactly(null, "Unspecified");
        assertThat(product.stored("touches")).containsExactly("0", "2");
    }

    @Test
    void rowsWithoutIdColumnGetTheSameIdEveryTime() throws Exception {
        String[] lines = {"created,subject", "2015-10-01 08:00,One", "2015-10-01 08:00,Two", "2015-10-01 08:00,One"};

        ImportReport first = product.run(lines);
        ImportReport second = product.run(lines);

        assertThat(first.counts().created()).isEqualTo(2);
        assertThat(first.counts().duplicates()).isEqualTo(1);
        assertThat(first.warnings()).anyMatch(warning -> warning.contains("ticket id"));
        assertThat(second.counts().unchanged()).isEqualTo(2);
    }

    @Test
    void filesThatAreNoTablesFailWithOneSentence() throws Exception {
        Path empty = product.file(StandardCharsets.UTF_8, "");
        Path binary = Files.write(directory.resolve("picture.csv"), new byte[] {'a', 0, 1, 2});

        assertThat(product.run(empty).message()).endsWith("is empty.");
        assertThat(product.run(binary).message()).contains("binary");
        assertThat(product.run(directory).message()).contains("directory");
        assertThat(product.run(directory.resolve("none.csv")).message()).startsWith("There is no file");
        assertThat(product.run("id,created").message()).contains("no rows");
        assertThat(product.run("id,created", "1,\"2015-10-01 08:00").message()).contains("not a well-formed CSV file");
        assertThat(product.stored("external_id")).isEmpty();
    }

    @Test
    void notesAndTotalsBelowTheTicketsAreNone() throws Exception {
        ImportReport report = product.run(
                "Case,Opened,Status,Replies",
                "1,2015-10-01 08:00,open,2",
                "2,2015-10-02 08:00,open,3",
                "Total,,,5",
                "Support report of October");

        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(report.rejects()).extracting(Reject::value).containsExactly("Total", "Support report of October");
    }

    @Test
    void textsThatSpreadsheetsKeepFromBeingNumbersAreThoseTexts() throws Exception {
        product.run("id,created,status", "\"=\"\"00123\"\"\",2015-10-01 08:00,open", "00124,2015-10-02 08:00,open");

        assertThat(product.stored("external_id")).containsExactly("00123", "00124");
    }

    @Test
    void ticketsWhoseIdsAreAllDamagedAreNoLog() throws Exception {
        ImportReport report = product.run(
                "id,created at,status",
                "5.67E+17,2015-10-01 08:00,open",
                "5.67E+17,2015-10-02 08:00,closed",
                "5.67E+17,2015-10-03 08:00,open",
                "5.67E+17,2015-10-04 08:00,closed");

        assertThat(report.events()).isNull();
        assertThat(report.counts().created()).isEqualTo(4);
        assertThat(report.mapping()).containsEntry("created", "created at");
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("4 ids were damaged"));
    }

    @Test
    void aColumnThatAnswersWhetherSomethingIsSolvedSaysNotWhen() throws Exception {
        product.run(
                "id,created,Resolved,Closed",
                "1,2015-10-01 08:00,Yes,2015-10-01 10:00",
                "2,2015-10-02 08:00,No,",
                "3,2015-10-02 08:00,Yes,2015-10-02 10:00");

        assertThat(product.stored("(solved_at is not null)::text")).containsExactly("true", "false", "true");
    }

    @Test
    void ratingsOnAnUnknownScaleAreLeftOutAndThatIsSaid() throws Exception {
        ImportReport report =
                product.run("id,created,csat", "1,2015-10-01 08:00,9", "2,2015-10-02 08:00,10", "3,2015-10-02 08:00,3");

        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("The ratings in \"csat\""));
    }

    @Test
    void longIdsOfWhichOneEndsWithZerosAreSound() throws Exception {
        ImportReport report = product.run(
                "id,created,status",
                "271818000000123456,2015-10-01 08:00,open",
                "271818000000123457,2015-10-01 09:00,open",
                "271818000000123000,2015-10-01 10:00,open");

        assertThat(report.counts().created()).isEqualTo(3);
        assertThat(report.warnings()).noneMatch(warning -> warning.contains("damaged"));
        assertThat(product.stored("external_id")).contains("271818000000123000");
    }

    @Test
    void damagedIdsMergeNothingAndAgentsWhoAreNobodyAreMissing() throws Exception {
        ImportReport report = product.run(
                "id,created,agent,replies",
                "5.67E+17,2015-10-01 08:00,Unassigned,1.234",
                "5.67E+17,2015-10-01 09:00,Ines,12",
                "567123456789012000,2015-10-01 10:00,Ines,3");

        assertThat(report.counts().created()).isEqualTo(3);
        assertThat(report.warnings())
                .anyMatch(warning -> warning.startsWith("3 ids were damaged by a spreadsheet"))
                .anyMatch(warning -> warning.startsWith("1 agent was read as missing"));
        assertThat(product.sql()
                        .sql("select sum(touches) from ticket")
                        .query(Long.class)
                        .single())
                .isEqualTo(1234 + 12 + 3);
        assertThat(product.sql()
                        .sql("select name from agent")
                        .query(String.class)
                        .list())
                .containsExactly("Ines");
    }

    @Test
    void theFirstDayOfADatabasesCalendarIsNoDate() throws Exception {
        ImportReport report = product.run(
                "id,created,solved", "1,2015-10-01 08:00,0000-00-00 00:00:00", "2,2015-10-01 08:00,2015-10-02 08:00");

        assertThat(report.rejects()).isEmpty();
        assertThat(product.stored("solved_at is null")).containsExactly("true", "false");
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("1 of \"solved\" (such as 0000-00-00"));
    }

    @Test
    void aColumnInUtcIsReadSoWhateverTheZone() throws Exception {
        product.run("id,Created at (UTC)", "1,2015-10-01 08:00");

        assertThat(product.stored("created_at at time zone 'UTC'")).containsExactly("2015-10-01 08:00:00");
    }

    @Test
    void daysAreReadWithTheTimesOfDayBesideThem() throws Exception {
        ImportReport report = product.run(
                "id,Open Date,Open Time,Close Date,Close Time",
                "1,10/23/2015,8:05 AM,10/24/2015,4:05 PM",
                "2,10/24/2015,14:05,,");
        product.run("Folio;Fecha de alta;Hora", "f;23/10/2015;09:30");

        assertThat(report.mapping())
                .contains(entry("created", "Open Date"), entry("closed", "Close Date"))
                .hasSize(3);
        // The organisation's zone is New York's, four hours behind UTC in October.
        assertThat(product.stored("created_at at time zone 'America/New_York'"))
                .containsExactly("2015-10-23 08:05:00", "2015-10-24 14:05:00", "2015-10-23 09:30:00");
        assertThat(product.stored("closed_at at time zone 'America/New_York'"))
                .first()
                .isEqualTo("2015-10-24 16:05:00");
        assertThat(report.warnings())
                .anyMatch(warning ->
                        warning.contains("days of created were read together with the times of day in \"Open Time\""))
                .noneMatch(warning -> warning.contains("was not taken"));
    }

    @Test
    void datesWithoutATimeOfDayAreSaidToStandAtMidnight() throws Exception {
        assertThat(product.run("id,created", "1,2015-10-01").warnings())
                .anyMatch(warning -> warning.contains("no time of day"));
    }

    @Test
    void aRunThatACrashCutOffCountsAsFailedAfterTheNextStart() {
        DataSource database = TestDatabase.create();
        try (ImportingProduct before = new ImportingProduct(directory, database)) {
            before.table()
                    .insert(new ImportRequest(
                            directory, "y.csv", "test", MappingDocument.NONE, null, null, false, false));
        }

        try (ImportingProduct after = new ImportingProduct(directory, database)) {
            ImportReport report = after.imports().find(1).orElseThrow();
            assertThat(report.state()).isEqualTo(ImportState.FAILED);
            assertThat(report.message()).contains("nothing was changed");
        }
    }
}
