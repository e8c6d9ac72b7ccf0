package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.store.Settings;
import io.supportgenius.server.store.UnscoredTickets;
import io.supportgenius.server.store.UnscoredTickets.Scored;
import io.supportgenius.server.store.UnscoredTickets.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Scores stored tickets that another model has scored, or none: those of a data directory from before. Newest first, in the
 * background, in batches that are kept as they are done, so that a stop loses nothing. New tickets are scored as they are loaded.
 */
@Component
class Rescoring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
    private static final int BATCH = 5000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Names the model that every ticket was scored by when this was done last. */
    private static final String DONE = "sentiment.model";

    private final UnscoredTickets tickets;
    private final Settings settings;
    private final SentimentScorer scorer;
    private final boolean wanted;
    private volatile @Nullable Thread worker;

    Rescoring(UnscoredTickets tickets, Settings settings, SentimentScorer scorer, SentimentSettings wishes) {
        this.tickets = tickets;
        this.settings = settings;
        this.scorer = scorer;
        this.wanted = wishes.rescore();
    }

    /** Scores everything that needs it, unless the thread is interrupted before. */
    void run() {
        String model = scorer.model();
        if (settings.find(DONE, String.class).filter(model::equals).isPresent()) {
            return;
        }
        long scored = 0;
        long before = Long.MAX_VALUE;
        while (!Thread.currentThread().isInterrupted()) {
            List<Text> batch = tickets.next(model, before, BATCH);
            if (batch.isEmpty()) {
                settings.put(DONE, model);
                LOG.info("{} stored tickets were scored by {}", scored, model);
                return;
            }
            List<Scored> scores = new ArrayList<>();
            for (Text text : batch) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                scores.add(scored(text));
            }
            tickets.save(model, scores);
            scored += batch.size();
            before = batch.get(batch.size() - 1).ticket();
        }
    }

    private Scored scored(Text text) {
        return new Scored(text.ticket(), scorer.score(text.text()));
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        var thread = new Thread(this::runOrTell, "sentiment");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        worker = thread;
        thread.start();
    }

    private void runOrTell() {
        try {
            run();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted() || worker == null) {
                LOG.debug("Scoring of stored tickets was stopped; the next start goes on", e);
                return;
            }
            LOG.warn("Stored tickets could not be scored; the next start tries again", e);
        }
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
            await(thread);
        }
    }

    /** The store closes next; a batch under way should be through with it by then. */
    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                LOG.warn(
                        "A batch of stored tickets was still being scored after {} s; the next start goes on",
                        PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
