package io.supportgenius.server.store;

import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Many tickets on their way into the store: all of them become visible at {@link #commit()}, or none. Used by one thread.
 */
public interface TicketLoad extends AutoCloseable {

    /** Takes one more draft; drafts of one ticket are settled by {@code updated}, then by order: the later one wins. */
    void add(TicketDraft draft);

    /** Makes a zone the organisation's together with the commit, if the store holds no ticket of any source until then. */
    void zoneOfFirstTickets(ZoneId zone);

    /** Keeps what the commit changes as it was before, so that {@link ImportUndo} can take the import of that number back. */
    void remember(long importRun);

    /**
     * Ends the import that {@link #remember} named together with the commit, so that no crash can part them.
     *
     * @param report of the import as JSON, told when all tickets are merged
     */
    void concludeWith(Function<LoadResult, String> report);

    /**
     * Notes that a program pushed the drafts: what they name stays when an import from before is taken back, and {@link #fates()} are told.
     * The program waits for the answer, so the commit waits only seconds for other changes of tickets, and then fails with {@link
     * org.springframework.dao.CannotAcquireLockException}.
     */
    void push();

    /**
     * Notes that drafts may tell only a part of their tickets: what they lack stays as it is stored.
     *
     * @param told what all of them tell, and so is missing from now on where they have nothing
     */
    void fillUp(Set<TicketPart> told);

    /** What became of each draft of a {@link #push()}, in their order; of none before the commit. */
    List<DraftFate> fates();

    /** What is wrong with the times of the tickets that were merged; of none before that. */
    TimeProblems timeProblems();

    /** Merges all drafts into the store and commits. Once that has happened nothing that follows makes it fail. */
    LoadResult commit();

    /** Finds out what {@link #commit()} would do, and gives everything up. */
    LoadResult tryOut();

    /** Gives up everything that was not committed. */
    @Override
    void close();
}
