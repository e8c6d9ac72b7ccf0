package io.supportgenius.server.store;

import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketId;
import io.supportgenius.server.ticket.TicketKind;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.ticket.TicketTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Single tickets, tickets of a list, and the search in their texts. */
@Repository
public class Tickets {

    private static final String TICKETS = """
            select ticket.id, source, external_id, requester_id, company_id, assignee_id,
                created_at, first_reply_at, first_solved_at, solved_at, closed_at, updated_at,
                status, priority, type, channel, subject, body, tags, touches, reopens, satisfied,
                industry, support_tier, location, pilot, source_metrics, attributes,
                sentiment_negative, sentiment_neutral, sentiment_positive, sentiment_model
            from ticket where id = any(:ids) order by id
            """;

    private static final String SUBJECTS = """
            select id, source, external_id, subject, sentiment_model from ticket where id = any(:ids) order by id
            """;

    private static final String IDS =
            "select id, external_id from ticket where source = :source and external_id = any(:ids)";

    private static final String SEARCH =
            "select id from ticket where ticket_words(external_id, subject, body) @@ cast(:query as tsquery)";

    private static final String QUERY = "select websearch_to_tsquery('simple', :words)::text";

    /** The last word may still be unfinished. */
    private static final String QUERY_OF_BEGINNINGS = "select to_tsquery('simple', :words)::text";

    private static final String WITH_ATTRIBUTE =
            "select id from ticket where lower(coalesce(attributes ->> :name, '')) = any(:values)";

    private static final String ATTRIBUTES = "select name from attribute order by name";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Tickets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One ticket with everything that is stored of it. */
    public Optional<StoredTicket> find(TicketId id) {
        return jdbc.sql(TICKETS)
                .param("ids", new Long[] {id.value()})
                .query((row, number) -> ticket(row))
                .optional();
    }

    /** What a list shows beyond the facts, by id; unknown ids are left out. */
    public List<Subject> subjects(Collection<Long> ids) {
        return jdbc.sql(SUBJECTS)
                .param("ids", ids.toArray(new Long[0]))
                .query((row, number) -> new Subject(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("external_id"),
                        row.getString("subject"),
                        row.getString("sentiment_model")))
                .list();
    }

    /** Our ids by those of a source; unknown ones are left out. */
    public Map<String, Long> ids(String source, Collection<String> externalIds) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(IDS)
                .param("source", source)
                .param("ids", externalIds.toArray(new String[0]))
                .query(row -> {
                    ids.put(row.getString("external_id"), row.getLong("id"));
                });
        return ids;
    }

    /**
     * Ids of tickets with all given words in external id, subject or text, whatever stands between the words. The last word may be the
     * beginning of one. Quotes hold words together, a leading minus excludes one, {@code or} gives a choice.
     */
    public long[] search(String words) {
        String query = query(words);
        return query.isEmpty()
                ? new long[0]
                : ids(jdbc.sql(SEARCH).param("query", query).query(Long.class).list());
    }

    private String query(String words) {
        String plain = words.replaceAll("(?<=[\\p{L}\\p{N}])-", " ")
                .replaceAll("[^\\p{L}\\p{N}\\p{M}\"-]+", " ")
                .strip();
        boolean hasOperators = plain.matches("(?i).*([\"-]|\\bor\\b).*");
        String asked = hasOperators || plain.isEmpty() ? plain : plain.replace(" ", " & ") + ":*";
        return jdbc.sql(hasOperators ? QUERY : QUERY_OF_BEGINNINGS)
                .param("words", asked)
                .query(String.class)
                .single();
    }

    /**
     * Ids of tickets with one of the given values of an attribute, ignoring case.
     *
     * @param values in lower case; an empty one stands for a missing value
     */
    public long[] withAttribute(String name, Collection<String> values) {
        return ids(jdbc.sql(WITH_ATTRIBUTE)
                .param("name", name)
                .param("values", values.toArray(new String[0]))
                .query(Long.class)
                .list());
    }

    /** All attributes that any ticket has, in alphabetical order. */
    public List<String> attributes() {
        return jdbc.sql(ATTRIBUTES).query(String.class).list();
    }

    private static long[] ids(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /** The ticket of a row that has the columns of {@link #TICKETS}. */
    StoredTicket ticket(ResultSet row) throws SQLException {
        Long requester = number(row, "requester_id");
        Long company = number(row, "company_id");
        Long assignee = number(row, "assignee_id");
        return new StoredTicket(
                new TicketId(row.getLong("id")),
                row.getString("source"),
                row.getString("external_id"),
                requester == null ? null : new CustomerId(requester),
                company == null ? null : new CompanyId(company),
                assignee == null ? null : new AgentId(assignee),
                new TicketTimes(
                        time(row, "created_at"),
                        time(row, "first_reply_at"),
                        time(row, "first_solved_at"),
                        time(row, "solved_at"),
                        time(row, "closed_at"),
                        time(row, "updated_at")),
                new TicketKind(
                        row.getString("status"),
                        row.getString("priority"),
                        row.getString("type"),
                        row.getString("channel")),
                new TicketText(row.getString("subject"), row.getString("body"), List.of((String[])
                        row.getArray("tags").getArray())),
                new TicketEffort(integer(row, "touches"), integer(row, "reopens"), Records.flag(row, "satisfied")),
                Records.profile(row),
                json.readValue(row.getString("source_metrics"), TEXTS),
                json.readValue(row.getString("attributes"), TEXTS),
                StoredSentiment.read(row),
                row.getString("sentiment_model"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** What a list shows of a ticket beyond the facts. */
    public record Subject(
            long id,
            String source,
            String externalId,
            @Nullable String subject,
            @Nullable String sentimentModel) {}
}
