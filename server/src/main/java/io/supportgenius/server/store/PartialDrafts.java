package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.ticket.TicketText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills staged drafts that tell only a part of their ticket up with what is stored of it, so that the merge finds whole ones. Made for a
 * thousand drafts, not for a million.
 */
final class PartialDrafts {

    private static final String FILL = """
            update staged set %s
                updated_at = coalesce(staged.updated_at, ticket.updated_at),
                source_metrics = ticket.source_metrics || staged.source_metrics,
                attributes = ticket.attributes || staged.attributes
            from ticket
                left join company on company.id = ticket.company_id and ticket.company_stated
                left join customer on customer.id = ticket.requester_id
                left join agent on agent.id = ticket.assignee_id
            where ticket.source = ? and ticket.external_id = staged.external_id
            """;

    /** Of all that is known now: the hash of the part alone would be that of a ticket that has nothing else. */
    private static final String HASH = """
            update staged set content_hash = md5((to_jsonb(staged) - '{content_hash,ordinal,sentiment_model,sentiment_negative,\
            sentiment_neutral,sentiment_positive}'::text[])::text)::uuid
            """;

    private static final String TEXTS = "select ordinal, subject, body from staged";

    private static final String JUDGE = """
            update staged set sentiment_model = ?, sentiment_negative = ?, sentiment_neutral = ?, sentiment_positive = ?
            where ordinal = ?
            """;

    private final Connection connection;
    private final String source;
    private final SentimentScorer scorer;
    private final Set<TicketPart> told;

    /** @param told what the drafts tell, so that it is empty where they have nothing */
    PartialDrafts(Connection connection, String source, SentimentScorer scorer, Set<TicketPart> told) {
        this.connection = connection;
        this.source = source;
        this.scorer = scorer;
        this.told = told;
    }

    /** Called when the newest versions are left, nothing is merged and nobody else changes tickets. */
    void fill() throws SQLException {
        String parts = Stream.of(TicketPart.values())
                .filter(part -> !told.contains(part))
                .map(part -> part.filling() + ",")
                .collect(Collectors.joining("\n"));
        try (PreparedStatement fill = connection.prepareStatement(FILL.formatted(parts))) {
            fill.setString(1, source);
            fill.executeUpdate();
        }
        try (PreparedStatement hash = connection.prepareStatement(HASH)) {
            hash.executeUpdate();
        }
        judge();
    }

    /** The text that is known now may be another than that which was sent. */
    private void judge() throws SQLException {
        try (PreparedStatement texts = connection.prepareStatement(TEXTS);
                ResultSet row = texts.executeQuery();
                PreparedStatement judge = connection.prepareStatement(JUDGE)) {
            while (row.next()) {
                TicketText text = new TicketText(row.getString("subject"), row.getString("body"), List.of());
                StoredSentiment score = StoredSentiment.of(scorer.score(text.whole()));
                judge.setString(1, scorer.model());
                set(judge, 2, score == null ? null : score.negative());
                set(judge, 3, score == null ? null : score.neutral());
                set(judge, 4, score == null ? null : score.positive());
                judge.setLong(5, row.getLong("ordinal"));
                judge.addBatch();
            }
            judge.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int parameter, @Nullable Integer value) throws SQLException {
        statement.setObject(parameter, value, Types.SMALLINT);
    }
}
