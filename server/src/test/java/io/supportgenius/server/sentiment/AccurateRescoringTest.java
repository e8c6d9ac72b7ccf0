package io.supportgenius.server.sentiment;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.sentiment.RescoringProgress.State;
import io.supportgenius.server.store.JudgedTickets.Waiting;
import io.supportgenius.server.store.TestStore;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real steps on a real store; texts are of our own. */
class AccurateRescoringTest {

    private static final SentimentSettings BOTH = new SentimentSettings(true, true);

    private final TestStore store = TestStore.scoredBy(PackagedModel.scorer());
    private final AccurateStep step = new AccurateStep(PackagedModel.scorer(), store.settings(), BOTH);
    private final SetClock clock = new SetClock();
    private final AccurateRescoring rescoring = rescoring();

    @AfterEach
    void close() {
        step.destroy();
    }

    @Test
    void allTicketsAreJudgedAndEachTextOnce() throws InterruptedException {
        store.load(
                "desk",
                ticket("1")
                        .text("This update is terrible, nothing works any more.")
                        .draft(),
                ticket("2")
                        .text("This update is terrible, nothing works any more.")
                        .draft(),
                ticket("3").text("Great support, thank you so much!").draft(),
                ticket("4")
                        .text("Seit dem Update kann ich mich nicht mehr anmelden.")
                        .draft(),
                ticket("5").draft());

        rescoring.run();

        assertThat(labels())
                .isEqualTo("1 accurate-1 negative, 2 accurate-1 negative, 3 accurate-1 positive, 4 accurate-1 -,"
                        + " 5 accurate-1 -");
        assertThat(number("select count(*) from text_embedding")).isEqualTo(2);
        assertThat(rescoring.progress().state()).isEqualTo(State.IDLE);
    }

    /** What is stored is what the step itself says of the text, but for the rounding to 16 bits and to ten-thousandths. */
    @Test
    void storedScoresAreThoseOfTheStep() throws InterruptedException {
        String text = "I have been waiting for three weeks and nobody answers.";
        store.load("desk", ticket("1").text(text).draft());

        rescoring.run();

        SentimentScore score = Objects.requireNonNull(step.strongest().score(text));
        assertThat(number("select sentiment_negative from ticket"))
                .isBetween((long) (score.negative() * 10_000) - 5, (long) (score.negative() * 10_000) + 6);
    }

    @Test
    void whatPeopleCorrectedStays() throws InterruptedException {
        store.load("desk", ticket("1").text("This update is terrible.").draft());
        correct("1", Sentiment.NEUTRAL);

        rescoring.run();

        assertThat(labels()).isEqualTo("1 person neutral");
    }

    @Test
    void onlyNewOnesAreJudgedLater() throws InterruptedException {
        store.load("desk", ticket("1").text("This update is terrible.").draft());
        rescoring.run();
        rescoring.run();
        long before = store.changes().latest().revision();
        rescoring.run();
        assertThat(store.changes().latest().revision()).isEqualTo(before);

        store.load("desk", ticket("2").text("Great support, thank you!").draft());
        rescoring.run();

        assertThat(labels()).isEqualTo("1 accurate-1 negative, 2 accurate-1 positive");
    }

    @Test
    void leftOutOrPausedNothingIsJudged() throws InterruptedException {
        store.load("desk", ticket("1").text("This update is terrible.").draft());

        new AccurateWishes(false, false, false).write(store.settings());
        rescoring.run();
        assertThat(labels()).isEqualTo("1 fast-3 negative");
        assertThat(step.strongest().model()).isEqualTo("fast-3");
        new AccurateWishes(true, true, false).write(store.settings());
        rescoring.run();
        assertThat(labels()).isEqualTo("1 fast-3 negative");
        assertThat(rescoring.progress().state()).isEqualTo(State.PAUSED);

        new AccurateWishes(true, false, false).write(store.settings());
        rescoring.run();
        assertThat(labels()).isEqualTo("1 accurate-1 negative");
    }

