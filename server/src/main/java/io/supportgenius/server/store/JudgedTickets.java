package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.TicketText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which model has scored which tickets, and better scores in place of earlier ones. Corrected tickets stay as they are. */
@Repository
public class JudgedTickets {

    private static final String IS_WAITING = """
            revision > :after and sentiment_model is distinct from :model and sentiment_model is distinct from 'person'
            """;

    private static final String COUNT_WAITING = "select count(*) from ticket where " + IS_WAITING;

    /** A ticket without a time counts as older than any other. */
    private static final String PLACE = "coalesce(created_at, '-infinity')";

    private static final String WAITING = """
            select id, %2$s::text as place from ticket
            where %1$s and (%2$s, id) < (cast(:place as timestamptz), :id)
            order by %2$s desc, id desc
            limit :most
            """.formatted(IS_WAITING, PLACE);

    /** Read row by row, and only until there are enough: it may be any number. */
    private static final String NEW_TEXTS = """
            select hash from (
                select %s as hash from ticket
                where sentiment_model is distinct from :model and sentiment_model is distinct from 'person'
                    and sentiment_negative is not null
            ) as waiting
            where not exists (select from text_embedding where text_hash = hash and encoder = :encoder)
            """.formatted(Corrections.HASH.formatted("ticket"));

    private static final int FETCHED_AT_ONCE = 5000;

    private static final String TEXTS = """
            select id, subject, body from unnest(:ids) with ordinality as wanted (wanted_id, place)
            join ticket on id = wanted_id order by place
            """;

    private static final String NEXT_REVISION = "update change_state set revision = revision + 1 returning revision";

    /** A ticket whose text was changed or that was corrected in the meantime is left to the next look. */
    private static final String SAVE = """
            update ticket set sentiment_model = :model, sentiment_negative = scored.negative,
                sentiment_neutral = scored.neutral, sentiment_positive = scored.positive, revision = :revision
            from unnest(:tickets::bigint[], :hashes::uuid[], :negative::int[], :neutral::int[], :positive::int[])
                as scored (id, hash, negative, neutral, positive)
            where ticket.id = scored.id and sentiment_model is distinct from 'person' and scored.hash = %s
            """.formatted(Corrections.HASH.formatted("ticket"));

    private static final String BY_MODEL = """
            select coalesce(sentiment_model, '') as model, sentiment_negative is not null as judged, count(*) as tickets
            from ticket group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JudgedTickets(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How many tickets a model has not scored.
     *
     * @param after only tickets changed after this revision; -1 for all
     */
    public long countWaiting(String model, long after) {
        return jdbc.sql(COUNT_WAITING)
                .param("model", model)
                .param("after", after)
                .query(Long.class)
                .single();
    }

    /**
     * Some tickets that a model has not scored, newest first.
     *
     * @param after only tickets changed after this revision; -1 for all
     * @param last the ticket after which to go on, or {@link Waiting#START}
     * @param most so many at most
     */
    public List<Waiting> waiting(String model, long after, Waiting last, int most) {
        return jdbc.sql(WAITING)
                .param("model", model)
                .param("after", after)
                .param("place", last.place())
                .param("id", last.ticket())
                .param("most", most)
                .query((row, number) -> new Waiting(row.getLong("id"), row.getString("place")))
                .list();
    }

    /**
     * How many different texts of waiting tickets are not known to an encoder.
     *
     * @param most where counting ends
     */
    public int newTexts(String model, String encoder, int most) {
        Integer count = transaction.execute(status -> {
            Set<UUID> different = new HashSet<>();
            try (Stream<UUID> hashes = jdbc
                    .sql(NEW_TEXTS)
                    .param("model", model)
                    .param("encoder", encoder)
                    .withFetchSize(FETCHED_AT_ONCE)
                    .query(UUID.class)
                    .stream()) {
                hashes.takeWhile(hash -> !different.add(hash) || different.size() < most)
                        .forEach(hash -> {});
            }
            return different.size();
        });
        return count == null ? 0 : count;
    }

    /** Texts of some tickets, in the order of their ids; tickets that are gone are left out. */
    public List<Text> texts(long[] ids) {
        return jdbc.sql(TEXTS)
                .param("ids", ids)
                .query((row, number) -> new Text(
                        row.getLong("id"),
                        new TicketText(row.getString("subject"), row.getString("body"), List.of()).whole()))
                .list();
    }

    /** Keeps scores as one change of the store. */
    public void save(String model, List<Scored> scored) {
        transaction.executeWithoutResult(status -> {
            long revision = jdbc.sql(NEXT_REVISION).query(Long.class).single();
            jdbc.sql(SAVE)
                    .param("model", model)
                    .param("revision", revision)
                    .param("tickets", scored.stream().map(Scored::ticket).toArray(Long[]::new))
                    .param("hashes", scored.stream().map(Scored::hash).toArray(UUID[]::new))
                    .param("negative", column(scored, StoredSentiment::negative))
                    .param("neutral", column(scored, StoredSentiment::neutral))
                    .param("positive", column(scored, StoredSentiment::positive))
                    .update();
        });
    }

    private static @Nullable Integer[] column(List<Scored> scored, ToIntFunction<StoredSentiment> share) {
        return scored.stream()
                .map(one -> StoredSentiment.of(one.score()))
                .map(stored -> stored == null ? null : share.applyAsInt(stored))
                .toArray(Integer[]::new);
    }

    /** How many tickets have a score of each model; those without a score stand under the empty name. */
    public Map<String, Long> byModel() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(BY_MODEL).query(row -> {
            counts.merge(row.getBoolean("judged") ? row.getString("model") : "", row.getLong("tickets"), Long::sum);
        });
        return counts;
    }

    /**
     * A ticket that waits to be scored.
     *
     * @param place when it was created, as the database writes it
     */
    public record Waiting(long ticket, String place) {

        /** Before the newest ticket. */
        public static final Waiting START = new Waiting(Long.MAX_VALUE, "infinity");
    }

    /** What is to be scored of one ticket. */
    public record Text(long ticket, String text) {}

    /**
     * A score in place of an earlier one.
     *
     * @param hash of the text that was scored
     * @param score null where the text is not judged
     */
    public record Scored(long ticket, UUID hash, @Nullable SentimentScore score) {}
}
