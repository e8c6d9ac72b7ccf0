package io.supportgenius.server.command;

import io.supportgenius.server.demo.DemoData;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Sees to it that the demo company's tickets are there, and says how far it is. */
final class DemoFill {

    private static final long TICKETS_PER_LINE = 100_000;

    private final DemoData data;
    private final Path directory;
    private final PrintWriter out;

    /** @param directory as the person named it */
    DemoFill(ApplicationContext context, Path directory, PrintWriter out) {
        this.data = context.getBean(DemoData.class);
        this.directory = directory;
        this.out = out;
    }

    /**
     * Fills what is asked for. Where nothing is asked for, demo data of any size stay. A directory that holds tickets of one's own
     * alone gets no demo tickets.
     *
     * @param tickets null for no wish
     * @param seed null for no wish
     * @throws CommandFailedException if there is a wish and the directory holds tickets of one's own alone
     */
    void fill(@Nullable Long tickets, @Nullable Long seed) {
        boolean anyWish = tickets != null || seed != null;
        if (!anyWish && data.isPresent()) {
            return;
        }
        if (data.wouldMix()) {
            if (anyWish) {
                throw new CommandFailedException(directory + " holds tickets of your own, which demo tickets are not"
                        + " mixed with; give --tickets and --seed another directory with --data-dir DIR.");
            }
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
