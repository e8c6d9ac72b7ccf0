package io.supportgenius.server.store;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

    private final TestStore store = TestStore.create();

    @Test
    void aCorrectedTicketHasThatLabelForCertain() {
        store.load(
                "desk",
                ticket("1").text("awful").draft(),
                ticket("2").text("awful").draft());

        assertThat(store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON))
                .isTrue();

        assertThat(scores()).isEqualTo("1 person 0 0 10000, 2 plain-words 8000 1500 500");
        assertThat(store.corrections().find(id("1")))
                .hasValue(new Corrections.Correction(Sentiment.POSITIVE, "Ann", NOON));
        assertThat(store.corrections().find(id("2"))).isEmpty();
        assertThat(store.events()).hasSize(2);
    }

    @Test
    void theLastCorrectionCounts() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON);

        store.corrections().correct(id("1"), Sentiment.NEUTRAL, "Bob", NOON);

        assertThat(scores()).isEqualTo("1 person 0 10000 0");
        assertThat(store.corrections().texts())
                .containsExactly(new Corrections.CorrectedText("awful", Sentiment.NEUTRAL));
    }

    @Test
    void importedAgainWithTheSameTextItStaysCorrected() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON);

        store.load("desk", ticket("1").text("awful").status("closed").draft());

        assertThat(scores()).isEqualTo("1 person 0 0 10000");
    }

    @Test
    void alsoAfterItWasTakenAwayInBetween() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON);
        store.loads().remove("desk");

        store.load("desk", ticket("1").text("awful").draft());

        assertThat(scores()).isEqualTo("1 person 0 0 10000");
    }

    /** A changed row brings the fast step's score of a text that the accurate step has judged already. */
    @Test
    void scoresOfTheAccurateStepStayToo() {
        store.load(
                "desk",
                ticket("1").text("awful").draft(),
                ticket("2").text("awful").draft());
        store.jdbc()
                .sql(
                        "update ticket set sentiment_model = 'accurate-1', sentiment_negative = 10000, sentiment_neutral = 0,"
                                + " sentiment_positive = 0")
                .update();

        store.load(
                "desk",
                ticket("1").text("awful").status("closed").draft(),
                ticket("2").text("great").status("closed").draft());

        assertThat(scores()).isEqualTo("1 accurate-1 10000 0 0, 2 plain-words 1000 2000 7000");
    }

    @Test
    void anotherTextIsJudgedAnew() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.NEUTRAL, "Ann", NOON);

        store.load("desk", ticket("1").text("great").draft());

        assertThat(scores()).isEqualTo("1 plain-words 1000 2000 7000");
        assertThat(store.corrections().find(id("1"))).isEmpty();
        assertThat(store.corrections().texts()).isEmpty();
    }

    @Test
    void theSameTicketOfAnotherSourceIsAnotherTicket() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON);

        store.load("other", ticket("1").text("awful").draft());

        assertThat(scores()).isEqualTo("1 person 0 0 10000, 1 plain-words 8000 1500 500");
    }

    @Test
    void takenBackItHasTheScoreThatIsGivenInstead() {
        store.load("desk", ticket("1").text("awful").draft());
        store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON);

        assertThat(store.corrections().takeBack(id("1"), "accurate-1", new SentimentScore(0.5, 0.3, 0.2)))
                .isTrue();

        assertThat(scores()).isEqualTo("1 accurate-1 5000 3000 2000");
        assertThat(store.corrections().takeBack(id("1"), "accurate-1", null)).isFalse();
        assertThat(store.corrections().find(id("1"))).isEmpty();
    }

    @Test
    void whereThereIsNoTextOrNoTicketThereIsNothingToCorrect() {
        store.load("desk", ticket("1").draft());
        long before = store.changes().latest().revision();

        assertThat(store.corrections().correct(id("1"), Sentiment.POSITIVE, "Ann", NOON))
                .isFalse();
        assertThat(store.corrections().correct(new TicketId(4711), Sentiment.POSITIVE, "Ann", NOON))
                .isFalse();

        assertThat(store.changes().latest().revision()).isEqualTo(before);
    }

    /** PostgreSQL and Java compute one hash: the former where tickets lie, the latter where texts are judged. */
    @Test
    void bothSidesHashATextAlike() {
        String text = "Größe\n\u201cquoted\u201d 😡";
        store.load("desk", ticket("1").text(text).draft());

        String hash = store.jdbc()
                .sql("select " + Corrections.HASH.formatted("ticket") + "::text from ticket")
                .query(String.class)
                .single();

        String whole =
                store.judgedTickets().texts(new long[] {id("1").value()}).get(0).text();
        assertThat(TextHash.of(whole)).hasToString(hash);
    }

    private TicketId id(String externalId) {
        return new TicketId(store.jdbc()
                .sql("select id from ticket where source = 'desk' and external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
    }

    private String scores() {
        return store.jdbc().sql("""
                        select string_agg(concat_ws(' ', external_id, sentiment_model, sentiment_negative, sentiment_neutral,
                            sentiment_positive), ', ' order by external_id, source) from ticket
                        """).query(String.class).single();
    }
}
