package io.supportgenius.server.demo;

import io.supportgenius.server.store.Organisation;
import io.supportgenius.server.store.Settings;
import io.supportgenius.server.store.TicketLoad;
import io.supportgenius.server.store.TicketLoads;
import io.supportgenius.server.ticket.TicketDraft;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps the demo's tickets in the store, beside whatever else is there. */
@Component
public class DemoData {

    /** The number of tickets where nobody asks for another. */
    public static final long DEFAULT_TICKETS = 800;

    /** The seed where nobody asks for another. */
    public static final long DEFAULT_SEED = 2015;

    /** Raised with every change that makes other tickets from the same seed, so that stores get the new ones. */
    static final int EDITION = 1;

    /** The source of the demo's tickets in the store. */
    static final String SOURCE = TicketLoads.DEMO_SOURCE;

    private static final String NAME = "Demo company";
    private static final String SETTING = "demo";
    private static final long TICKETS_PER_PROGRESS = 1000;

    private final TicketLoads loads;
    private final Settings settings;
    private final Organisation organisation;

    DemoData(TicketLoads loads, Settings settings, Organisation organisation) {
        this.loads = loads;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** Whether any demo data are in the store, of whatever size, and complete. */
    public boolean isPresent() {
        return settings.find(SETTING, DemoSet.class)
                .filter(set -> !set.equals(DemoSet.UNFINISHED))
                .isPresent();
    }

    /** Whether the store holds tickets of one's own and no complete demo data, so that {@link #fill} would mix the two. */
    public boolean wouldMix() {
        return !isPresent() && loads.anyOtherStored(SOURCE);
    }

    /** Whether exactly these demo data are in the store, so that {@link #fill} has nothing to do. */
    public boolean isFilled(long tickets, long seed) {
        return settings.find(SETTING, DemoSet.class).equals(Optional.of(new DemoSet(tickets, seed, EDITION)));
    }

    /**
     * Sees to it that the store holds these demo data. If it does, nothing happens. If it holds demo data of another size,
     * seed or edition, they are replaced; tickets of other sources stay as they are. The first fill of a store also sets the
     * organisation's zone and name to those of the demo; later ones leave them as they are.
     *
     * <p>What is in the store is forgotten before anything is taken away, and noted only after the tickets were committed: a
     * fill that was killed is done anew.
     *
     * @param progress gets the number of tickets sent so far, after each thousand and at the end
     * @return whether tickets were written
     * @throws IllegalArgumentException where the number of tickets is negative
     */
    public boolean fill(long tickets, long seed, LongConsumer progress) {
        if (isFilled(tickets, seed)) {
            return false;
        }
        // Opened first, because it refuses a bad number of tickets before anything is taken away.
        try (Stream<TicketDraft> drafts = DemoCompany.generate(tickets, seed)) {
            makeRoom();
            write(drafts, progress);
        }
        settings.put(SETTING, new DemoSet(tickets, seed, EDITION));
        return true;
    }

    private void makeRoom() {
        if (settings.find(SETTING, DemoSet.class).isEmpty()) {
            organisation.setZone(PlantedTruths.ZONE);
            organisation.setName(NAME);
        }
        settings.put(SETTING, DemoSet.UNFINISHED);
        loads.remove(SOURCE);
    }

    private void write(Stream<TicketDraft> drafts, LongConsumer progress) {
        try (TicketLoad load = loads.begin(SOURCE)) {
            long written = 0;
            for (Iterator<TicketDraft> iterator = drafts.iterator(); iterator.hasNext(); ) {
                load.add(iterator.next());
                written++;
                if (written % TICKETS_PER_PROGRESS == 0) {
                    progress.accept(written);
                }
            }
            if (written == 0 || written % TICKETS_PER_PROGRESS != 0) {
                progress.accept(written);
            }
            load.commit();
        }
    }
}
