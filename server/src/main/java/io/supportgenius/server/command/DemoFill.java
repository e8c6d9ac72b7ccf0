package io.supportgenius.server.command;

import io.supportgenius.server.demo.DemoData;
import io.supportgenius.server.facts.LiveFacts;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Sees to it that the demo company's tickets are there, and says how far it is. */
final class DemoFill {

    private static final long TICKETS_PER_LINE = 100_000;

    private final DemoData data;
    private final LiveFacts facts;
    private final PrintWriter out;

    DemoFill(ApplicationContext context, PrintWriter out) {
        this.data = context.getBean(DemoData.class);
        this.facts = context.getBean(LiveFacts.class);
        this.out = out;
    }

    /**
     * Fills what is asked for. Where nothing is asked for, demo data of any size stay, and tickets of one's own are not mixed with
     * those of the demo.
     *
     * @param tickets null for no wish
     * @param seed null for no wish
     */
    void fill(@Nullable Long tickets, @Nullable Long seed) {
        boolean anyWish = tickets != null || seed != null;
        if (!anyWish && data.isPresent()) {
            return;
        }
        if (!anyWish && holdsTickets()) {
            say("This directory holds tickets of your own, so no demo tickets are added.");
            return;
        }
        long wanted = tickets == null ? DemoData.DEFAULT_TICKETS : tickets;
        long wantedSeed = seed == null ? DemoData.DEFAULT_SEED : seed;
        if (!data.isFilled(wanted, wantedSeed)) {
            say(String.format(Locale.ENGLISH, "Making %,d demo tickets ...", wanted));
            data.fill(wanted, wantedSeed, done -> progress(done, wanted));
        }
    }

    private boolean holdsTickets() {
        facts.refresh();
        return facts.current().facts().size() > 0;
    }

    private void progress(long done, long wanted) {
        if (done == wanted && wanted >= TICKETS_PER_LINE) {
            say("Storing them with their indexes ...");
        } else if (done % TICKETS_PER_LINE == 0) {
            say(String.format(Locale.ENGLISH, "  %,d of %,d made", done, wanted));
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
