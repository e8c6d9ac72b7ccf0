package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that take long, each worked out once as long as the facts are the same; who asks at the same moment waits for the same
 * answer. Few are worked out at a time, others wait in a line, and beyond its end they are refused. Work that nobody waits for any more
 * is given up.
 *
 * @param <K> what was asked, with {@code equals}
 * @param <A> the answer, immutable
 */
final class KeptAnswers<K, A> implements AutoCloseable {

    private static final int MOST_KEPT = 64;
    private static final int LONGEST_LINE = 50;

    /** So long after somebody has last asked, nobody waits any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String kind;
    private final int mostKept;
    private final ThreadPoolExecutor workers;

    /** The least recently asked first. */
    private final Map<K, Ask<A>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param kind what the answers are, for messages and threads */
    KeptAnswers(String kind) {
        this(kind, MOST_KEPT);
    }

    /** @param mostKept how many answers stay, fewer where they are big */
    KeptAnswers(String kind, int mostKept) {
        this.kind = kind;
        this.mostKept = mostKept;
        int workersAtMost = Math.max(2, Runtime.getRuntime().availableProcessors());
        workers = new ThreadPoolExecutor(
                workersAtMost, workersAtMost, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(LONGEST_LINE), work -> {
                    var thread = new Thread(work, kind);
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * The kept answer, or a new one.
     *
     * @param work asked for only where there is no answer yet, by the thread that asks: it may need another answer itself
     * @throws BusyException if too many answers are being worked out
     */
    A get(TicketFacts facts, K key, Supplier<Function<CancelWatch, A>> work) {
        Ask<A> ask = ask(facts, key, work, false);
        Optional<A> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = await(ask, key, PATIENCE.dividedBy(4));
        }
        return answer.get();
    }

    /**
     * The same, or nothing when there is no answer within a time; the work goes on for a while, for whoever asks again. Where tickets
     * change faster than answers come, it is the answer of a moment ago.
     */
    Optional<A> get(TicketFacts facts, K key, Supplier<Function<CancelWatch, A>> work, Duration longest) {
        return await(ask(facts, key, work, true), key, longest);
    }

    private Optional<A> await(Ask<A> ask, K key, Duration longest) {
        ask.want();
        try {
            A answer = ask.answer().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            ask.deliver();
            return Optional.of(answer);
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

    private Ask<A> ask(TicketFacts facts, K key, Supplier<Function<CancelWatch, A>> work, boolean orOfAMomentAgo) {
        Ask<A> known = known(facts, key, orOfAMomentAgo);
        if (known != null) {
            return known;
        }
        // Outside of the lock, because it may wait for another answer.
        Function<CancelWatch, A> toDo = work.get();
        synchronized (this) {
            Ask<A> meanwhile = known(facts, key, orOfAMomentAgo);
            if (meanwhile != null) {
                return meanwhile;
            }
            Ask<A> ask = start(facts, toDo);
            Ask<A> before = kept.put(key, ask);
            if (before != null) {
                before.giveUp();
            }
            dropOld(facts);
            return ask;
        }
    }

    private Ask<A> start(TicketFacts facts, Function<CancelWatch, A> work) {
        try {
            return new Ask<>(facts, workers, work);
        } catch (RejectedExecutionException lineIsFull) {
            throw new BusyException(kind);
        }
    }

    private synchronized @Nullable Ask<A> known(TicketFacts facts, K key, boolean orOfAMomentAgo) {
        Ask<A> known = kept.get(key);
        if (known == null || known.answer().isCompletedExceptionally()) {
            return null;
        }
        boolean fits = known.isOf(facts) || orOfAMomentAgo && !known.isDelivered();
        return fits && known.want() ? known : null;
    }

    /** Answers to facts of the past, and the least recently asked beyond what is kept. */
    private void dropOld(TicketFacts facts) {
        kept.values().removeIf(ask -> !ask.isOf(facts) && (ask.isDelivered() || ask.isUnwanted()));
        Iterator<Ask<A>> oldest = kept.values().iterator();
        while (kept.size() > mostKept) {
            oldest.next().giveUp();
            oldest.remove();
        }
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

        private final TicketFacts facts;
        private final CompletableFuture<A> answer;
        private long wanted = System.nanoTime();
        private boolean givenUp;
        private boolean delivered;

        Ask(TicketFacts facts, ExecutorService workers, Function<CancelWatch, A> work) {
            this.facts = facts;
            answer = CompletableFuture.supplyAsync(() -> work.apply(this::isUnwanted), workers);
        }

        boolean isOf(TicketFacts others) {
            return facts == others;
        }

        CompletableFuture<A> answer() {
            return answer;
        }

        /** Says that somebody waits; false where it is too late. */
        synchronized boolean want() {
            wanted = System.nanoTime();
            return !givenUp;
        }

        /** Somebody who waited has the answer. */
        synchronized void deliver() {
            delivered = true;
        }

        synchronized boolean isDelivered() {
            return delivered;
        }

        synchronized void giveUp() {
            givenUp = true;
        }

        synchronized boolean isUnwanted() {
            givenUp |= Thread.currentThread().isInterrupted() || System.nanoTime() - wanted > PATIENCE.toNanos();
            return givenUp;
        }
    }
}
