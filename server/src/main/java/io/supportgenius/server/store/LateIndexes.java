package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the indexes of the empty table of tickets away before it is filled for the first time, and makes them anew from all rows, which costs a part
 * of what keeping them costs row by row. All happens in the load's transaction: whatever goes wrong, they are there. Nobody can read the
 * table until the commit, so this is for a table in which there is nothing to read.
 */
final class LateIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(LateIndexes.class);

    /** Who reads the table for so long must not be waited for. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    private static final String IMPATIENCE_ENDS = "set local lock_timeout = 0";

    private static final String LOCK = "lock table ticket in access exclusive mode";

    private static final String MEMORY = "set local maintenance_work_mem = '256MB'";

    private static final String NOT_TO_BE_HAD = "55P03";

    /** Constraints come with indexes of their own. */
    private static final String CONSTRAINTS = """
            select format('alter table ticket drop constraint %I', conname) as away,
                format('alter table ticket add constraint %I %s', conname, pg_get_constraintdef(oid)) as back
            from pg_constraint where conrelid = 'ticket'::regclass and contype in ('p', 'u')
                and not exists (select from pg_constraint other where other.contype = 'f' and other.conindid = pg_constraint.conindid)
            order by conname
            """;

    private static final String INDEXES = """
            select format('drop index %s', indexrelid::regclass) as away, pg_get_indexdef(indexrelid) as back
            from pg_index
            where indrelid = 'ticket'::regclass and not exists (select from pg_constraint where conindid = indexrelid)
            order by indexrelid
            """;

    private final Statement statement;
    private final List<String> back;

    private LateIndexes(Statement statement, List<String> back) {
        this.statement = statement;
        this.back = back;
    }

    /** Takes them away; none where somebody reads the table just now. */
    static LateIndexes takeAway(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        Savepoint before = connection.setSavepoint();
        try {
            statement.execute(PATIENCE);
            statement.execute(LOCK);
            statement.execute(IMPATIENCE_ENDS);
        } catch (SQLException refused) {
            if (!NOT_TO_BE_HAD.equals(refused.getSQLState())) {
                throw refused;
            }
            LOG.info("Somebody reads the tickets, so their indexes stay during the import");
            connection.rollback(before);
            return new LateIndexes(statement, List.of());
        }
        List<String> away = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (String sql : List.of(CONSTRAINTS, INDEXES)) {
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    away.add(row.getString("away"));
                    back.add(row.getString("back"));
                }
            }
        }
        for (String sql : away) {
            statement.execute(sql);
        }
        return new LateIndexes(statement, back);
    }

    /** Makes them anew. */
    void bringBack() throws SQLException {
        try (statement) {
            statement.execute(MEMORY);
            for (String sql : back) {
                statement.execute(sql);
            }
        }
    }
}
