package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that take long, each worked out once as long as the facts are the same; who asks at the same moment waits for the same
 * answer. Work that nobody waits for any more is given up.
 *
 * @param <K> what was asked, with {@code equals}
 * @param <A> the answer, immutable
 */
final class KeptAnswers<K, A> implements AutoCloseable {

    private static final int MOST_KEPT = 64;

    /** So long after somebody has last asked, nobody waits any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String kind;
    private final ExecutorService workers;
    private @Nullable TicketFacts keptFor;
    private final Map<K, Ask<A>> kept = new HashMap<>();

    /** @param kind what the answers are, for messages and threads */
    KeptAnswers(String kind) {
        this.kind = kind;
        // Unbounded, because an answer may need another one; the work itself is shared by as many threads as there are
        // processors.
        workers = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, kind);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The kept answer, or a new one. */
    A get(TicketFacts facts, K key, Function<CancelWatch, A> work) {
        Ask<A> ask = known(facts, key, work);
        Optional<A> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = await(ask, key, PATIENCE.dividedBy(4));
        }
        return answer.get();
    }

    /** The same, or nothing when there is no answer within a time; the work goes on for a while, for whoever asks again. */
    Optional<A> get(TicketFacts facts, K key, Function<CancelWatch, A> work, Duration longest) {
        return await(known(facts, key, work), key, longest);
    }

    private Optional<A> await(Ask<A> ask, K key, Duration longest) {
        ask.wantedNow();
        try {
            return Optional.of(ask.answer().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillAtWork) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + kind, e);
        } catch (ExecutionException e) {
            forget(key, ask);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("No answer: " + kind, e.getCause());
        }
    }

    private synchronized Ask<A> known(TicketFacts facts, K key, Function<CancelWatch, A> work) {
        if (keptFor != facts || kept.size() >= MOST_KEPT) {
            keptFor = facts;
            kept.clear();
        }
        Ask<A> known = kept.get(key);
        if (known == null || known.answer().isCompletedExceptionally()) {
            known = new Ask<>(workers, work);
            kept.put(key, known);
        }
        return known;
    }

    private synchronized void forget(K key, Ask<A> failed) {
        kept.remove(key, failed);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** One answer on its way, and when somebody last wanted it. */
    private static final class Ask<A> {

        private final CompletableFuture<A> answer;
        private volatile long wanted = System.nanoTime();

        Ask(ExecutorService workers, Function<CancelWatch, A> work) {
            answer = CompletableFuture.supplyAsync(() -> work.apply(this::isUnwanted), workers);
        }

        CompletableFuture<A> answer() {
            return answer;
        }

        void wantedNow() {
            wanted = System.nanoTime();
        }

        private boolean isUnwanted() {
            return Thread.currentThread().isInterrupted() || System.nanoTime() - wanted > PATIENCE.toNanos();
        }
    }
}
