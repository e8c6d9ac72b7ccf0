package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogsTest {
    private static final String ACTIVITIES = "Case ID,Activity,Complete Timestamp,Resource";

    /** States as a service desk writes them for each change, with the ticket's own columns on every row. */
    private static final String[] STATES = {
        "number,incident_state,reopen_count,sys_updated_by,sys_updated_at,opened_at,resolved_at,priority,assigned_to",
        "INC1,New,0,Caller 7,2016-02-29 01:16,2016-02-29 01:16,?,3 - Moderate,?",
        "INC1,Active,0,Resolver 1,2016-02-29 08:53,2016-02-29 01:16,?,3 - Moderate,Ann",
        "INC1,Resolved,0,Resolver 1,2016-02-29 11:29,2016-02-29 01:16,2016-02-29 11:29,3 - Moderate,Ann",
        "INC1,Active,1,Caller 7,2016-03-01 09:00,2016-02-29 01:16,?,2 - High,Ann",
        "INC1,Resolved,1,Resolver 2,2016-03-02 10:00,2016-02-29 01:16,2016-03-02 10:00,2 - High,Bob",
        "INC1,Closed,1,System,2016-03-05 12:00,2016-02-29 01:16,2016-03-02 10:00,2 - High,Bob",
        "INC2,New,0,Caller 8,2016-02-29 04:40,2016-02-29 04:40,?,3 - Moderate,?",
        "INC2,Active,0,Resolver 1,2016-02-29 05:00,2016-02-29 04:40,?,3 - Moderate,Ann",
        "INC2,Resolved,0,Resolver 1,2016-02-29 06:00,2016-02-29 04:40,2016-02-29 06:00,3 - Moderate,Ann",
        "INC2,Active,1,Caller 8,2016-02-29 07:00,2016-02-29 04:40,?,3 - Moderate,Ann",
    };

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
    void activitiesBecomeTicketsWithTheTimesThatTheyTell() throws Exception {
        ImportReport report = product.run(
                ACTIVITIES,
                "C1,Create,2020-01-01 08:00,desk",
                "C1,Take in charge ticket,2020-01-01 09:30,ann",
                "C1,Resolve ticket,2020-01-01 12:00,ann",
                "C1,Wait,2020-01-02 08:00,bob",
                "C1,Resolve ticket,2020-01-03 08:00,bob",
                "C1,Resolve ticket,2020-01-03 08:00,bob",
                "C1,Closed,2020-01-05 08:00,desk",
                "C2,Create,2020-01-02 08:00,desk",
                "C2,Closed,2020-01-04 08:00,desk");

        assertThat(report.counts()).isEqualTo(new RowCounts(9, 2, 0, 0, 6, 1, 0));
        assertThat(report.events()).isNotNull();
        assertThat(times("created_at")).containsExactly("2020-01-01 08:00:00", "2020-01-02 08:00:00");
        assertThat(times("first_reply_at")).containsExactly("2020-01-01 09:30:00", null);
        assertThat(times("first_solved_at")).containsExactly("2020-01-01 12:00:00", null);
        // The log tells solving from closing, so a ticket that was only closed was not solved.
        assertThat(times("solved_at")).containsExactly("2020-01-03 08:00:00", null);
        assertThat(times("closed_at")).containsExactly("2020-01-05 08:00:00", "2020-01-04 08:00:00");
        assertThat(times("updated_at")).containsExactly("2020-01-05 08:00:00", "2020-01-04 08:00:00");
        // Somebody is named in each of the six and two different rows; work went on after the first solution.
        assertThat(product.stored("touches")).containsExactly("6", "2");
        assertThat(product.stored("reopens")).containsExactly("1", "0");
        assertThat(product.stored("(select name from agent where agent.id = assignee_id)"))
                .containsExactly("desk", "desk");
    }

    @Test
    void statesThatTurnBackReopenATicket() throws Exception {
        ImportReport report = product.run(STATES);

        assertThat(report.counts()).isEqualTo(new RowCounts(10, 2, 0, 0, 8, 0, 0));
        assertThat(times("created_at")).containsExactly("2016-02-29 01:16:00", "2016-02-29 04:40:00");
        assertThat(times("solved_at")).containsExactly("2016-03-02 10:00:00", null);
        assertThat(times("first_solved_at")).containsExactly("2016-02-29 11:29:00", "2016-02-29 06:00:00");
        assertThat(times("closed_at")).containsExactly("2016-03-05 12:00:00", null);
        assertThat(product.stored("reopens")).containsExactly("1", "1");
        assertThat(product.stored("status")).containsExactly("Closed", "Active");
        assertThat(product.stored("priority")).containsExactly("2 - High", "3 - Moderate");
        assertThat(product.stored("(select name from agent where agent.id = assignee_id)"))
                .containsExactly("Bob", "Ann");
        assertThat(times("first_reply_at")).containsExactly(null, null);
        // Six rows with a name less the one of the system; four rows.
        assertThat(product.stored("touches")).containsExactly("5", "4");
    }

    @Test
    void withoutColumnsOfItsOwnTheStatesAloneTellSolvedAndReopens() throws Exception {
        product.run(
                "ticket_id,status,changed_at",
                "1,open,2020-01-01 08:00",
                "1,resolved,2020-01-01 09:00",
                "1,resolved,2020-01-01 09:30",
                "1,open,2020-01-01 10:00",
                "1,resolved,2020-01-01 11:00",
                "1,closed,2020-01-01 12:00",
                "2,open,2020-01-01 08:00",
                "2,closed,2020-01-01 09:00",
                "2,open,2020-01-01 10:00",
                "3,open,2020-01-01 08:00",
                "3,pending,2020-01-01 10:00");

        assertThat(times("solved_at")).containsExactly("2020-01-01 11:00:00", null, null);
        assertThat(times("closed_at")).containsExactly("2020-01-01 12:00:00", null, null);
        assertThat(product.stored("reopens")).containsExactly("1", "1", "0");
        assertThat(product.stored("touches")).containsExactly(null, null, null);
        assertThat(times("created_at")).allMatch("2020-01-01 08:00:00"::equals);
    }

    @Test
    void interactionsWithRolesCountTheAgentsAfterTheFirstOne() throws Exception {
        product.run(
                "Ticket ID,Timestamp,Author,Author type,Subject,Message",
                "1,2020-01-01T08:00:00Z,Kim,customer,Printer,It burns",
                "1,2020-01-01T08:01:00Z,Helper,bot,Printer,We got it",
                "1,2020-01-01T10:00:00Z,Ann,agent,Re: Printer,Pull the plug",
                "1,2020-01-01T11:00:00Z,Kim,customer,Re: Printer,Thanks",
                "1,2020-01-01T12:00:00Z,Ann,agent,Re: Printer,You are welcome",
                "2,2020-01-02T08:00:00Z,Ann,agent,Call,Called about the bill",
                "2,2020-01-02T09:00:00Z,Lee,customer,Re: Call,Yes");

        assertThat(times("first_reply_at")).containsExactly("2020-01-01 10:00:00", null);
        assertThat(product.stored("touches")).containsExactly("2", "0");
        assertThat(product.stored("subject")).containsExactly("Printer", "Call");
        assertThat(product.stored("body")).containsExactly("It burns", "Called about the bill");
        assertThat(product.stored("reopens")).containsExactly(null, null);
    }

    @Test
    void aLogOfChangedFieldsTakesTheStateFromTheRowsThatChangeIt() throws Exception {
        product.run(
                "ticket_id,created_at,author,field_name,value",
                "9,2020-01-01T08:00:00Z,kim,status,new",
                "9,2020-01-01T09:00:00Z,ann,priority,solved soon",
                "9,2020-01-01T10:00:00Z,ann,status,open",
                "9,2020-01-01T11:00:00Z,ann,status,solved",
                "9,2020-01-01T12:00:00Z,kim,tags,vip",
                "8,2020-01-01T08:00:00Z,kim,status,new",
                "8,2020-01-01T09:00:00Z,ann,status,solved",
                "8,2020-01-01T10:00:00Z,kim,status,open");

        assertThat(times("created_at")).allMatch("2020-01-01 08:00:00"::equals);
        assertThat(times("solved_at")).containsExactly(null, "2020-01-01 11:00:00");
        assertThat(product.stored("reopens")).containsExactly("1", "0");
    }

    @Test
    void aFewVersionsOfTicketsMakeNoLog() throws Exception {
        List<String> lines = new ArrayList<>(List.of("Ticket ID,Created at,Updated at,Status,Assignee"));
        for (int i = 1; i <= 40; i++) {
            lines.add(i + ",2020-01-01 08:00,2020-01-02 08:00,Open,Ann");
        }
        lines.add("7,2020-01-01 08:00,2020-01-03 08:00,Solved,Bob");
        lines.add("8,2020-01-01 08:00,2020-01-01 09:00,Older,Bob");

        ImportReport report = product.run(lines.toArray(String[]::new));

        assertThat(report.events()).isNull();
        assertThat(report.counts()).isEqualTo(new RowCounts(42, 40, 0, 0, 2, 0, 0));
        assertThat(product.stored("status"))
                .filteredOn(status -> !"Open".equals(status))
                .containsExactly("Solved");
        assertThat(product.stored("touches")).allMatch(touches -> touches == null);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("--fold events"));
    }

    @Test
    void twoExportsOfTheSameTicketsInOneFileAreVersions() throws Exception {
        ImportReport report = product.run(
                "Ticket ID,Created at,Updated at,Priority,Updated by",
                "1,2020-01-01 08:00,2020-01-02 08:00,Low,Ann",
                "2,2020-01-01 08:00,2020-01-02 08:00,Low,Ann",
                "1,2020-01-01 08:00,2020-01-09 08:00,High,Bob",
                "2,2020-01-01 08:00,2020-01-09 08:00,High,Bob");

        assertThat(report.events()).isNull();
        assertThat(product.stored("priority")).containsExactly("High", "High");
        assertThat(product.stored("touches")).containsExactly(null, null);
    }

    @Test
    void theUserHasTheLastWordOnFolding() throws Exception {
        String[] log = {
            ACTIVITIES,
            "C1,Create,2020-01-01 08:00,a",
            "C1,Resolve ticket,2020-01-01 12:00,b",
            "C2,Create,2020-01-01 09:00,c"
        };
        ImportReport newest = fold(FoldWish.NEWEST, MappingDocument.NONE, log);
        assertThat(newest.events()).isNull();
        assertThat(newest.counts().folded()).isEqualTo(1);

        ImportReport events = fold(
                FoldWish.EVENTS,
                MappingDocument.NONE,
                "Ticket ID,Updated at,Status",
                "1,2020-01-01 08:00,open",
                "2,2020-01-01 08:00,open",
                "1,2020-01-01 10:00,solved");
        assertThat(events.events()).isNotNull();
        assertThat(times("solved_at")).containsExactly("2020-01-01 10:00:00", null, null, null);

        ImportReport refused = fold(FoldWish.EVENTS, MappingDocument.NONE, "id,name", "1,a", "1,b");
        assertThat(refused.state()).isEqualTo(ImportState.FAILED);
        assertThat(refused.message()).contains("no column of times differs");
    }

    @Test
    void theUserSaysWhatActivitiesMean() throws Exception {
        MappingDocument mapping = MappingDocument.read("""
                {"events": {"activity": "Schritt", "firstReply": ["Anruf"], "solved": ["Teil getauscht"], "reopened": []}}
                """);

        ImportReport report = fold(
                FoldWish.AUTO,
                mapping,
                "Case ID,Schritt,Timestamp,Resource",
                "1,Angelegt,2020-01-01 08:00,a",
                "1,Anruf,2020-01-01 09:00,b",
                "1,Teil getauscht,2020-01-01 10:00,b",
                "1,Ticket gelöst,2020-01-01 11:00,b",
                "1,Wiedereröffnet,2020-01-01 12:00,b");

        assertThat(report.state()).as(report.message()).isEqualTo(ImportState.DONE);
        assertThat(times("first_reply_at")).containsExactly("2020-01-01 09:00:00");
        // Only what the user calls solved solves, and nothing opens a ticket again.
        assertThat(times("solved_at")).containsExactly("2020-01-01 10:00:00");
        assertThat(product.stored("reopens")).containsExactly("0");
        assertThat(fold(FoldWish.AUTO, MappingDocument.read("{\"events\": {\"loest\": [\"x\"]}}"), STATES)
                        .message())
                .contains("loest", "firstReply", "solved");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        Random random = new Random(20_160_229);
        List<String> events = randomLog(random, 60);
        product.run(lines(events));
        List<@Nullable String> tickets = product.stored("to_jsonb(ticket) - 'id' - 'revision'");
        assertThat(tickets).hasSize(60);

        for (int turn = 0; turn < 10; turn++) {
            Collections.shuffle(events, random);

            ImportReport again = product.run(lines(events));

            // Equal to the letter: nothing of any ticket has changed.
            assertThat(again.counts().unchanged()).isEqualTo(60);
        }
    }

    @Test
    void aLogInPiecesInAnyOrderIsTheWholeLog() throws Exception {
        Random random = new Random(7);
        List<String> events = randomLog(random, 40);
        product.run(lines(events));
        String figures =
                "jsonb_build_array(external_id, created_at, first_reply_at, first_solved_at, solved_at, closed_at,"
                        + " updated_at, touches, reopens, attributes)";
        List<@Nullable String> whole = product.stored(figures);

        for (int turn = 0; turn < 5; turn++) {
            try (ImportingProduct other = new ImportingProduct(Files.createDirectory(directory.resolve("t" + turn)))) {
                other.organisation().setZone(ZoneId.of("UTC"));
                Collections.shuffle(events, random);
                int first = events.size() / 3;
                int second = events.size() / 2;
                // The pieces overlap, as exports of the last weeks do.
                other.run(forced(other, events.subList(second, events.size())));
                other.run(forced(other, events.subList(0, second + 5)));
                other.run(forced(other, events.subList(first, events.size())));

                assertThat(other.stored(figures)).isEqualTo(whole);
            }
        }
    }

    @Test
    void laterEventsContinueTheirTickets() throws Exception {
        product.run(
                ACTIVITIES,
                "C1,Create,2020-01-01 08:00,a",
                "C1,Take in charge ticket,2020-01-01 09:00,b",
                "C2,Create,2020-01-01 08:00,a",
                "C2,Resolve ticket,2020-01-01 09:00,b");

        ImportReport later =
                product.run(ACTIVITIES, "C1,Wait,2020-01-02 08:00,b", "C1,Resolve ticket,2020-01-03 08:00,b");

        assertThat(later.counts()).isEqualTo(new RowCounts(2, 0, 1, 0, 1, 0, 0));
        assertThat(later.warnings())
                .anyMatch(warning -> warning.startsWith("2 events of these tickets came with earlier"));
        assertThat(times("created_at")).allMatch("2020-01-01 08:00:00"::equals);
        assertThat(times("solved_at")).containsExactly("2020-01-03 08:00:00", "2020-01-01 09:00:00");
        assertThat(product.stored("touches")).containsExactly("4", "2");

        product.imports().undo(later.id());
        assertThat(product.stored("touches")).containsExactly("2", "2");
        ImportReport again = product.run(ACTIVITIES, "C1,Wait,2020-01-02 08:00,b", "C1,Closed,2020-01-04 08:00,b");
        assertThat(again.counts().updated()).isEqualTo(1);
        // What was taken back is not folded in any more.
        assertThat(times("solved_at")).containsExactly(null, "2020-01-01 09:00:00");
        assertThat(product.stored("touches")).containsExactly("4", "2");
    }

    @Test
    void aTryKeepsNoEvents() throws Exception {
        ImportReport tried = product.run(
                Map.of(), null, null, true, ACTIVITIES, "C1,Create,2020-01-01 08:00,a", "C1,Closed,2020-01-02 08:00,a");

        assertThat(tried.counts().created()).isEqualTo(1);
        assertThat(product.sql()
                        .sql("select count(*) from ticket_event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRowThatCannotBeReadIsRejectedAndTheOtherEventsOfItsTicketCount() throws Exception {
        ImportReport report = product.run(
                ACTIVITIES,
                "C1,Create,2020-01-01 08:00,a",
                "C1,Resolve ticket,whenever,a",
                "C1,Closed,2020-01-02 08:00,a",
                "C1,Closed,2020-01-03 08:00,a",
                ",Closed,2020-01-03 08:00,a");

        assertThat(report.counts()).isEqualTo(new RowCounts(5, 1, 0, 0, 2, 0, 2));
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(3L, 6L);
    }

    @Test
    void anotherLayoutIsNotMixedInAndThatIsSaid() throws Exception {
        product.run(ACTIVITIES, "C1,Create,2020-01-01 08:00,a", "C1,Wait,2020-01-02 08:00,a");

        ImportReport other = product.run(
                "Case ID,Timestamp,Activity", "C1,2020-01-03 08:00,Resolve ticket", "C1,2020-01-04 08:00,Closed");

        assertThat(other.warnings())
                .anyMatch(warning -> warning.startsWith("1 tickets have events from earlier files"));
    }

    @Test
    void aHeaderThatIsCalledOtherwiseLosesNoEvent() throws Exception {
        product.run(ACTIVITIES, "C1,Create,2020-01-01 08:00,a", "C1,Resolve ticket,2020-01-02 08:00,a");

        product.run(
                ACTIVITIES.replace("Complete Timestamp", "Timestamp"),
                "C1,Create,2020-01-01 08:00,a",
                "C1,Resolve ticket,2020-01-02 08:00,a",
                "C1,Closed,2020-01-03 08:00,a");

        assertThat(times("created_at")).containsExactly("2020-01-01 08:00:00");
        assertThat(times("solved_at")).containsExactly("2020-01-02 08:00:00");
    }

    private ImportReport fold(FoldWish wish, MappingDocument mapping, String... lines) throws Exception {
        return product.run(new ImportRequest(
                product.file(StandardCharsets.UTF_8, lines),
                "log.csv",
                FileReading.FOUND_OUT,
                "test",
                mapping,
                null,
                null,
                false,
                false,
                wish));
    }

    private List<@Nullable String> times(String column) {
        return product.stored(column + " at time zone 'UTC'");
    }

    private static ImportRequest forced(ImportingProduct product, List<String> events) throws Exception {
        return new ImportRequest(
                product.file(StandardCharsets.UTF_8, lines(events)),
                "log.csv",
                FileReading.FOUND_OUT,
                "test",
                new MappingDocument(Map.of(), Set.of()),
                null,
                null,
                false,
                false,
                FoldWish.EVENTS);
    }

    private static String[] lines(List<String> events) {
        List<String> lines = new ArrayList<>(List.of(ACTIVITIES + ",Floor"));
        lines.addAll(events);
        return lines.toArray(String[]::new);
    }

    /** Of each ticket some events, no two at the same time, and some of them twice. */
    private static List<String> randomLog(Random random, int tickets) {
        String[] activities = {
            "Take in charge ticket", "Wait", "Resolve ticket", "Closed", "Reopened", "Assign", "Resolve SW anomaly"
        };
        List<String> events = new ArrayList<>();
        for (int ticket = 0; ticket < tickets; ticket++) {
            LocalDateTime at =
                    LocalDateTime.of(2020, 1, 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
            int count = 2 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                String event = "T" + ticket + "," + activities[random.nextInt(activities.length)] + ","
                        + at.toString().replace('T', ' ') + ",agent " + random.nextInt(3) + ","
                        + (random.nextBoolean() ? "" : random.nextInt(9));
                events.add(event);
                if (random.nextInt(5) == 0) {
                    events.add(event);
                }
                at = at.plusMinutes(1 + random.nextInt(5_000));
            }
        }
        return events;
    }
}
