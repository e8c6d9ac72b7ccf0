package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.TicketText;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tickets whose sentiment no model has scored, or an older one of the step that scores at import: better scores stay. */
@Repository
public class UnscoredTickets {

    private static final String NEXT = """
            select id, subject, body from ticket
            where id < :before and (sentiment_model is null
                or sentiment_model <> :model and sentiment_model <> 'person' and sentiment_model not like 'accurate-%')
            order by id desc limit :limit
            """;

    private static final String NEXT_REVISION = "update change_state set revision = revision + 1 returning revision";

    /** A ticket that was loaded anew in the meantime has a score of its new text already, which stays. */
    private static final String SAVE = """
            update ticket set sentiment_model = :model, sentiment_negative = scored.negative,
                sentiment_neutral = scored.neutral, sentiment_positive = scored.positive, revision = :revision
            from unnest(:tickets::bigint[], :negative::int[], :neutral::int[], :positive::int[])
                as scored (id, negative, neutral, positive)
            where ticket.id = scored.id and (sentiment_model is null
                or sentiment_model <> :model and sentiment_model <> 'person' and sentiment_model not like 'accurate-%')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    UnscoredTickets(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The newest tickets that the model has not scored.
     *
     * @param before only tickets with a lower id
     */
    public List<Text> next(String model, long before, int limit) {
        return jdbc.sql(NEXT)
                .param("before", before)
                .param("model", model)
                .param("limit", limit)
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

    /** What is to be scored of one ticket. */
    public record Text(long ticket, String text) {}

    /** @param score null where the text has no word to judge by */
    public record Scored(long ticket, @Nullable SentimentScore score) {}
}
