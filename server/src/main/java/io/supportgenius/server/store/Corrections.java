package io.supportgenius.server.store;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.ticket.TicketId;
import io.supportgenius.server.ticket.TicketText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Labels that people gave to tickets. A corrected ticket has all of its probability on that label and {@link #PERSON} as its model,
 * so figures, lists and filters need not know of corrections; no model scores it again until the correction is taken back.
 */
@Repository
public class Corrections {

    /** Stands where tickets name the model that scored them. */
    public static final String PERSON = "person";

    /** The hash of a ticket's text, as {@link TextHash} computes it. */
    static final String HASH = "md5(concat_ws(E'\\n', %1$s.subject, %1$s.body))::uuid";

    private static final String OF_CORRECTION = """
            sentiment_model = 'person',
                sentiment_negative = case given.sentiment when 'negative' then 10000 else 0 end,
                sentiment_neutral = case given.sentiment when 'neutral' then 10000 else 0 end,
                sentiment_positive = case given.sentiment when 'positive' then 10000 else 0 end""";

    /** For rows on their way into the store: the one parameter is their source. */
    static final String APPLY_TO_STAGED = "update staged set " + OF_CORRECTION
            + " from sentiment_correction given where given.source = ? and given.external_id = staged.external_id"
            + " and given.text_hash = " + HASH.formatted("staged");

    /** For stored tickets of a source that may have lost their corrections. */
    static final String APPLY_TO_STORED = "update ticket set " + OF_CORRECTION
            + ", revision = :revision from sentiment_correction given where given.source = :source"
            + " and ticket.source = given.source and given.external_id = ticket.external_id"
            + " and given.text_hash = " + HASH.formatted("ticket");

    private static final String NEXT_REVISION = "update change_state set revision = revision + 1 returning revision";

    private static final String KEEP = """
            insert into sentiment_correction (source, external_id, text_hash, sentiment, corrected_by, corrected_at)
            select source, external_id, %s, :sentiment, :by, :at from ticket
            where id = :id and concat_ws('', subject, body) <> ''
            on conflict (source, external_id) do update set text_hash = excluded.text_hash, sentiment = excluded.sentiment,
                corrected_by = excluded.corrected_by, corrected_at = excluded.corrected_at
            """.formatted(HASH.formatted("ticket"));

    private static final String CORRECT = "update ticket set " + OF_CORRECTION
            + ", revision = :revision from sentiment_correction given where ticket.id = :id"
            + " and given.source = ticket.source and given.external_id = ticket.external_id";

    private static final String FORGET = """
            delete from sentiment_correction using ticket
            where ticket.id = :id and ticket.sentiment_model = 'person'
                and sentiment_correction.source = ticket.source and sentiment_correction.external_id = ticket.external_id
            """;

    private static final String SCORE = """
            update ticket set sentiment_model = :model, sentiment_negative = :negative, sentiment_neutral = :neutral,
                sentiment_positive = :positive, revision = :revision
            where id = :id
            """;

    private static final String FIND = """
            select given.sentiment, corrected_by, corrected_at
            from sentiment_correction given
            join ticket on ticket.source = given.source and ticket.external_id = given.external_id
            where ticket.id = :id and ticket.sentiment_model = 'person'
            """;

    private static final String TEXTS = """
            select ticket.subject, ticket.body, given.sentiment
            from sentiment_correction given
            join ticket on ticket.source = given.source and ticket.external_id = given.external_id
            where ticket.sentiment_model = 'person'
            order by given.corrected_at, given.source, given.external_id
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Corrections(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /**
     * Gives a ticket the label that a person says it has; facts show it when this returns.
     *
     * @return whether there is such a ticket and it has a text
     */
    public boolean correct(TicketId ticket, Sentiment sentiment, String by, Instant at) {
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            long revision = jdbc.sql(NEXT_REVISION).query(Long.class).single();
            int kept = jdbc.sql(KEEP)
                    .param("id", ticket.value())
                    .param("sentiment", sentiment.label())
                    .param("by", by)
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
            if (kept == 0) {
                status.setRollbackOnly();
                return false;
            }
            jdbc.sql(CORRECT)
                    .param("id", ticket.value())
                    .param("revision", revision)
                    .update();
            return true;
        }));
        tellOf(done);
        return done;
    }

    /**
     * Takes a correction back.
     *
     * @param model that scored the ticket instead
     * @return whether there was one
     */
    public boolean takeBack(TicketId ticket, String model, @Nullable SentimentScore score) {
        StoredSentiment stored = StoredSentiment.of(score);
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            long revision = jdbc.sql(NEXT_REVISION).query(Long.class).single();
            if (jdbc.sql(FORGET).param("id", ticket.value()).update() == 0) {
                status.setRollbackOnly();
                return false;
            }
            jdbc.sql(SCORE)
                    .param("id", ticket.value())
                    .param("model", model)
                    .param("negative", stored == null ? null : stored.negative())
                    .param("neutral", stored == null ? null : stored.neutral())
                    .param("positive", stored == null ? null : stored.positive())
                    .param("revision", revision)
                    .update();
            return true;
        }));
        tellOf(done);
        return done;
    }

    /** The correction that a ticket has now. */
    public Optional<Correction> find(TicketId ticket) {
        return jdbc.sql(FIND)
                .param("id", ticket.value())
                .query((row, number) -> new Correction(
                        sentiment(row.getString("sentiment")),
                        row.getString("corrected_by"),
                        row.getObject("corrected_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Texts of corrected tickets with their labels, oldest correction first. */
    public List<CorrectedText> texts() {
        return jdbc.sql(TEXTS)
                .query((row, number) -> new CorrectedText(
                        new TicketText(row.getString("subject"), row.getString("body"), List.of()).whole(),
                        sentiment(row.getString("sentiment"))))
                .list();
    }

    private static Sentiment sentiment(String label) {
        return Sentiment.valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The change is committed: a listener's trouble is its own and does not undo it. */
    private void tellOf(boolean change) {
        if (!change) {
            return;
        }
        try {
            events.publishEvent(new TicketsChanged());
        } catch (RuntimeException failure) {
            LOG.error("A listener failed after a correction", failure);
        }
    }

    /**
     * A label given by a person.
     *
     * @param by the person's name
     */
    public record Correction(Sentiment sentiment, String by, Instant at) {}

    /** A text that a person has judged. */
    public record CorrectedText(String text, Sentiment sentiment) {}
}
