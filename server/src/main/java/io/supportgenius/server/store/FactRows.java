package io.supportgenius.server.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what facts are made of, as one consistent state of the store. */
@Repository
public class FactRows {

    private static final String NAMES = "select id, name from %s where revision > ? order by id";

    private static final String DIMENSIONS = "select name from attribute where dimension order by name";

    private static final String COUNT = "select count(*) from ticket where revision > ?";

    /** Durations are rounded to whole seconds; without a creation time they have no length, but they may have an end. */
    private static final String TICKETS = """
            select ticket.id,
                floor(date_part('epoch', created_at))::bigint as created,
                floor(date_part('epoch', solved_at))::bigint as solved_second,
                round(date_part('epoch', first_reply_at) - date_part('epoch', created_at))::bigint as first_reply,
                round(date_part('epoch', solved_at) - date_part('epoch', created_at))::bigint as resolution,
                first_reply_at is not null as replied,
                solved_at is not null or lower(coalesce(status, '')) in ('solved', 'closed', 'resolved', 'done', 'completed',
                        'closed complete', 'closed successful', 'closed unsuccessful', 'closed - resolved',
                        'gelöst', 'geschlossen', 'erledigt', 'abgeschlossen', 'behoben', 'fertig', 'erfolgreich geschlossen',
                        'resuelto', 'resuelta', 'cerrado', 'cerrada', 'solucionado', 'solucionada', 'finalizado', 'completado',
                        'resolvido', 'resolvida', 'fechado', 'fechada', 'encerrado', 'encerrada', 'concluído', 'concluída',
                        'résolu', 'résolue', 'fermé', 'fermée', 'clos', 'close', 'clôturé', 'clôturée', 'terminé',
                        'risolto', 'risolta', 'chiuso', 'chiusa', 'completato', 'opgelost', 'gesloten', 'afgehandeld')
                    as solved,
                touches, ticket.company_id, requester_id, assignee_id,
                coalesce(ticket.industry, company.industry) as industry,
                coalesce(ticket.support_tier, company.support_tier) as support_tier,
                coalesce(ticket.location, company.location) as location,
                coalesce(ticket.pilot, company.pilot) as pilot,
                channel, status, priority, type,
                sentiment_negative, sentiment_neutral, sentiment_positive, satisfied,
                array(select attributes ->> wanted.name from unnest(?::text[]) with ordinality as wanted (name, place)
                    order by wanted.place) as attribute_values
            from ticket left join company on company.id = ticket.company_id
            where ticket.revision > ?
            order by created_at nulls last, ticket.id
            """;

    private static final int ROWS_PER_FETCH = 5000;

    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final TransactionTemplate snapshot;

    FactRows(JdbcTemplate jdbc, Changes changes, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS_PER_FETCH);
        this.changes = changes;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Reads everything changed after a revision, in one state of the store.
     *
     * @param revision the last one seen; -1 for none
     */
    public void read(long revision, Consumer<State> reader) {
        snapshot.executeWithoutResult(status -> reader.accept(new State(revision)));
    }

    /** What is read; only good inside {@link #read}. */
    public final class State {

        private final long after;

        private State(long after) {
            this.after = after;
        }

        public Changes.Mark mark() {
            return changes.latest();
        }

        /** Attributes that are dimensions, in alphabetical order; all of them, not only changed ones. */
        public List<String> attributes() {
            return jdbc.queryForList(DIMENSIONS, String.class);
        }

        /** How many tickets {@link #tickets} will give. */
        public long count() {
            Long count = jdbc.queryForObject(COUNT, Long.class, after);
            return count == null ? 0 : count;
        }

        /** Ids and names of changed companies, customers or agents, by id. */
        public void names(Named kind, NameReader reader) {
            jdbc.query(
                    NAMES.formatted(kind.table),
                    row -> {
                        reader.accept(row.getLong("id"), row.getString("name"));
                    },
                    after);
        }

        /** Changed tickets in the order of creation, those without a creation time last. */
        public void tickets(List<String> attributes, Consumer<FactRow> reader) {
            jdbc.query(
                    TICKETS,
                    row -> {
                        reader.accept(factRow(row));
                    },
                    attributes.toArray(new String[0]),
                    after);
        }
    }

    private static FactRow factRow(ResultSet row) throws SQLException {
        Array values = row.getArray("attribute_values");
        return new FactRow(
                row.getLong("id"),
                number(row, "created"),
                number(row, "solved_second"),
                number(row, "first_reply"),
                number(row, "resolution"),
                row.getBoolean("replied"),
                row.getBoolean("solved"),
                number(row, "touches"),
                number(row, "company_id"),
                number(row, "requester_id"),
                number(row, "assignee_id"),
                row.getString("industry"),
                row.getString("support_tier"),
                row.getString("location"),
                row.getString("pilot"),
                row.getString("channel"),
                row.getString("status"),
                row.getString("priority"),
                row.getString("type"),
                StoredSentiment.read(row),
                Records.flag(row, "satisfied"),
                (@Nullable String[]) values.getArray());
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** What has names. */
    public enum Named {
        COMPANY("company"),
        CUSTOMER("customer"),
        AGENT("agent");

        private final String table;

        Named(String table) {
            this.table = table;
        }
    }

    /** Takes an id and a name. */
    @FunctionalInterface
    public interface NameReader {
        void accept(long id, String name);
    }
}
