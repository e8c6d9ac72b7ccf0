package io.supportgenius.server.sentiment;

import io.supportgenius.server.sentiment.SentimentSteps.JudgedBy;
import io.supportgenius.server.store.Changes;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many tickets were judged by whom, counted anew when tickets have changed: at once where they are few, and where they are many in the
 * background, by one at a time and at most once a minute, while everybody gets what was counted last.
 */
final class JudgedCounts {

    private static final Logger LOG = LoggerFactory.getLogger(JudgedCounts.class);

    /** So many are counted in about a twentieth of a second, which a page may wait for. */
    static final long FEW = 200_000;

    static final Duration BETWEEN_SLOW_ONES = Duration.ofMinutes(1);

    private final Supplier<Changes.Mark> latest;
    private final Supplier<JudgedBy> count;
    private final Executor background;
    private final LongSupplier nanoTime;
    private @Nullable Counted counted;
    private boolean counting;

    JudgedCounts(Supplier<Changes.Mark> latest, Supplier<JudgedBy> count, Executor background, LongSupplier nanoTime) {
        this.latest = latest;
        this.count = count;
        this.background = background;
        this.nanoTime = nanoTime;
    }

    /** Counts for the first time; who asks meanwhile waits for it. */
    void prepare() {
        try {
            known();
        } catch (RuntimeException e) {
            LOG.warn("Judged tickets could not be counted; the first page tries again", e);
        }
    }

    /** The counts as they are known; only the first caller of all may have to wait for them. */
    JudgedBy known() {
        Changes.Mark mark = latest.get();
        synchronized (this) {
            Counted last = counted;
            if (last == null || last.few() && !last.mark().equals(mark)) {
                return counted(mark).by();
            }
            if (!counting
                    && !last.mark().equals(mark)
                    && nanoTime.getAsLong() - last.at() >= BETWEEN_SLOW_ONES.toNanos()) {
                counting = true;
                background.execute(() -> countAside(mark));
            }
            return last.by();
        }
    }

    private synchronized Counted counted(Changes.Mark mark) {
        Counted made = count(mark);
        counted = made;
        return made;
    }

    private Counted count(Changes.Mark mark) {
        JudgedBy by = count.get();
        return new Counted(mark, by, nanoTime.getAsLong());
    }

    private void countAside(Changes.Mark mark) {
        try {
            Counted made = count(mark);
            synchronized (this) {
                counted = made;
            }
        } catch (RuntimeException e) {
            LOG.warn("Judged tickets could not be counted; the next page tries again", e);
        } finally {
            synchronized (this) {
                counting = false;
            }
        }
    }

    /** @param at when it was done, in nanoseconds */
    private record Counted(Changes.Mark mark, JudgedBy by, long at) {

        boolean few() {
            return by.tickets() <= FEW;
        }
    }
}
