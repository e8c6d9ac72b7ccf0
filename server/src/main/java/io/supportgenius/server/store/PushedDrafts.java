package io.supportgenius.server.store;

import io.supportgenius.server.ticket.TicketId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Follows the drafts of a pushed load one by one through its merge, and notes on all that they name that a program spoke of it. Made for
 * a thousand drafts, not for a million.
 */
final class PushedDrafts {

    /** The draft that counts for its ticket has place 1; of equal ones the others repeat it. */
    private static final String PLACES = """
            create temporary table pushed on commit drop as
            select ordinal, external_id, place,
                row_number() over (partition by external_id, content_hash order by place) > 1 as repeats
            from (
                select ordinal, external_id, content_hash, row_number() over (
                    partition by external_id order by updated_at desc nulls last, ordinal desc) as place
                from staged
            ) as ranked
            """;

    /** The condition is that of the update in {@link TicketMerge}. */
    private static final String KNOWN = """
            create temporary table known on commit drop as
            select ticket.external_id, ticket.content_hash <> s.content_hash
                and (s.updated_at is null or ticket.updated_at is null or s.updated_at >= ticket.updated_at) as changes
            from staged s join ticket on ticket.source = ? and ticket.external_id = s.external_id
            """;

    private static final List<String> MARK = List.of(
            "update ticket set pushed_revision = ? from staged s where ticket.source = ? and ticket.external_id = s.external_id",
            """
            update company set pushed_revision = ?
            where source = ? and lower(name) in (select lower(company) from staged where company is not null)
            """,
            """
            update customer set pushed_revision = ?
            where source = ? and identity in (select requester from staged where requester is not null)
            """,
            """
            update agent set pushed_revision = ?
            where source = ? and identity in (select agent from staged where agent is not null)
            """);

    private static final String FATES = """
            select ticket.id, case when repeats then 'duplicate' when place > 1 then 'folded'
                when known.external_id is null then 'created' when known.changes then 'updated' else 'unchanged' end as state
            from pushed
            join ticket on ticket.source = ? and ticket.external_id = pushed.external_id
            left join known on known.external_id = pushed.external_id
            order by ordinal
            """;

    private final Connection connection;
    private final String source;

    PushedDrafts(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /** Called when all versions are staged. */
    void place() throws SQLException {
        run(PLACES);
    }

    /** Called when the newest versions are left and nothing is merged. */
    void lookUp() throws SQLException {
        run(KNOWN, source);
    }

    /** Called when everything is merged. */
    List<DraftFate> mark(long revision) throws SQLException {
        for (String sql : MARK) {
            run(sql, revision, source);
        }
        List<DraftFate> fates = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FATES)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    fates.add(new DraftFate(
                            new TicketId(row.getLong("id")),
                            DraftFate.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT))));
                }
            }
        }
        return fates;
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
