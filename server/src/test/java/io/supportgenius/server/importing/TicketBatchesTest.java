package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TicketBatchesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The products of all tests, which begin empty. */
    @TempDir
    private static Path directory;

    private static ImportingProduct product;

    private static ImportingProduct other;

    @BeforeAll
    static void start() {
        product = new ImportingProduct(directory);
        other = new ImportingProduct(directory);
        for (ImportingProduct each : List.of(product, other)) {
            each.organisation().setZone(ZoneId.of("America/New_York"));
        }
    }

    @AfterAll
    static void stop() {
        product.close();
        other.close();
    }

    @BeforeEach
    void empty() {
        for (ImportingProduct each : List.of(product, other)) {
            for (String table :
                    List.of("ticket", "customer", "company", "agent", "attribute", "attribute_value", "import_run")) {
                each.sql().sql("delete from " + table).update();
            }
        }
    }

    private BatchReport take(String body) {
        return product.batches().take(body.getBytes(StandardCharsets.UTF_8));
    }

    private BatchReport tickets(String... tickets) {
        return take("{\"source\": \"test\", \"tickets\": [" + String.join(",", tickets) + "]}");
    }

    @Test
    void eachTicketIsTold() {
        BatchReport first = tickets(
                "{'externalId': 'A', 'created': '2026-03-02T10:00:00+01:00', 'status': 'open'}".replace('\'', '"'),
                "{'externalId': 'B', 'created': 'soon'}".replace('\'', '"'),
                "{'externalId': 'C', 'creatd': '2026-03-02'}".replace('\'', '"'));

        assertThat(first.counts()).isEqualTo(new RowCounts(3, 1, 0, 0, 0, 0, 2));
        assertThat(first.results())
                .extracting(BatchRow::index, BatchRow::externalId, BatchRow::state, BatchRow::field, BatchRow::value)
                .containsExactly(
                        tuple(0, "A", "created", null, null),
                        tuple(1, "B", "rejected", "created", "soon"),
                        tuple(2, "C", "rejected", "creatd", "2026-03-02"));
        assertThat(first.results().get(1).reason()).contains("ISO 8601");
        assertThat(first.results().get(2).reason())
                .contains("externalId, created")
                .contains("attributes");

        BatchReport second = tickets(
                "{'externalId': 'A', 'created': '2026-03-02T10:00:00+01:00', 'status': 'open'}".replace('\'', '"'),
                "{'externalId': 'A', 'created': '2026-03-02T10:00:00+01:00', 'status': 'solved'}".replace('\'', '"'),
                "{'externalId': 'D'}".replace('\'', '"'),
                "{'externalId': 'D'}".replace('\'', '"'));

        // The later of two versions wins as in a file; of two equal tickets one counts.
        assertThat(second.counts()).isEqualTo(new RowCounts(4, 1, 1, 0, 1, 1, 0));
        assertThat(second.results())
                .extracting(BatchRow::state)
                .containsExactly("folded", "updated", "duplicate", "created");
        assertThat(second.results().get(0).id())
                .isEqualTo(first.results().get(0).id());
        assertThat(
                        product.stored(
                                "external_id || ' ' || coalesce(status, '-') || ' ' || coalesce((created_at at time zone 'UTC')::text, '-')"))
                .containsExactly("A solved 2026-03-02 09:00:00", "D - -");
        assertThat(tickets("{\"externalId\": \"D\"}").results())
                .extracting(BatchRow::state)
                .containsExactly("unchanged");
    }

    @Test
    void everyFieldIsReadAsInAFile() {
        assertThat(tickets("""
                {"externalId": 7, "created": "2026-01-05T08:00:00", "firstReply": "2026-01-05T09:00:00Z", "solved": null,
                 "tags": ["late", "needs review"], "pilot": true, "touches": 3, "satisfaction": 2, "company": "Initech",
                 "industry": "energy", "requester": "Ann", "agent": "Bob", "attributes": {"Floor": 3, "Rooms": ["a", "b"], "Empty": null}}
                """).results().get(0).state()).isEqualTo("created");
        // Eight in New York is thirteen in UTC in winter; ratings of 4 and more are good.
        assertThat(product.stored("""
                concat_ws('|', external_id, created_at at time zone 'UTC', first_reply_at at time zone 'UTC', tags::text, pilot, touches, satisfied, industry, attributes::text)
                """))
                .containsExactly(
                        "7|2026-01-05 13:00:00|2026-01-05 09:00:00|{late,\"needs review\"}|t|3|f|energy|{\"Floor\": \"3\", \"Rooms\": \"a, b\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};externalId;id is missing",
                "17;tickets[0];expected an object",
                "{'externalId':'5.67E+17'};externalId;digits are missing",
                "{'externalId':'1','touches':-1};touches;whole number",
                "{'externalId':'1','pilot':'perhaps'};pilot;neither yes nor no",
                "{'externalId':'1','satisfaction':80};satisfaction;1 to 5",
                "{'externalId':'1','requester':{'name':'Ann'}};requester;single value",
                "{'externalId':'1','attributes':{'a':{'b':1}}};attributes.a;single value",
                "{'externalId':'1','attributes':'a'};attributes;expected an object",
                "{'externalId':'1','firstReplyTime':'PT1H'};firstReplyTime;no field",
                "{'externalId':'1','created':'03/04/2026'};created;ISO 8601",
                "{'externalId':'1','created':1767600000};created;ISO 8601"
            })
    void aTicketThatCannotBeReadIsRejectedAlone(String ticket, String field, String reason) {
        BatchReport report = tickets(ticket.replace('\'', '"'), "{\"externalId\": \"good\"}");

        assertThat(report.results()).extracting(BatchRow::state).containsExactly("rejected", "created");
        assertThat(report.results().get(0).field()).isEqualTo(field);
        assertThat(report.results().get(0).reason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{\"tickets\": []}",
                "{\"tickets\": {}}",
                "{\"ticket\": {}}",
                "{\"tickets\": [{}], \"more\": 1}",
                "{\"tickets\": [{}]",
                "{\"tickets\": [{}]} {}",
                "{\"source\": 5, \"tickets\": [{}]}",
                "{\"tickets\": [{\"externalId\": 1, \"externalId\": 2}]}"
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> take(body))
                .isInstanceOfSatisfying(
                        BatchRefusedException.class,
                        refused -> assertThat(refused.tooLarge()).isFalse());
        assertThat(product.stored("id")).isEmpty();
    }

    @Test
    void moreThanAThousandAreTooMany() {
        String tickets = IntStream.range(0, 1_001)
                .mapToObj(i -> "{\"externalId\": " + i + "}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> tickets(tickets))
                .isInstanceOfSatisfying(
                        BatchRefusedException.class,
                        refused -> assertThat(refused.tooLarge()).isTrue())
                .hasMessageContaining("1,001");
    }

    /** The same rows, cut into batches anywhere, come to what one file comes to. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyMixOfBatchesEqualsTheImportOfTheSameRows(long seed) throws Exception {
        Random random = new Random(seed);
        List<Map<String, String>> rows =
                IntStream.range(0, 600).mapToObj(i -> row(random)).toList();
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(150));
            tickets(rows.subList(from, to).stream().map(TicketBatchesTest::json).toArray(String[]::new));
            from = to;
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.get(0).keySet()));
        rows.forEach(row -> lines.add(String.join(",", row.values())));
        // Else a file with several rows to a ticket would be taken for a log.
        ImportReport report = other.run(new ImportRequest(
                other.file(StandardCharsets.UTF_8, lines.toArray(String[]::new)),
                "tickets.csv",
                FileReading.FOUND_OUT,
                "test",
                MappingDocument.NONE,
                null,
                null,
                false,
                false,
                FoldWish.NEWEST));
        assertThat(report.counts().rows()).as(report.message()).isEqualTo(600);
        assertThat(report.counts().rejected()).isZero();

        String everything = """
                    to_jsonb(ticket) - '{id,requester_id,company_id,assignee_id,revision,created_revision,pushed_revision,content_hash}'::text[]
                    || jsonb_build_object('requester', (select name from customer where id = requester_id),
                        'company', (select concat(name, industry, support_tier) from company where id = company_id),
                        'agent', (select name from agent where id = assignee_id))
                    """;
        assertThat(product.stored(everything))
                .isEqualTo(other.stored(everything))
                .hasSizeBetween(60, 80);
        assertThat(dimensions(product))
                .isEqualTo(dimensions(other))
                .containsEntry("Room", true)
                .containsEntry("Reference", false);
    }

    private static Map<String, Boolean> dimensions(ImportingProduct of) {
        return of
                .sql()
                .sql("select name, dimension from attribute")
                .query((row, number) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A row of one of 80 tickets. What a file settles before it merges, batches settle one after the other; so that both can agree, each ticket
     * has its time of update, and what is said of a company does not depend on the row.
     */
    private static Map<String, String> row(Random random) {
        int ticket = random.nextInt(80);
        int version = random.nextInt(3);
        int company = ticket % 7;
        Instant created = Instant.parse("2026-01-05T08:00:00Z").plusSeconds(ticket * 5_000L);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("externalId", "T" + ticket);
        row.put("created", created.toString());
        row.put("firstReply", version == 0 ? "" : created.plusSeconds(600).toString());
        row.put("solved", version < 2 ? "" : created.plusSeconds(7_200).toString());
        row.put("updated", created.plusSeconds(version * 3_600L).toString());
        row.put("status", List.of("open", "pending", "solved").get(version));
        row.put("subject", "Question " + ticket);
        row.put("text", version == 2 ? "All is well now" : "It is awful");
        row.put("company", company == 6 ? "" : "Company " + company);
        row.put("industry", company == 6 ? "" : company % 2 == 0 ? "energy" : "media");
        row.put("supportTier", company == 6 ? "" : "gold");
        row.put("requester", "Person " + ticket % 11);
        row.put("requesterEmail", "person" + ticket % 11 + "@company" + company + ".example.org");
        row.put("agent", ticket % 5 == 0 ? "" : "Agent " + ticket % 5);
        row.put("touches", String.valueOf(version));
        row.put("satisfaction", version < 2 ? "" : ticket % 2 == 0 ? "good" : "bad");
        row.put("Room", "Room " + ticket % 4);
        row.put("Reference", "R" + ticket + "-" + version);
        return row;
    }

    private static String json(Map<String, String> row) {
        Map<String, Object> ticket = new LinkedHashMap<>(row);
        ticket.put("attributes", Map.of("Room", row.get("Room"), "Reference", row.get("Reference")));
        ticket.remove("Room");
        ticket.remove("Reference");
        return JSON.writeValueAsString(ticket);
    }

    @Test
    void whatWasPushedStaysWhenAnEarlierImportIsTakenBack() throws Exception {
        ImportReport file = product.run(
                "Ticket ID,Created at,Status,Company,Industry,Requester email,Agent,Floor",
                "1,2026-02-01T08:00:00Z,open,Umbrella,media,ann@example.org,Bob,1",
                "2,2026-02-02T08:00:00Z,open,Initech,energy,cid@example.org,Bob,2",
                "3,2026-02-03T08:00:00Z,open,Globex,retail,eve@example.org,Dora,3");
        BatchReport pushed = tickets(
                "{'externalId': '1', 'created': '2026-02-01T08:00:00Z', 'status': 'solved', 'company': 'Umbrella', 'attributes': {'Wing': 'east'}}"
                        .replace('\'', '"'),
                // Exactly what the file said of it, so that nothing changes.
                "{'externalId': '2', 'created': '2026-02-02T08:00:00Z', 'status': 'open', 'company': 'Initech', 'industry': 'energy', 'requesterEmail': 'cid@example.org', 'agent': 'Bob', 'attributes': {'Floor': '2'}}"
                        .replace('\'', '"'),
                // New, of a person and so of a company that the file alone has brought.
                "{'externalId': '4', 'created': '2026-02-04T08:00:00Z', 'requesterEmail': 'eve@example.org'}"
                        .replace('\'', '"'));
        assertThat(pushed.results()).extracting(BatchRow::state).containsExactly("updated", "unchanged", "created");

        assertThat(product.imports().undo(file.id())).isTrue();

        assertThat(
                        product.stored(
                                "external_id || ' ' || coalesce(status, '-') || ' ' || (select name from company where id = company_id)"))
                .containsExactly("1 solved Umbrella", "2 open Initech", "4 - Globex");
        assertThat(names("agent")).containsExactly("Bob");
        assertThat(names("customer")).containsExactly("cid@example.org", "eve@example.org");
        assertThat(names("attribute")).containsExactly("Floor", "Wing");
        assertThat(product.imports().latest(10)).hasSize(1);
    }

    private List<String> names(String table) {
        return product.sql()
                .sql("select name from " + table + " order by name")
                .query(String.class)
                .list();
    }

    @Test
    void aLaterImportThatChangesWhatWasPushedIsTakenBackToIt() throws Exception {
        tickets("{'externalId': '1', 'status': 'open', 'company': 'Umbrella'}".replace('\'', '"'));
        ImportReport file = product.run("Ticket ID,Status,Company", "1,solved,Umbrella", "2,solved,Umbrella");

        assertThat(product.imports().undo(file.id())).isTrue();

        assertThat(product.stored("external_id || status")).containsExactly("1open");
    }

    @Test
    void aHelpdesksOwnTicketIsRecognisedAsInAFile() {
        BatchReport report = product.batches().takeEvent("""
                        {"ticket": {"id": 35436, "created_at": "2026-03-02T09:00:00Z", "updated_at": "2026-03-02T10:00:00Z", "status": "open",
                          "priority": "high", "subject": "Printer", "description": "It is awful", "tags": ["print", "paper"], "via": {"channel": "email"},
                          "requester": {"name": "Ann", "email": "ann@example.org"}, "organization": {"name": "Initech"}}}
                        """.getBytes(StandardCharsets.UTF_8), "zendesk");

        assertThat(report.results())
                .extracting(BatchRow::state, BatchRow::externalId)
                .containsExactly(tuple("created", "35436"));
        assertThat(product.stored("""
                concat_ws('|', source, created_at at time zone 'UTC', status, priority, subject, body, (select name from customer where id = requester_id),
                    (select name from company where id = company_id))
                """))
                .containsExactly("zendesk|2026-03-02 09:00:00|open|high|Printer|It is awful|Ann|Initech");
    }

    private BatchReport event(String body) {
        return product.batches().takeEvent(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "desk");
    }

    @Test
    void whatAHelpdesksEventLacksStays() {
        event("""
                {'ticket': {'id': 5, 'created_at': '2026-03-02T09:00:00Z', 'status': 'open', 'priority': 'high', 'subject': 'An awful day',
                  'description': 'Printer', 'tags': ['print', 'paper'], 'assignee': {'name': 'Bob'}, 'Floor': '3',
                  'requester': {'name': 'Ann', 'email': 'ann@example.org'}, 'organization': {'name': 'Initech'}}}
                """);
        String everything = """
                concat_ws('|', external_id, created_at at time zone 'UTC', status, priority, subject, body, tags::text, attributes ->> 'Floor',
                    (select concat(name, email) from customer where id = requester_id), (select name from company where id = company_id),
                    (select name from agent where id = assignee_id), sentiment_negative)
                """;
        // Plain words give 0.8 of an awful day, in ten thousandths.
        String before =
                "5|2026-03-02 09:00:00|open|high|An awful day|Printer|{print,paper}|3|Annann@example.org|Initech|Bob|8000";
        assertThat(product.stored(everything)).containsExactly(before);

        BatchReport changed = event("{'ticket': {'id': 5, 'status': 'solved'}}");

        assertThat(changed.results()).extracting(BatchRow::state).containsExactly("updated");
        assertThat(product.stored(everything)).containsExactly(before.replace("|open|", "|solved|"));
        assertThat(event("{'ticket': {'id': 5, 'status': 'solved'}}").results())
                .extracting(BatchRow::state)
                .containsExactly("unchanged");
        // Subject and text are judged together: with 0.8 stays what is left, with 0.1 what is new.
        event("{'ticket': {'id': 5, 'subject': 'A great day'}}");
        assertThat(product.stored("concat_ws('|', subject, body, status, sentiment_negative)"))
                .containsExactly("A great day|Printer|solved|1000");
    }

    /** A ticket that is opened again is no longer solved. */
    @Test
    void whatAnEventTellsToBeEmptyIsEmptied() {
        event("""
                {'ticket': {'id': 5, 'created_at': '2026-03-02T09:00:00Z', 'solved_at': '2026-03-02T10:00:00Z', 'status': 'solved', 'subject': 'Printer',
                  'assignee': {'name': 'Bob'}}}
                """);

        event("{'ticket': {'id': 5, 'status': 'open', 'solved_at': null, 'assignee': {'name': ''}}}");

        assertThat(
                        product.stored(
                                "concat_ws('|', status, subject, created_at at time zone 'UTC', coalesce(solved_at::text, '-'), coalesce(assignee_id::text, '-'))"))
                .containsExactly("open|Printer|2026-03-02 09:00:00|-|-");
    }

    @Test
    void ofSeveralTicketsInAnEventWhatOneLacksStays() {
        event(
                "{'tickets': [{'id': 5, 'status': 'open', 'subject': 'Printer'}, {'id': 6, 'status': 'open', 'subject': 'Scanner'}]}");

        event("{'tickets': [{'id': 5, 'status': 'solved'}, {'id': 6, 'subject': 'Copier'}]}");

        assertThat(product.stored("concat_ws('|', external_id, status, subject)"))
                .containsExactly("5|solved|Printer", "6|open|Copier");
    }

    @Test
    void aTicketInOurOwnFormIsStillWholeAfterAnEventThatWasNot() {
        tickets("{'externalId': '1', 'status': 'open', 'subject': 'Printer'}".replace('\'', '"'));
        product.batches()
                .takeEvent(
                        "{\"ticket\": {\"id\": 1, \"status\": \"solved\"}}".getBytes(StandardCharsets.UTF_8), "test");

        tickets("{'externalId': '1', 'status': 'solved'}".replace('\'', '"'));

        assertThat(product.stored("concat_ws('|', status, coalesce(subject, '-'))"))
                .containsExactly("solved|-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'created_at':'2026-03-02T09:00:00Z','status':'open'};externalId;no member was recognised",
                "{'id':'5.67E+17','created_at':'2026-03-02T09:00:00Z','status':'open'};id;digits are missing"
            })
    void anEventWithoutAnIdIsNoTicket(String ticket, String field, String reason) {
        BatchReport report = event("{'ticket': " + ticket + "}");

        assertThat(report.results())
                .extracting(BatchRow::state, BatchRow::field)
                .containsExactly(tuple("rejected", field));
        assertThat(report.results().get(0).reason()).contains(reason);
        assertThat(product.stored("id")).isEmpty();
    }

    /** Old servers let all of them wait, each with a connection of its own. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whileAnImportCommitsFewBatchesWaitAndNotForLong() throws Exception {
        ExecutorService programs = Executors.newFixedThreadPool(4);
        try (Connection elsewhere = product.database().getConnection()) {
            elsewhere.setAutoCommit(false);
            elsewhere.createStatement().execute("update change_state set revision = revision");
            List<Future<BatchReport>> answers = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                String ticket = "{\"externalId\": \"" + i + "\"}";
                answers.add(programs.submit(() -> tickets(ticket)));
            }
            long most = 0;
            while (!answers.stream().allMatch(Future::isDone)) {
                most = Math.max(
                        most,
                        product.sql()
                                .sql(
                                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                                .query(Long.class)
                                .single());
            }
            assertThat(most).isBetween(1L, 2L);
            for (Future<BatchReport> answer : answers) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(BatchesBusyException.class);
            }
            elsewhere.rollback();
        } finally {
            programs.shutdownNow();
        }
        assertThat(product.stored("id")).isEmpty();
        assertThat(tickets("{\"externalId\": \"1\"}").results())
                .extracting(BatchRow::state)
                .containsExactly("created");
    }

    @Test
    void anAttributeOfABatchStaysWhenTheImportsAroundItAreTakenBack() throws Exception {
        ImportReport earlier = product.run("Ticket ID,Status", "1,open", "2,open");
        tickets("{'externalId': '3', 'status': 'open', 'attributes': {'Plan': 'gold'}}".replace('\'', '"'));
        ImportReport later = product.run("Ticket ID,Status,Floor", "4,open,1", "5,open,2");

        assertThat(product.imports().undo(later.id())).isTrue();
        assertThat(names("attribute")).containsExactly("Plan");
        assertThat(product.imports().undo(earlier.id())).isTrue();

        assertThat(product.stored("external_id || (attributes ->> 'Plan')")).containsExactly("3gold");
        assertThat(names("attribute")).containsExactly("Plan");
    }

    @Test
    void anEventThatOnlyAPersonCouldReadIsRefused() {
        assertThatThrownBy(() ->
                        product.batches().takeEvent("{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8), "desk"))
                .isInstanceOf(BatchRefusedException.class)
                .hasMessageContaining("No column was recognised");
    }
}
