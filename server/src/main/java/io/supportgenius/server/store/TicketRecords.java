package io.supportgenius.server.store;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads many tickets whole, some at a time, all in one consistent state of the store. */
@Repository
public class TicketRecords {

    /** The text is by far the longest part and is read only where it is wanted. */
    private static final String RECORDS = """
            select ticket.id, ticket.source, ticket.external_id, requester_id, ticket.company_id, assignee_id,
                created_at, first_reply_at, first_solved_at, solved_at, closed_at, updated_at,
                status, priority, type, channel, subject, case when :text then body end as body,
                tags, touches, reopens, satisfied, industry, support_tier, location, pilot, source_metrics, attributes,
                sentiment_negative, sentiment_neutral, sentiment_positive, sentiment_model, customer.email as requester_email
            from unnest(:ids) with ordinality as wanted (id, place)
            join ticket on ticket.id = wanted.id
            left join customer on customer.id = ticket.requester_id
            order by wanted.place
            """;

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Changes changes;
    private final TransactionTemplate snapshot;

    TicketRecords(JdbcClient jdbc, Tickets tickets, Changes changes, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.changes = changes;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Lets a reader read in one state of the store; whatever it throws ends the reading, and nothing stays open. */
    public void read(Consumer<State> reader) {
        snapshot.executeWithoutResult(status -> reader.accept(new State(changes.latest())));
    }

    /** What is read; only good inside {@link #read}. */
    public final class State {

        private final Changes.Mark mark;

        private State(Changes.Mark mark) {
            this.mark = mark;
        }

        /** Which state this is. */
        public Changes.Mark mark() {
            return mark;
        }

        /**
         * Tickets in the order of their ids; unknown ids are left out.
         *
         * @param text whether their texts are wanted; else they have none
         */
        public List<TicketRecord> records(Collection<Long> ids, boolean text) {
            return jdbc.sql(RECORDS)
                    .param("ids", ids.toArray(new Long[0]))
                    .param("text", text)
                    .query((row, number) -> new TicketRecord(tickets.ticket(row), row.getString("requester_email")))
                    .list();
        }
    }
}
