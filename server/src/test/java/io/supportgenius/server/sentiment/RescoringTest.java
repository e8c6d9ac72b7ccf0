package io.supportgenius.server.sentiment;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.store.PlainWords;
import io.supportgenius.server.store.TestStore;
import org.junit.jupiter.api.Test;

class RescoringTest {

    private final TestStore store = TestStore.create();

    @Test
    void ticketsFromBeforeAreScoredAndFactsHearOfIt() {
        store.load(
                "desk",
                ticket("1").text("awful").draft(),
                ticket("2").text("great").draft(),
                ticket("3").draft());
        forgetScores();
        long before = store.changes().latest().revision();

        rescoring().run();

        assertThat(scores()).isEqualTo("1 8000 1500 500, 2 1000 2000 7000, 3 - - -");
        assertThat(store.changes().latest().revision()).isEqualTo(before + 1);
    }

    @Test
    void anotherModelScoresWhatTheOneBeforeHasScored() {
        store.load("desk", ticket("1").text("awful").draft(), ticket("2").draft());
        rescoring().run();
        store.jdbc()
                .sql("update ticket set sentiment_model = 'older', sentiment_negative = 0, sentiment_neutral = 10000,"
                        + " sentiment_positive = 0")
                .update();
        store.settings().put("sentiment.model", "older");

        rescoring().run();

        assertThat(scores()).isEqualTo("1 8000 1500 500, 2 - - -");
        assertThat(store.settings().find("sentiment.model", String.class)).contains("plain-words");
    }

    @Test
    void ticketsOfThisModelStayAsTheyAre() {
        store.load("desk", ticket("1").text("awful").draft());
        long before = store.changes().latest().revision();

        rescoring().run();

        assertThat(store.changes().latest().revision()).isEqualTo(before);
    }

    @Test
    void onceDoneItIsNotLookedForAgain() {
        store.load("desk", ticket("1").text("awful").draft());
        rescoring().run();
        forgetScores();

        rescoring().run();

        assertThat(scores()).isEqualTo("1 - - -");
    }

    private Rescoring rescoring() {
        return new Rescoring(store.unscoredTickets(), store.settings(), new PlainWords(), new SentimentSettings(true));
    }

    /** As a data directory from before sentiment is. */
    private void forgetScores() {
        store.jdbc()
                .sql("update ticket set sentiment_model = null, sentiment_negative = null, sentiment_neutral = null,"
                        + " sentiment_positive = null")
                .update();
    }

    private String scores() {
        return store.jdbc().sql("""
                        select string_agg(concat_ws(' ', external_id, coalesce(sentiment_negative::text, '-'),
                            coalesce(sentiment_neutral::text, '-'), coalesce(sentiment_positive::text, '-')), ', '
                            order by external_id)
                        from ticket
                        """).query(String.class).single();
    }
}
