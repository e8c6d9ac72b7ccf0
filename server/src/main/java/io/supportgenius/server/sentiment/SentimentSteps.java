package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.Corrections;
import io.supportgenius.server.store.Corrections.Correction;
import io.supportgenius.server.store.JudgedTickets;
import io.supportgenius.server.store.Settings;
import io.supportgenius.server.store.StoredTicket;
import io.supportgenius.server.store.Tickets;
import io.supportgenius.server.ticket.TicketId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** How tickets are judged here: by which step how many, what is under way, and what people say instead. */
@Service
public class SentimentSteps {

    private static final String ACCURATE = "accurate";

    private final AccurateStep step;
    private final AccurateRescoring rescoring;
    private final Corrections corrections;
    private final Tickets tickets;
    private final Settings settings;
    private final Clock clock;
    private final JudgedCounts counts;

    SentimentSteps(
            AccurateStep step,
            AccurateRescoring rescoring,
            JudgedTickets judged,
            Corrections corrections,
            Tickets tickets,
            Settings settings,
            Changes changes,
            Clock clock) {
        this.step = step;
        this.rescoring = rescoring;
        this.corrections = corrections;
        this.tickets = tickets;
        this.settings = settings;
        this.counts = new JudgedCounts(
                changes::latest, () -> JudgedBy.of(judged.byModel()), SentimentSteps::inBackground, System::nanoTime);
        this.clock = clock;
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "sentiment-counts");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many tickets were judged by whom; where there are many tickets, up to a minute ago. */
    public JudgedBy judgedBy() {
        return counts.known();
    }

    /** Before anybody asks: the first count has nothing to show in its place. */
    @EventListener
    void started(ApplicationStartedEvent event) {
        inBackground(counts::prepare);
    }

    /** Everything that settings show of it. */
    public Overview overview() {
        AccurateWishes wishes = AccurateWishes.read(settings);
        return new Overview(
                step.configured(),
                wishes.wanted(),
                wishes.paused(),
                step.failure(),
                rescoring.progress(),
                judgedBy(),
                OrganisationHead.read(settings)
                        .filter(head -> head.corrections() >= HeadFromCorrections.FEWEST)
                        .map(head -> new Gain(head.corrections(), head.rightBefore(), head.rightAfter(), head.used()))
                        .orElse(null));
    }

    /** Uses the accurate step, or leaves it out: scores that it gave stay. */
    public void use(boolean accurate) {
        AccurateWishes now = AccurateWishes.read(settings);
        new AccurateWishes(accurate, now.paused(), now.asked()).write(settings);
        rescoring.look();
    }

    /** Lets stored tickets wait, or goes on. */
    public void pause(boolean paused) {
        AccurateWishes now = AccurateWishes.read(settings);
        new AccurateWishes(now.wanted(), paused, now.asked()).write(settings);
        rescoring.look();
    }

    /** Judges stored tickets however many they are. */
    public void askForAll() {
        new AccurateWishes(true, false, true).write(settings);
        rescoring.look();
    }

    /**
     * Gives a ticket the label that a person says it has.
     *
     * @param by the person's name
     * @return whether there is such a ticket and it has a text
     */
    public boolean correct(TicketId ticket, Sentiment sentiment, String by) {
        return corrections.correct(ticket, sentiment, by, clock.instant());
    }

    /**
     * Takes a correction back: the strongest step judges the ticket again, at once.
     *
     * @return whether there was one
     */
    public boolean takeBack(TicketId ticket) {
        Optional<StoredTicket> stored = tickets.find(ticket);
        if (stored.isEmpty() || corrections.find(ticket).isEmpty()) {
            return false;
        }
        SentimentScorer scorer = step.strongest();
        return corrections.takeBack(
                ticket, scorer.model(), scorer.score(stored.get().text().whole()));
    }

    /** The correction that a ticket has now. */
    public Optional<Correction> correction(TicketId ticket) {
        return corrections.find(ticket);
    }

    /** Kind of a model by its name, as programs are told: {@code accurate} or {@code fast}. */
    public static String kind(String model) {
        return model.startsWith(ACCURATE) ? ACCURATE : "fast";
    }

    /**
     * Numbers of tickets.
     *
     * @param unscored without a label: no text, no words, or not in English
     */
    public record JudgedBy(long accurate, long fast, long people, long unscored) {

        long tickets() {
            return accurate + fast + people + unscored;
        }

        static JudgedBy of(Map<String, Long> byModel) {
            long accurate = 0;
            long fast = 0;
            long people = 0;
            long unscored = 0;
            for (Map.Entry<String, Long> entry : byModel.entrySet()) {
                switch (entry.getKey()) {
                    case "" -> unscored += entry.getValue();
                    case Corrections.PERSON -> people += entry.getValue();
                    default -> {
                        accurate += kind(entry.getKey()).equals(ACCURATE) ? entry.getValue() : 0;
                        fast += kind(entry.getKey()).equals(ACCURATE) ? 0 : entry.getValue();
                    }
                }
            }
            return new JudgedBy(accurate, fast, people, unscored);
        }
    }

    /**
     * What corrections made of the packaged model.
     *
     * @param before how many of the corrections it gets right
     * @param after how many come out right when each is held out from what is learned
     * @param used whether that is a gain, so that what was learned judges
     */
    public record Gain(int corrections, int before, int after, boolean used) {}

    /**
     * How the steps stand.
     *
     * @param configured whether this server has the accurate step
     * @param failure what the native runtime said when it could not be loaded
     * @param gain null while there are too few corrections
     */
    public record Overview(
            boolean configured,
            boolean wanted,
            boolean paused,
            @Nullable String failure,
            RescoringProgress progress,
            JudgedBy judgedBy,
            @Nullable Gain gain) {}
}
