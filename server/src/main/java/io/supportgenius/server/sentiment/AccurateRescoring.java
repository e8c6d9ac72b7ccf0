package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.Corrections;
import io.supportgenius.server.store.Embeddings;
import io.supportgenius.server.store.JudgedTickets;
import io.supportgenius.server.store.JudgedTickets.Scored;
import io.supportgenius.server.store.JudgedTickets.Text;
import io.supportgenius.server.store.JudgedTickets.Waiting;
import io.supportgenius.server.store.Settings;
import io.supportgenius.server.store.SoleWork;
import io.supportgenius.server.store.TextHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Judges stored tickets anew by the accurate step: newest first, in one thread of low priority that stands aside while requests
 * are answered. What was done is kept every few seconds, so that figures follow without being rebuilt all the time and a stop loses
 * nothing. Of several servers on one database one does the work.
 *
 * <p>It looks every two seconds whether there is anything new, and also whether people's corrections make another head.
 */
@Component
class AccurateRescoring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccurateRescoring.class);

    /** More different texts than these are judged only when somebody asked for it: it takes long. */
    static final int MOST_UNASKED = 50_000;

    private static final long NUMBER_OF_WORK = 0x53474143;
    private static final int BATCH = 64;
    private static final int MOST_UNKEPT = 5000;
    private static final int PAGE = 20_000;
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AccurateStep step;
    private final JudgedTickets tickets;
    private final Embeddings embeddings;
    private final Corrections corrections;
    private final Changes changes;
    private final Settings settings;
    private final SoleWork soleWork;
    private final ServedRequests requests;
    private final Clock clock;
    private final boolean wanted;
    private final Object attention = new Object();

    private volatile RescoringProgress progress = RescoringProgress.STARTING;
    private volatile boolean stopped;
    private volatile @Nullable Thread worker;
    private Changes.@Nullable Mark seen;
    private @Nullable String seenModel;
    private @Nullable Instant tooManyAt;
    private long cleanedEpoch = -1;
    private boolean behindOthers;

    AccurateRescoring(
            AccurateStep step,
            JudgedTickets tickets,
            Embeddings embeddings,
            Corrections corrections,
            Changes changes,
            Settings settings,
            SoleWork soleWork,
            ServedRequests requests,
            Clock clock,
            SentimentSettings wishes) {
        this.step = step;
        this.tickets = tickets;
        this.embeddings = embeddings;
        this.corrections = corrections;
        this.changes = changes;
        this.settings = settings;
        this.soleWork = soleWork;
        this.requests = requests;
        this.clock = clock;
        this.wanted = wishes.rescore() && wishes.accurate();
    }

    RescoringProgress progress() {
        return progress;
    }

    /** Makes it look at once, because wishes have changed. */
    void look() {
        synchronized (attention) {
            attention.notifyAll();
        }
    }

    /** Does what there is to do now, and returns. */
    void run() throws InterruptedException {
        AccurateWishes wishes = AccurateWishes.read(settings);
        Changes.Mark mark = changes.latest();
        if (!wishes.wanted() || mark.revision() == 0 || step.failure() != null) {
            progress = RescoringProgress.IDLE;
            tooManyAt = null;
            return;
        }
        if (wishes.paused()) {
            tooManyAt = null;
            progress = progress.as(RescoringProgress.State.PAUSED);
            return;
        }
        step.adopt();
        if (mark.equals(seen)
                        && step.present()
                                .filter(model -> model.equals(seenModel))
                                .isPresent()
                || countedJustNow() && !wishes.asked()) {
            return;
        }
        if (step.loaded().isEmpty()) {
            return;
        }
        if (Thread.currentThread() == worker && !behindOthers) {
            // Not before: somebody may be waiting for the step to be loaded.
            LowPriority.take();
            behindOthers = true;
        }
        var interrupted = new boolean[1];
        boolean here = soleWork.run(NUMBER_OF_WORK, () -> {
            try {
                work(mark);
            } catch (InterruptedException e) {
                interrupted[0] = true;
            }
        });
        if (interrupted[0]) {
            throw new InterruptedException();
        }
        if (!here) {
            progress = RescoringProgress.IDLE.as(RescoringProgress.State.ELSEWHERE);
        }
    }

    /** Counting so many texts takes long: while they wait to be asked for, a new ticket is no reason to do it again. */
    private boolean countedJustNow() {
        Instant last = tooManyAt;
        return last != null && clock.instant().isBefore(last.plus(BETWEEN_COUNTS));
    }

    private void work(Changes.Mark mark) throws InterruptedException {
        new HeadFromCorrections(corrections, embeddings, settings, requests)
                .refit(step.loaded().orElseThrow());
        step.adopt();
        AccurateScorer scorer = step.loaded().orElseThrow();
        Changes.Mark last = seen;
        boolean known =
                last != null && last.epoch() == mark.epoch() && scorer.model().equals(seenModel);
        long after = known && last != null ? last.revision() : -1;
        long waiting = tickets.countWaiting(scorer.model(), after);
        long texts = waiting <= MOST_UNASKED
                ? waiting
                : tickets.newTexts(scorer.model(), SentenceEmbedder.NAME, MOST_UNASKED + 1);
        if (texts > MOST_UNASKED) {
            texts = waiting;
            if (!AccurateWishes.read(settings).asked()) {
                progress = new RescoringProgress(RescoringProgress.State.TO_BE_ASKED, 0, waiting, texts);
                tooManyAt = clock.instant();
                return;
            }
        }
        tooManyAt = null;
        if (judged(scorer, after, waiting, texts)) {
            clean(mark);
            seen = mark;
            seenModel = scorer.model();
            AccurateWishes now = AccurateWishes.read(settings);
            if (now.asked()) {
                new AccurateWishes(now.wanted(), now.paused(), false).write(settings);
            }
            progress = RescoringProgress.IDLE;
        }
    }

    /** Points of texts that are gone go where tickets were taken away since this server looked last. */
    private void clean(Changes.Mark mark) {
        if (cleanedEpoch != -1 && cleanedEpoch != mark.epoch()) {
            LOG.info("Points of texts that are gone were forgotten: {}", embeddings.forgetUnused());
        }
        cleanedEpoch = mark.epoch();
    }

    /** Whether all were judged; else it was paused or stopped. */
    private boolean judged(AccurateScorer scorer, long after, long waiting, long texts) throws InterruptedException {
        List<Scored> unkept = new ArrayList<>();
        Map<UUID, byte[]> made = new HashMap<>();
        long newTexts = 0;
        long done = 0;
        long kept = System.nanoTime();
        try {
            List<Waiting> page = tickets.waiting(scorer.model(), after, Waiting.START, PAGE);
            while (!page.isEmpty()) {
                for (int from = 0; from < page.size(); from += BATCH) {
                    AccurateWishes wishes = AccurateWishes.read(settings);
                    boolean paused = stopped || !wishes.wanted() || wishes.paused();
                    progress = new RescoringProgress(
                            paused ? RescoringProgress.State.PAUSED : RescoringProgress.State.WORKING,
                            done,
                            Math.max(done, waiting),
                            Math.max(0, Math.min(texts - newTexts, waiting - done)));
                    if (paused) {
                        return false;
                    }
                    List<Waiting> next = page.subList(from, Math.min(from + BATCH, page.size()));
                    newTexts += batch(
                            scorer, next.stream().mapToLong(Waiting::ticket).toArray(), unkept, made);
                    done += next.size();
                    if (unkept.size() >= MOST_UNKEPT || System.nanoTime() - kept > BETWEEN_SAVES.toNanos()) {
                        keep(scorer, unkept, made);
                        kept = System.nanoTime();
                    }
                }
                page = tickets.waiting(scorer.model(), after, page.get(page.size() - 1), PAGE);
            }
            return true;
        } finally {
            keep(scorer, unkept, made);
        }
    }

    /** How many texts were new. */
    private int batch(AccurateScorer scorer, long[] ids, List<Scored> unkept, Map<UUID, byte[]> made)
            throws InterruptedException {
        List<Text> texts = tickets.texts(ids);
        Map<UUID, byte[]> known = embeddings.find(
                SentenceEmbedder.NAME,
                texts.stream().map(text -> TextHash.of(text.text())).distinct().toList());
        int fresh = 0;
        for (Text text : texts) {
            UUID hash = TextHash.of(text.text());
            if (!scorer.judges(text.text())) {
                unkept.add(new Scored(text.ticket(), hash, null));
                continue;
            }
            byte[] point = known.getOrDefault(hash, made.get(hash));
            if (point == null) {
                if (stopped) {
                    break;
                }
                requests.awaitQuiet();
                point = AccurateFeatures.packed(scorer.embed(text.text()));
                made.put(hash, point);
                fresh++;
            }
            SentimentScore score = scorer.score(text.text(), AccurateFeatures.unpacked(point));
            unkept.add(new Scored(text.ticket(), hash, score));
        }
        return fresh;
    }

    private void keep(AccurateScorer scorer, List<Scored> unkept, Map<UUID, byte[]> made) {
        embeddings.keep(SentenceEmbedder.NAME, made);
        made.clear();
        if (!unkept.isEmpty()) {
            tickets.save(scorer.model(), unkept);
            unkept.clear();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        stopped = false;
        var thread = new Thread(this::lookAgainAndAgain, "sentiment-accurate");
        thread.setDaemon(true);
        behindOthers = false;
        worker = thread;
        thread.start();
    }

    private void lookAgainAndAgain() {
        try {
            while (!stopped) {
                runOrTell();
                synchronized (attention) {
                    if (!stopped) {
                        attention.wait(BETWEEN_LOOKS.toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOrTell() throws InterruptedException {
        try {
            run();
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("Stored tickets could not be judged by the accurate step; trying again", e);
            } else {
                LOG.debug("The accurate step was stopped at work; the next start goes on", e);
            }
        }
    }

    /** Not interrupted: what is done is still kept, and then the store may close. */
    @Override
    public void stop() {
        stopped = true;
        look();
        Thread thread = worker;
        worker = null;
        if (thread == null) {
            return;
        }
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                LOG.warn("A text was still being judged after {} s; the next start goes on", PATIENCE.toSeconds());
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
