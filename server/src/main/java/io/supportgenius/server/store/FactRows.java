package io.supportgenius.server.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
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

    /** Words for a status that say a ticket is solved, where no time says so. */
    private static final Set<String> SOLVED = Set.of(
            "solved",
            "closed",
            "resolved",
            "done",
            "completed",
            "closed complete",
            "closed successful",
            "closed unsuccessful",
            "closed - resolved",
            "gelöst",
            "geschlossen",
            "erledigt",
            "abgeschlossen",
            "behoben",
            "fertig",
            "erfolgreich geschlossen",
            "resuelto",
            "resuelta",
            "cerrado",
            "cerrada",
            "solucionado",
            "solucionada",
            "finalizado",
            "completado",
            "resolvido",
            "resolvida",
            "fechado",
            "fechada",
            "encerrado",
            "encerrada",
            "concluído",
            "concluída",
            "résolu",
            "résolue",
            "fermé",
            "fermée",
            "clos",
            "close",
            "clôturé",
            "clôturée",
            "terminé",
            "risolto",
            "risolta",
            "chiuso",
            "chiusa",
            "completato",
            "opgelost",
            "gesloten",
            "afgehandeld");

    private static final String TICKETS = """
            select ticket.id, created_at, solved_at, first_reply_at,
                touches, ticket.company_id, requester_id, assignee_id,
                coalesce(ticket.industry, company.industry) as industry,
                coalesce(ticket.support_tier, company.support_tier) as support_tier,
                coalesce(ticket.location, company.location) as location,
                coalesce(ticket.pilot, company.pilot) as pilot,
                channel, status, priority, type,
                sentiment_negative, sentiment_neutral, sentiment_positive, satisfied,
                %s as attribute_values
            from ticket left join company on company.id = ticket.company_id
            where ticket.revision > %s
            """;

    private static final String NO_ATTRIBUTES = "'{}'::text[]";

    /** Which ones is a setting of the transaction, because COPY takes no parameters. */
    private static final String ATTRIBUTES = """
            array(select attributes ->> wanted.name
                from unnest(current_setting('supportgenius.attributes')::text[]) with ordinality as wanted (name, place)
                order by wanted.place)""";

    private static final String SET_ATTRIBUTES =
            "select set_config('supportgenius.attributes', (?::text[])::text, true)";

    /** Grows with each change of what rows are made into. */
    private static final int MEANING = 1;

    private static final double MICROSECONDS = 1e6;

    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final TransactionTemplate snapshot;

    FactRows(JdbcTemplate jdbc, Changes changes, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
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

        /** Changed tickets, in any order. */
        public void tickets(List<String> attributes, Consumer<FactRow> reader) {
            jdbc.queryForObject(SET_ATTRIBUTES, String.class, (Object) attributes.toArray(new String[0]));
            String query = TICKETS.formatted(attributes.isEmpty() ? NO_ATTRIBUTES : ATTRIBUTES, Long.toString(after));
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                try (var rows = new BinaryRows(connection, query)) {
                    var solved = new SolvedStatuses();
                    while (rows.next()) {
                        reader.accept(factRow(rows, solved));
                    }
                }
                return true;
            });
        }
    }

    /** What the durations and words of {@link #factRow} follow, and what it reads: whoever keeps facts elsewhere keeps this with them. */
    public static int meaning() {
        return Objects.hash(MEANING, TICKETS, ATTRIBUTES, SOLVED);
    }

    /** Durations are rounded to whole seconds; without a creation time they have no length, but they may have an end. */
    private static FactRow factRow(BinaryRows row, SolvedStatuses solvedStatuses) {
        long ticket = Objects.requireNonNull(row.number());
        Long created = row.moment();
        Long solvedAt = row.moment();
        Long firstReply = row.moment();
        Long touches = row.number();
        Long company = row.number();
        Long requester = row.number();
        Long agent = row.number();
        String industry = row.text();
        String supportTier = row.text();
        String location = row.text();
        Boolean pilot = row.flag();
        String channel = row.text();
        String status = row.text();
        String priority = row.text();
        String type = row.text();
        return new FactRow(
                ticket,
                second(created),
                second(solvedAt),
                seconds(created, firstReply),
                seconds(created, solvedAt),
                firstReply != null,
                solvedAt != null || solvedStatuses.contains(status),
                touches,
                company,
                requester,
                agent,
                industry,
                supportTier,
                location,
                pilot,
                channel,
                status,
                priority,
                type,
                StoredSentiment.read(row.number(), row.number(), row.number()),
                row.flag(),
                row.texts());
    }

    private static @Nullable Long second(@Nullable Long moment) {
        return moment == null ? null : Math.floorDiv(moment, (long) MICROSECONDS);
    }

    private static @Nullable Long seconds(@Nullable Long from, @Nullable Long to) {
        return from == null || to == null ? null : (long) Math.rint(to / MICROSECONDS - from / MICROSECONDS);
    }

    /** Remembers which words were looked up, because looking up begins with a change of case. */
    private static final class SolvedStatuses {

        private final Map<String, Boolean> known = new HashMap<>();

        boolean contains(@Nullable String status) {
            return status != null
                    && known.computeIfAbsent(status, word -> SOLVED.contains(word.toLowerCase(Locale.ROOT)));
        }
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
