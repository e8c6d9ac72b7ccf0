package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketRanking;
import io.supportgenius.analytics.facts.TicketRanking.Found;
import io.supportgenius.analytics.facts.TicketRanking.Place;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.store.Changes.Mark;
import io.supportgenius.server.store.StoredTicket;
import io.supportgenius.server.store.TicketRecord;
import io.supportgenius.server.store.TicketRecords;
import io.supportgenius.server.store.Tickets;
import io.supportgenius.server.store.Tickets.Subject;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Whole tickets, one after the other, as many as there are: exactly those that a list of the same selection and order shows.
 *
 * <p>The facts find and order them in large pages, the store gives them in small ones, so that memory does not grow with their number. All
 * come from one state: the facts that are read are those of the state that the store's transaction sees. Who takes them slowly holds one
 * connection to the database all the while, so only some are served at a time.
 */
@Service
public class TicketExports {

    private static final int AT_A_TIME = 4;
    private static final int LOOKS = 20;
    /** Each page is one scan of the facts. */
    private static final int FOUND_PER_PAGE = 20_000;

    private static final int READ_AT_ONCE = 500;

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Tickets tickets;
    private final TicketRecords records;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    TicketExports(LiveFacts facts, SelectionResolver resolver, Tickets tickets, TicketRecords records) {
        this.facts = facts;
        this.resolver = resolver;
        this.tickets = tickets;
        this.records = records;
    }

    /**
     * Gives every ticket to a receiver, on the caller's thread.
     *
     * @param sort as of a list of tickets
     * @param text whether their texts are wanted; else they have none
     * @throws InvalidSelectionException if selection or sort cannot be understood; nothing was received then
     * @throws BusyException if too many others are being served, or tickets change all the time; nothing was received then
     * @throws IllegalStateException if a ticket that was found cannot be read: what was received is not complete
     */
    public void read(TicketSelection selection, String sort, boolean text, Receiver receiver) {
        ListOrder order = check(sort);
        if (!places.tryAcquire()) {
            throw new BusyException("downloads of tickets");
        }
        try {
            read(selection, order, text, receiver);
        } finally {
            places.release();
        }
    }

    /**
     * Says whether such tickets can be asked for, without looking for them.
     *
     * @throws InvalidSelectionException if selection or sort cannot be understood
     */
    public void check(TicketSelection selection, String sort) {
        check(sort);
        resolver.resolve(selection, facts.current().facts());
    }

    private static ListOrder check(String sort) {
        return ListOrder.of(sort, 1, TicketLists.SORTS);
    }

    private void read(TicketSelection selection, ListOrder order, boolean text, Receiver receiver) {
        for (int look = 0; look < LOOKS; look++) {
            var done = new boolean[1];
            records.read(state -> {
                Snapshot snapshot = facts.current();
                if (state.mark().equals(new Mark(snapshot.epoch(), snapshot.revision()))) {
                    // From here on the receiver is told; there is no second look.
                    done[0] = true;
                    send(state, snapshot, selection, order, text, receiver);
                }
            });
            if (done[0]) {
                return;
            }
            facts.refresh();
        }
        throw new BusyException("changes of tickets");
    }

    private void send(
            TicketRecords.State state,
            Snapshot snapshot,
            TicketSelection selection,
            ListOrder order,
            boolean text,
            Receiver receiver) {
        var ranking = new TicketRanking(TicketLists.key(order.name(), snapshot.facts()), order.descending());
        Selection resolved = resolver.resolve(selection, snapshot.facts());
        @Nullable Place after = null;
        boolean first = true;
        TicketRanking.Page page;
        do {
            page = ranking.page(snapshot.facts(), resolved, FOUND_PER_PAGE, after);
            if (first) {
                receiver.begin(page.total(), snapshot.facts().zone(), tickets.attributes());
                first = false;
            }
            List<Found> found = page.tickets();
            for (int start = 0; start < found.size(); start += READ_AT_ONCE) {
                send(
                        state,
                        snapshot,
                        found.subList(start, Math.min(found.size(), start + READ_AT_ONCE)),
                        text,
                        receiver);
            }
            after = found.isEmpty() ? null : found.get(found.size() - 1).place();
        } while (page.more());
    }

    private static void send(
            TicketRecords.State state, Snapshot snapshot, List<Found> found, boolean text, Receiver receiver) {
        List<TicketRecord> read =
                state.records(found.stream().map(one -> one.place().ticket()).toList(), text);
        if (read.size() != found.size()) {
            throw new IllegalStateException(
                    "Of " + found.size() + " tickets that were found only " + read.size() + " are stored");
        }
        for (int i = 0; i < found.size(); i++) {
            TicketRecord record = read.get(i);
            StoredTicket ticket = record.ticket();
            Subject subject = new Subject(
                    ticket.id().value(),
                    ticket.source(),
                    ticket.externalId(),
                    ticket.text().subject(),
                    ticket.sentimentModel());
            receiver.accept(new Exported(TicketLists.row(found.get(i), subject, snapshot), record));
        }
    }

    /** Takes tickets. */
    public interface Receiver {

        /**
         * Comes first, and only when every ticket is known.
         *
         * @param zone the organisation's
         * @param attributes every attribute that any stored ticket has, in alphabetical order
         */
        void begin(long total, ZoneId zone, List<String> attributes);

        void accept(Exported ticket);
    }

    /**
     * @param shown what a list shows of it
     * @param stored everything else
     */
    public record Exported(TicketRow shown, TicketRecord stored) {}
}
