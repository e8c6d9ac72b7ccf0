package io.supportgenius.server.sentiment;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.store.PlainWords;
import io.supportgenius.server.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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
    void whatTheAccurateStepOrAPersonSaidStays() {
        store.load(
                "desk",
                ticket("1").text("awful").draft(),
                ticket("2").text("awful").draft());
        store.jdbc()
                .sql(
                        "update ticket set sentiment_model = case external_id when '1' then 'accurate-1' else 'person' end,"
                                + " sentiment_negative = 0, sentiment_neutral = 10000, sentiment_positive = 0")
                .update();

        rescoring().run();

        assertThat(scores()).isEqualTo("1 0 10000 0, 2 0 10000 0");
    }

    @Test
    void onceDoneItIsNotLookedForAgain() {
        store.load("desk", ticket("1").text("awful").draft());
        rescoring().run();
        forgetScores();

        rescoring().run();

        assertThat(scores()).isEqualTo("1 - - -");
    }

    /** Waits in the middle of a batch until it is told to stop, and a little longer: stop has to wait for it. */
    @Test
    void stopWaitsForTheTextThatIsBeingScored() throws InterruptedException {
        store.load("desk", ticket("1").text("awful").draft());
        forgetScores();
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var slow = new SentimentScorer() {
            @Override
            public String model() {
                return "slow";
            }

            @Override
            public @Nullable SentimentScore score(String text) {
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                long until = System.nanoTime() + Duration.ofMillis(200).toNanos();
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                ended.set(true);
                return new SentimentScore(0.2, 0.2, 0.6);
            }

            @Override
            public List<WordInfluence> explain(String text) {
                return List.of();
            }
        };
        var rescoring =
                new Rescoring(store.unscoredTickets(), store.settings(), slow, new SentimentSettings(true, false));
        rescoring.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        rescoring.stop();

        assertThat(ended).isTrue();
        assertThat(rescoring.isRunning()).isFalse();
    }

    private Rescoring rescoring() {
        return new Rescoring(
                store.unscoredTickets(), store.settings(), new PlainWords(), new SentimentSettings(true, false));
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
