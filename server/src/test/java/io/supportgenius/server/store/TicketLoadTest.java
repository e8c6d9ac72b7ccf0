package io.supportgenius.server.store;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketLoadTest {

    private final TestStore store = TestStore.create();

    @Test
    void theSentimentOfATextIsKeptAndFollowsTheText() {
        store.load(
                "desk", ticket("1").subject("An awful day").draft(), ticket("2").draft());

        assertThat(sentiment("1")).isEqualTo(new SentimentScore(0.8, 0.15, 0.05));
        assertThat(sentiment("2")).isNull();

        store.load("desk", ticket("1").subject("A great day").draft());
        assertThat(sentiment("1")).isEqualTo(new SentimentScore(0.1, 0.2, 0.7));
    }

    private @Nullable SentimentScore sentiment(String externalId) {
        long id = store.jdbc()
                .sql("select id from ticket where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single();
        return store.tickets().find(new TicketId(id)).orElseThrow().sentiment();
    }

    @Test
    void aSecondLoadOfTheSameTicketsChangesNothing() {
        var first = ticket("1").subject("Printer").attribute("Floor", "3").draft();
        var second = ticket("2").company("Acme").requester("Ann").agent("Bob").draft();

        assertThat(store.load("desk", first, second)).isEqualTo(new LoadResult(2, 0, 0, 0, 0));
        assertThat(store.load("desk", first, second)).isEqualTo(new LoadResult(0, 0, 2, 0, 0));
    }

    @Test
    void theSameIdOfAnotherSourceIsAnotherTicket() {
        store.load("desk", ticket("1").draft());

        assertThat(store.load("other", ticket("1").draft()).created()).isEqualTo(1);
    }

    @Test
    void theNewestUpdateWinsWithinOneLoadAndRepetitionsCountOnce() {
        var newer = ticket("1").updated("2026-02-01T00:00:00Z").status("solved").draft();
        var older = ticket("1").updated("2026-01-01T00:00:00Z").status("open").draft();

        assertThat(store.load("desk", newer, older, older)).isEqualTo(new LoadResult(1, 0, 0, 1, 1));
        assertThat(only().kind().status()).isEqualTo("solved");
    }

    @Test
    void anOlderVersionDoesNotReplaceAStoredOne() {
        store.load(
                "desk",
                ticket("1").updated("2026-02-01T00:00:00Z").status("solved").draft());

        assertThat(store.load(
                        "desk",
                        ticket("1")
                                .updated("2026-01-01T00:00:00Z")
                                .status("open")
                                .draft()))
                .isEqualTo(new LoadResult(0, 0, 1, 0, 0));
        assertThat(only().kind().status()).isEqualTo("solved");
    }

    @Test
    void withoutUpdateTimesTheLaterDraftWins() {
        assertThat(store.load(
                        "desk",
                        ticket("1").status("open").draft(),
                        ticket("1").status("solved").draft()))
                .isEqualTo(new LoadResult(1, 0, 0, 1, 0));
        assertThat(only().kind().status()).isEqualTo("solved");
    }

    @Test
    void everythingIsKeptAsItWasGiven() {
        String hostile = "Tab\t, line\r\nbreak, \\N, \\, \"quote\", 'it', <script>alert(1)</script>, 🙂 é";
        store.load(
                "desk",
                ticket("id with\ttab")
                        .subject(hostile)
                        .text(hostile)
                        .created("2026-01-01T10:20:30.123456Z")
                        .attribute("na\"me\\", hostile)
                        .touches(0)
                        .draft());

        StoredTicket kept = only();
        assertThat(kept.externalId()).isEqualTo("id with\ttab");
        assertThat(kept.text().subject()).isEqualTo(hostile);
        assertThat(kept.text().body()).isEqualTo(hostile);
        assertThat(kept.times().created()).isEqualTo(Instant.parse("2026-01-01T10:20:30.123456Z"));
        assertThat(kept.attributes()).isEqualTo(Map.of("na\"me\\", hostile));
        assertThat(kept.effort().touches()).isZero();
        assertThat(kept.effort().reopens()).isNull();
    }

    @Test
    void theCharacterThatPostgresCannotKeepIsLeftOut() {
        store.load(
                "desk",
                ticket("1").subject("a\0b").attribute("k\0", "\0v\\u0000").draft());

        assertThat(only().text().subject()).isEqualTo("ab");
        assertThat(only().attributes()).isEqualTo(Map.of("k", "v\\u0000"));
    }

    @Test
    void ticketsThatNameNoCompanyFollowTheirRequesterInWhateverOrderTheyCome() {
        var silent = ticket("1").requester("Ann", "ann@example.org").draft();
        store.load("desk", silent);
        store.load(
                "desk",
                ticket("2").requester("Ann", "ann@example.org").company("Acme").draft());
        long beforeMove = store.changes().latest().revision();

        assertThat(companies()).containsExactly("Acme", "Acme");

        store.load(
                "desk",
                silent,
                ticket("3")
                        .requester("Ann", "ann@example.org")
                        .company("Zenith")
                        .draft());

        assertThat(companies()).containsExactly("Zenith", "Acme", "Zenith");
        assertThat(store.jdbc()
                        .sql("select external_id from ticket where revision > :revision order by external_id")
                        .param("revision", beforeMove)
                        .query(String.class)
                        .list())
                .containsExactly("1", "3");
    }

    private List<String> companies() {
        return store.jdbc()
                .sql("select name from ticket join company on company.id = company_id order by external_id")
                .query(String.class)
                .list();
    }

    @Test
    void aCompanyKeepsWhatIsKnownAndTakesWhatIsNew() {
        store.load(
                "desk",
                ticket("1")
                        .company("Acme", new Profile("media", null, null, null))
                        .draft(),
                ticket("2")
                        .company("ACME", new Profile(null, "Gold", null, null))
                        .draft(),
                ticket("3")
                        .company("acme", new Profile(null, "Silver", null, null))
                        .draft());

        var companies = store.records().companies(ids("company"));
        assertThat(companies).hasSize(1);
        assertThat(companies.get(0).name()).isEqualTo("acme");
        assertThat(companies.get(0).profile()).isEqualTo(new Profile("media", "Silver", null, null));
    }

    @Test
    void aChangedCompanyMarksItsTicketsAsChanged() {
        store.load(
                "desk",
                ticket("1").company("Acme").draft(),
                ticket("2").company("Other").draft());
        long before = store.changes().latest().revision();

        store.load(
                "desk",
                ticket("3")
                        .company("Acme", new Profile("media", null, null, null))
                        .draft());

        assertThat(changedAfter(before)).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void aTicketWithoutCompanyBelongsToTheCompanyOfItsRequester() {
        store.load(
                "desk",
                ticket("1").requester("Ann", "ann@example.org").company("Acme").draft());
        store.load("desk", ticket("2").requester("Ann", "ANN@example.org").draft());

        assertThat(ids("customer")).hasSize(1);
        assertThat(store.jdbc()
                        .sql("select count(*) from ticket where company_id is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothingIsVisibleBeforeTheCommitAndNothingStaysWithoutIt() {
        try (TicketLoad load = store.loads().begin("desk")) {
            load.add(ticket("1").draft());
        }

        assertThat(ids("ticket")).isEmpty();
        assertThat(store.events()).isEmpty();
        assertThat(store.load("desk", ticket("1").draft()).created()).isEqualTo(1);
        assertThat(store.events()).hasSize(1);
    }

    @Test
    void aSourceCanBeTakenAwayAndOthersStay() {
        store.load(
                "demo",
                ticket("1").company("Acme").requester("Ann").agent("Bob").draft());
        store.load("desk", ticket("1").draft());
        Changes.Mark before = store.changes().latest();

        store.loads().remove("demo");

        assertThat(ids("ticket")).hasSize(1);
        assertThat(ids("company")).isEmpty();
        assertThat(store.changes().latest().epoch()).isGreaterThan(before.epoch());
    }

    @Test
    void wordsAreFoundInIdSubjectAndText() {
        store.load(
                "desk",
                ticket("SUP-77").draft(),
                ticket("2").subject("The printer burns").draft(),
                ticket("3").text("No printer here, it works").draft());

        assertThat(store.tickets().search("printer")).hasSize(2);
        assertThat(store.tickets().search("printer -works")).hasSize(1);
        assertThat(store.tickets().search("\"printer burns\"")).hasSize(1);
        assertThat(store.tickets().search("sup-77")).hasSize(1);
        assertThat(store.tickets().search("' or 1=1 --")).isEmpty();
    }

    @Test
    void wordsAreFoundBetweenQuotesTagsAndSlashes() {
        store.load(
                "desk",
                ticket("1").subject("„Drucker“ kaputt").draft(),
                ticket("2")
                        .subject("error/timeout in <script>alert(2)</script>")
                        .draft(),
                ticket("3").text("from <bob@x.example>, the backup fails").draft());

        for (String word : List.of("drucker", "error", "timeout", "alert", "script", "bob", "backu", "BACKUP fail")) {
            assertThat(store.tickets().search(word)).as(word).hasSize(1);
        }
        assertThat(store.tickets().search("kaputt or backup")).hasSize(2);
        assertThat(store.tickets().search("!!! & | :* '")).isEmpty();
        assertThat(store.tickets().search("\"")).isEmpty();
    }

    @Test
    void attributesWithManyValuesAreNotDimensions() {
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < 201; i++) {
            drafts.add(ticket("t" + i)
                    .attribute("Serial", "value " + i)
                    .attribute("Product", "Product " + i % 3)
                    .draft());
        }
        store.load("desk", drafts.toArray(new TicketDraft[0]));

        var dimensions = new ArrayList<String>();
        store.factRows().read(-1, state -> dimensions.addAll(state.attributes()));
        assertThat(dimensions).containsExactly("Product");
        assertThat(store.tickets().attributes()).containsExactly("Product", "Serial");
        assertThat(store.tickets().withAttribute("Serial", List.of("value 7"))).hasSize(1);
    }

    private StoredTicket only() {
        return store.tickets().find(new TicketId(ids("ticket").get(0))).orElseThrow();
    }

    private List<Long> ids(String table) {
        return store.jdbc()
                .sql("select id from " + table + " order by id")
                .query(Long.class)
                .list();
    }

    private List<String> changedAfter(long revision) {
        return store.jdbc()
                .sql("select external_id from ticket where revision > :revision")
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    @Test
    void theFirstTicketsOfAllLeaveEveryIndexAsItWas() {
        List<String> before = indexes();
        TicketDraft[] drafts = new TicketDraft[3_000];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = ticket("T" + i).company("Company " + i % 7).draft();
        }

        assertThat(store.load("desk", drafts)).isEqualTo(new LoadResult(3_000, 0, 0, 0, 0));

        assertThat(indexes()).isEqualTo(before).hasSizeGreaterThan(4);
        assertThat(store.jdbc()
                        .sql("select external_id from ticket order by id limit 3")
                        .query(String.class)
                        .list())
                .containsExactly("T0", "T1", "T2");
        assertThat(store.load("desk", drafts)).isEqualTo(new LoadResult(0, 0, 3_000, 0, 0));
        assertThat(store.load("other", drafts[0]).created()).isEqualTo(1);
    }

    /** Their definitions, and those of the constraints that some belong to. */
    private List<String> indexes() {
        return store.jdbc().sql("""
                        select indexdef from pg_indexes where tablename = 'ticket'
                        union all
                        select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = 'ticket'::regclass and contype in ('p', 'u')
                        order by 1
                        """).query(String.class).list();
    }

    /** A dry run into an empty product is no reason to lock everybody out and to make all indexes anew. */
    @Test
    void tryingOutTouchesNoIndex() {
        store.jdbc().sql("""
                create function refuse() returns event_trigger language plpgsql as
                    $$ begin raise exception 'an index is touched: %', tg_tag; end $$
                """).update();
        store.jdbc().sql("""
                create event trigger no_index on ddl_command_start when tag in ('DROP INDEX', 'CREATE INDEX', 'ALTER TABLE')
                    execute function refuse()
                """).update();

        try (TicketLoad load = store.loads().begin("desk")) {
            // From 2,001 on a load into an empty table makes its indexes anew.
            for (int i = 0; i < 2_001; i++) {
                load.add(ticket(String.valueOf(i)).draft());
            }
            assertThat(load.tryOut()).isEqualTo(new LoadResult(2_001, 0, 0, 0, 0));
        }
    }
}
