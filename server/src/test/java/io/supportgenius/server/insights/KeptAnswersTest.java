package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private final KeptAnswers<String, Integer> answers = new KeptAnswers<>("numbers");
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void anAnswerIsWorkedOutOnceForTheSameFacts() {
        TicketFacts facts = facts();

        assertThat(List.of(ask(facts, "a"), ask(facts, "a"), ask(facts, "b"))).containsExactly(1, 1, 2);
        assertThat(ask(facts(), "a")).isEqualTo(3);
    }

    @Test
    void whoAsksAtTheSameMomentGetsTheSameAnswer() throws InterruptedException {
        TicketFacts facts = facts();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> answers.get(facts, "a", () -> watch -> {
            begun.countDown();
            await(goOn);
            return worked.incrementAndGet();
        }));
        begun.await();
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> ask(facts, "a"));
        goOn.countDown();

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(worked).hasValue(1);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        TicketFacts facts = facts();

        assertThatThrownBy(() -> answers.get(facts, "a", () -> watch -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
        assertThat(ask(facts, "a")).isEqualTo(1);
    }

    @Test
    void whoDoesNotWantToWaitGetsTheAnswerLater() {
        TicketFacts facts = facts();
        var goOn = new CountDownLatch(1);
        Function<CancelWatch, Integer> work = watch -> {
            await(goOn);
            return worked.incrementAndGet();
        };

        assertThat(answers.get(facts, "a", () -> work, Duration.ofMillis(1))).isEmpty();
        goOn.countDown();

        assertThat(answers.get(facts, "a", () -> work)).isEqualTo(1);
        assertThat(answers.get(facts, "a", () -> work, Duration.ofMillis(1))).contains(1);
    }

    @Test
    void workIsToldToGiveUpWhenTheServerStops() {
        var given = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        answers.get(
                facts(),
                "a",
                () -> watch -> {
                    begun.countDown();
                    while (!watch.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    given.countDown();
                    return 1;
                },
                Duration.ofMillis(1));
        await(begun);

        answers.close();

        await(given);
        assertThat(given.getCount()).isZero();
    }

    @Test
    void whoPollsGetsAnAnswerAlsoWhereTicketsChangeFasterThanAnswersCome() {
        var goOn = new CountDownLatch(1);
        Supplier<Function<CancelWatch, Integer>> work = () -> watch -> {
            await(goOn);
            return worked.incrementAndGet();
        };
        assertThat(answers.get(facts(), "a", work, Duration.ofMillis(1))).isEmpty();
        assertThat(answers.get(facts(), "a", work, Duration.ofMillis(1))).isEmpty();
        goOn.countDown();

        Optional<Integer> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = answers.get(facts(), "a", work, Duration.ofMillis(5));
        }

        assertThat(answer).contains(1);
    }

    @Test
    void anAnswerMayNeedAnotherOne() {
        TicketFacts facts = facts();

        int answer = answers.get(facts, "outer", () -> {
            int inner = ask(facts, "inner");
            return watch -> 10 + inner;
        });

        assertThat(answer).isEqualTo(11);
    }

    @Test
    void moreThanCanWaitAreRefusedInsteadOfPilingUp() {
        TicketFacts facts = facts();
        var goOn = new CountDownLatch(1);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        answers.get(
                                facts,
                                "question " + i,
                                () -> watch -> {
                                    await(goOn);
                                    return 1;
                                },
                                Duration.ofMillis(1));
                    }
                })
                .isInstanceOf(BusyException.class);
        goOn.countDown();
    }

    private int ask(TicketFacts facts, String key) {
        return answers.get(facts, key, () -> watch -> worked.incrementAndGet());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TicketFacts facts() {
        return TicketFacts.empty(ZoneId.of("UTC"), List.of());
    }
}
