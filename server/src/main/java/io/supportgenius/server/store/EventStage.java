package io.supportgenius.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sorts the rows of one event log by ticket and time, together with the events of the same tickets that earlier files have brought. Rows
 * may come in any order and in any number: the database holds and sorts them, memory here does not depend on how many there are.
 *
 * <p>Events are kept before the tickets that are folded from them are committed, on a connection of their own. Those of an import that
 * never committed its tickets count for nothing and go with the next log. Used by one thread.
 */
public final class EventStage implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String STAGE = """
            create temporary table log_row (
                external_id text, hash uuid, occurred_at timestamptz, step bigint, line bigint, cells text[]
            ) on commit drop
            """;

    /** What imports left behind that were cut off, failed or taken back; the rows of this run are those of its first try. */
    private static final String SWEEP = """
            delete from ticket_event using import_run
            where run_id = import_run.id
                and (import_run.id = ? or import_run.state = 'undone'
                    or (import_run.revision is null and import_run.state <> 'running'))
            """;

    private static final String KEEP = """
            insert into ticket_event (source, external_id, hash, layout, occurred_at, step, line, cells, run_id)
            select distinct on (external_id, hash) ?, external_id, hash, ?, occurred_at, step, line, cells, ?
            from log_row order by external_id, hash, line
            on conflict (source, external_id, hash) do update set occurred_at = excluded.occurred_at
            """;

    private static final String NOTE = "update import_run set event_layout = ?, event_time = ? where id = ?";

    private static final String OTHERS = """
            select count(distinct external_id) from ticket_event
            where source = ? and layout <> ? and exists (
                select from log_row where log_row.external_id = ticket_event.external_id)
            """;

    private static final String SORTED = """
            select external_id, occurred_at, step, line, cells from ticket_event
            where source = ? and layout = ?
                and exists (select from log_row where log_row.external_id = ticket_event.external_id)
                and exists (select from import_run where import_run.id = run_id and (import_run.id = ?
                    or (import_run.revision is not null and import_run.state <> 'undone')))
            order by external_id collate "C", occurred_at nulls first, step, line, hash
            """;

    private final Connection connection;
    private final String source;
    private final UUID layout;
    private final long run;
    private final CopyIn copy;
    private final CopyText row = new CopyText();
    private long rows;
    private boolean open = true;

    EventStage(Connection connection, String source, List<String> columns, String time, long run) throws SQLException {
        this.connection = connection;
        this.source = source;
        this.run = run;
        this.layout = layout(columns);
        try {
            connection.setAutoCommit(false);
            execute(SWEEP, run);
            execute(STAGE);
            execute(NOTE, layout, time, run);
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy log_row from stdin");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Identifies the columns of a file. */
    static UUID layout(List<String> columns) {
        return new CopyText().start().texts(columns).hash();
    }

    /** Takes one row of the file. */
    public void add(TicketEvent event) {
        UUID hash = row.start()
                .text(layout.toString())
                .text(event.externalId())
                .texts(event.cells())
                .hash();
        byte[] bytes = row.start()
                .text(event.externalId())
                .text(hash.toString())
                .time(event.at())
                .number(event.step())
                .number(event.line())
                .texts(event.cells())
                .end();
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw StoreFailure.of("send an event of ticket " + event.externalId(), e);
        }
        rows++;
    }

    /**
     * Ends the rows of the file.
     *
     * @return how many of them are different
     */
    public long sort() {
        try {
            copy.endCopy();
            execute("analyze log_row");
            return execute(KEEP, source, layout, run);
        } catch (SQLException e) {
            throw StoreFailure.of("sort the events", e);
        }
    }

    /** Rows taken. */
    public long rows() {
        return rows;
    }

    /** Tickets of the file that have events from files with other columns, which are not among the sorted ones. */
    public long ticketsOfOtherLayouts() {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setObject(1, source);
            statement.setObject(2, layout);
            try (ResultSet one = statement.executeQuery()) {
                one.next();
                return one.getLong(1);
            }
        } catch (SQLException e) {
            throw StoreFailure.of("look for events of other files", e);
        }
    }

    /** Hands over all events of the file's tickets, those of one ticket together and in the order of time. */
    public void forEach(Consumer<TicketEvent> consumer) {
        try (PreparedStatement statement = connection.prepareStatement(SORTED)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setObject(1, source);
            statement.setObject(2, layout);
            statement.setObject(3, run);
            try (ResultSet events = statement.executeQuery()) {
                while (events.next()) {
                    consumer.accept(event(events));
                }
            }
        } catch (SQLException e) {
            throw StoreFailure.of("read the sorted events", e);
        }
    }

    private static TicketEvent event(ResultSet events) throws SQLException {
        Array cells = events.getArray("cells");
        return new TicketEvent(
                events.getString("external_id"),
                instant(events.getObject("occurred_at", OffsetDateTime.class)),
                events.getLong("step"),
                events.getLong("line"),
                List.of((String[]) cells.getArray()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Keeps the events of the file for later files; before this nothing of them is seen by anybody. */
    public void keep() {
        try {
            connection.commit();
            release();
        } catch (SQLException e) {
            throw StoreFailure.of("keep the events", e);
        }
    }

    /** Gives up what was not kept. */
    @Override
    public void close() {
        try {
            release();
        } catch (SQLException e) {
            throw StoreFailure.of("give up the events", e);
        }
    }

    private void release() throws SQLException {
        if (!open) {
            return;
        }
        open = false;
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private long execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeLargeUpdate();
        }
    }
}