    /** As another server does it, which holds the lock on its own connection. */
    @Test
    void whileAnotherServerIsAtItThisOneIsNot() {
        store.load("desk", ticket("1").text("This update is terrible.").draft());

        boolean done = store.soleWork().run(0x53474143, () -> {
            try {
                rescoring.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(done).isTrue();
        assertThat(labels()).isEqualTo("1 fast-3 negative");
        assertThat(rescoring.progress().state()).isEqualTo(State.ELSEWHERE);
    }

    @Test
    void moreTextsThanTheLimitWaitToBeAsked() throws InterruptedException {
        TicketDraft[] drafts = IntStream.rangeClosed(0, AccurateRescoring.MOST_UNASKED)
                .mapToObj(i -> ticket(String.valueOf(i))
                        .text("Ticket number x" + i + " is open")
                        .draft())
                .toArray(TicketDraft[]::new);
        store.load("desk", drafts);

        rescoring.run();

        assertThat(rescoring.progress().state()).isEqualTo(State.TO_BE_ASKED);
        assertThat(number("select count(*) from text_embedding")).isZero();
        long tickets = AccurateRescoring.MOST_UNASKED + 1;
        assertThat(rescoring.progress().tickets()).isEqualTo(tickets);

        // Another ticket is no reason to count all again, before a minute is over.
        store.load("desk", ticket("another").text("Ticket number y is open").draft());
        clock.now = clock.now.plusSeconds(59);
        rescoring.run();
        assertThat(rescoring.progress().tickets()).isEqualTo(tickets);
        clock.now = clock.now.plusSeconds(1);
        rescoring.run();
        assertThat(rescoring.progress().tickets()).isEqualTo(tickets + 1);
        assertThat(rescoring.progress().state()).isEqualTo(State.TO_BE_ASKED);
    }

    /** Times stand in another order than ids, and one ticket has none: it counts as the oldest. */
    @Test
    void waitingTicketsComeInPagesNewestFirst() {
        store.load(
                "desk",
                ticket("1").text("one").created("2024-03-04T12:00:00Z").draft(),
                ticket("2").text("two").created("2024-03-05T12:00:00Z").draft(),
                ticket("3").text("three").created("2024-03-04T12:00:00Z").draft(),
                ticket("4").text("four").draft(),
                ticket("5").text("five").created("2024-03-01T12:00:00Z").draft());
        store.jdbc()
                .sql("update ticket set created_at = null where external_id = '4'")
                .update();

        List<String> pages = new ArrayList<>();
        List<Waiting> page = store.judgedTickets().waiting("accurate-1", -1, Waiting.START, 2);
        while (!page.isEmpty()) {
            pages.add(page.stream()
                    .map(one -> store.jdbc()
                            .sql("select external_id from ticket where id = " + one.ticket())
                            .query(String.class)
                            .single())
                    .collect(Collectors.joining(" ")));
            page = store.judgedTickets().waiting("accurate-1", -1, page.get(page.size() - 1), 2);
        }

        assertThat(pages).containsExactly("2 3", "1 5", "4");
        assertThat(store.judgedTickets().countWaiting("accurate-1", -1)).isEqualTo(5);
    }

    @Test
    void newTextsAreCountedOnlyAsFarAsAsked() {
        store.load(
                "desk",
                ticket("1").text("The printer is broken.").draft(),
                ticket("2").text("The printer is broken.").draft(),
                ticket("3").text("The screen is broken.").draft(),
                ticket("4").text("The door is broken.").draft());

        assertThat(store.judgedTickets().newTexts("accurate-1", SentenceEmbedder.NAME, 10))
                .isEqualTo(3);
        assertThat(store.judgedTickets().newTexts("accurate-1", SentenceEmbedder.NAME, 2))
                .isEqualTo(2);
    }

    @Test
    void pointsOfTextsThatWereTakenAwayGo() throws InterruptedException {
        store.load("desk", ticket("1").text("The printer is broken.").draft());
        store.load("other", ticket("1").text("The screen is broken.").draft());
        rescoring.run();
        assertThat(number("select count(*) from text_embedding")).isEqualTo(2);

        store.loads().remove("other");
        rescoring.run();

        assertThat(number("select count(*) from text_embedding")).isEqualTo(1);
    }

    @Test
    void equalTextsAreOneToLearnFrom() throws InterruptedException {
        store.load(
                "desk",
                IntStream.range(0, 20)
                        .mapToObj(i -> ticket(String.format("%02d", i))
                                .text("The printer is broken, nothing works.")
                                .draft())
                        .toArray(TicketDraft[]::new));
        for (int i = 0; i < 20; i++) {
            correct(String.format("%02d", i), Sentiment.NEUTRAL);
        }

        rescoring.run();

        assertThat(OrganisationHead.read(store.settings())).isEmpty();
    }

    /** Three of them are not judged by any model and so not learned from. A mark in what is kept shows whether it was made again. */
    @Test
    void anotherHeadIsMadeWhereLabelsHaveChangedAndNotAtEveryChangeOfTickets() throws InterruptedException {
        store.load(
                "desk",
                IntStream.range(0, 23)
                        .mapToObj(i -> ticket(String.format("%02d", i))
                                .text(
                                        i < 20
                                                ? "The printer in room " + "abcdefghijklmnopqrstuvwxyz".charAt(i)
                                                        + " is broken, nothing works."
                                                : "Seit dem Update " + i + " kann ich mich nicht mehr anmelden.")
                                .draft())
                        .toArray(TicketDraft[]::new));
        for (int i = 0; i < 23; i++) {
            correct(String.format("%02d", i), Sentiment.NEUTRAL);
        }
        rescoring.run();
        OrganisationHead made = OrganisationHead.read(store.settings()).orElseThrow();
        assertThat(made.corrections()).isEqualTo(20);
        new OrganisationHead(
                        made.base(),
                        made.corrections(),
                        4711,
                        made.rightAfter(),
                        made.used(),
                        made.head(),
                        made.learnedFrom())
                .write(store.settings());

        store.load("desk", ticket("new").text("Great support!").draft());
        rescoring.run();
        assertThat(OrganisationHead.read(store.settings()).orElseThrow().rightBefore())
                .isEqualTo(4711);

        correct("00", Sentiment.POSITIVE);
        rescoring.run();
        OrganisationHead again = OrganisationHead.read(store.settings()).orElseThrow();
        assertThat(again.rightBefore()).isZero();
        assertThat(again.head()).isNotEqualTo(made.head());
    }

    /** Twenty texts that the packaged head calls negative and that people call neutral: the organisation's head learns it. */
    @Test
    void fromTwentyCorrectionsOnTheHeadLearnsAndJudgesAgain() throws InterruptedException {
        int all = 24;
        TicketDraft[] drafts = IntStream.range(0, all)
                .mapToObj(i -> ticket(String.format("%02d", i))
                        .text("The printer in room " + "abcdefghijklmnopqrstuvwxyz".charAt(i)
                                + " is broken, nothing works.")
                        .draft())
                .toArray(TicketDraft[]::new);
        store.load("desk", drafts);
        rescoring.run();
        assertThat(number("select count(*) from ticket where sentiment_negative > 5000"))
                .isEqualTo(all);
        for (int i = 0; i < 19; i++) {
            correct(String.format("%02d", i), Sentiment.NEUTRAL);
        }
        rescoring.run();
        assertThat(OrganisationHead.read(store.settings())).isEmpty();

        correct("19", Sentiment.NEUTRAL);
        rescoring.run();

        OrganisationHead head = OrganisationHead.read(store.settings()).orElseThrow();
        assertThat(head.corrections()).isEqualTo(20);
        assertThat(head.rightBefore()).isZero();
        assertThat(head.rightAfter()).isGreaterThan(15);
        assertThat(head.used()).isTrue();
        assertThat(step.strongest().model()).startsWith("accurate-1-");
        assertThat(
                        number(
                                "select count(*) from ticket where sentiment_model like 'accurate-1-%' and sentiment_neutral > 4000"))
                .isEqualTo(4);
        assertThat(number("select count(*) from text_embedding")).isEqualTo(all);
    }

    private AccurateRescoring rescoring() {
        return new AccurateRescoring(
                step,
                store.judgedTickets(),
                store.embeddings(),
                store.corrections(),
                store.changes(),
                store.settings(),
                store.soleWork(),
                new ServedRequests(),
                clock,
                BOTH);
    }

    private void correct(String externalId, Sentiment sentiment) {
        long id = number("select id from ticket where external_id = '" + externalId + "'");
        assertThat(store.corrections()
                        .correct(new TicketId(id), sentiment, "Ann", Instant.parse("2024-03-04T12:00:00Z")))
                .isTrue();
    }

    private long number(String sql) {
        return store.jdbc().sql(sql).query(Long.class).single();
    }

    private String labels() {
        return store.jdbc().sql("""
                        select string_agg(concat_ws(' ', external_id, sentiment_model,
                            case when sentiment_negative is null then '-'
                                when sentiment_negative > greatest(sentiment_neutral, sentiment_positive) then 'negative'
                                when sentiment_positive > sentiment_neutral then 'positive' else 'neutral' end),
                            ', ' order by external_id)
                        from ticket
                        """).query(String.class).single();
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2024-03-04T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
