package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keeps what one import changes as it was before, inside the import's transaction. Only what is about to change is kept, so that a first
 * import keeps nothing and costs nothing.
 */
final class ImportHistory {

    /** Further back nobody goes; older imports stay, but what was before them is forgotten. */
    private static final int RUNS_KEPT = 10;

    private static final String ATTRIBUTES = """
            insert into import_before (run_id, kind, row_id, content)
            select ?, 'attribute', row_number() over (order by name), to_jsonb(attribute) from attribute
            """;

    private static final String COMPANIES = """
            create temporary table company_before on commit drop as
            select company.* from company
            where source = ? and lower(name) in (select lower(company) from staged where company is not null)
            """;

    private static final String CUSTOMERS = """
            create temporary table customer_before on commit drop as
            select customer.* from customer
            where source = ? and identity in (select requester from staged where requester is not null)
            """;

    private static final String AGENTS = """
            create temporary table agent_before on commit drop as
            select agent.* from agent
            where source = ? and identity in (select agent from staged where agent is not null)
            """;

    /** Tickets whose content will change: the condition of the update in {@link TicketMerge}. */
    private static final String TICKETS = """
            insert into import_before (run_id, kind, row_id, content)
            select ?, 'ticket', ticket.id, to_jsonb(ticket)
            from ticket join staged s on ticket.source = ? and ticket.external_id = s.external_id
            where ticket.content_hash <> s.content_hash
                and (s.updated_at is null or ticket.updated_at is null or s.updated_at >= ticket.updated_at)
            """;

    /** Tickets that will follow their requester to another company. */
    private static final String FOLLOWING = """
            insert into import_before (run_id, kind, row_id, content)
            select ?, 'ticket', ticket.id, to_jsonb(ticket)
            from ticket join customer on ticket.requester_id = customer.id
            where customer.source = ? and customer.revision = ?
                and not ticket.company_stated and ticket.company_id is distinct from customer.company_id
            on conflict do nothing
            """;

    /** Of all that the file names, those that were changed; {@code %1$s} is the table. */
    private static final String CHANGED = """
            insert into import_before (run_id, kind, row_id, content)
            select ?, '%1$s', %1$s_before.id, to_jsonb(%1$s_before)
            from %1$s_before join %1$s on %1$s.id = %1$s_before.id
            where %1$s.revision = ?
            """;

    private static final String RUN = "update import_run set revision = ?, restorable = true where id = ?";

    private static final String CONCLUDE = """
            update import_run set state = 'done', saving = false, report = cast(? as jsonb), finished_at = now() where id = ?
            """;

    private static final String TOO_OLD = """
            update import_run set restorable = false
            where restorable and id not in (
                select id from import_run where restorable order by id desc limit %s)
            """.formatted(Integer.toString(RUNS_KEPT));

    private static final String FORGET = """
            delete from import_before using import_run
            where import_run.id = run_id and not import_run.restorable
            """;

    private final Connection connection;
    private final String source;
    private final long run;

    ImportHistory(Connection connection, String source, long run) {
        this.connection = connection;
        this.source = source;
        this.run = run;
    }

    /** Called when everything is staged and nothing is merged. */
    void keepBefore() throws SQLException {
        run(ATTRIBUTES, run);
        run(COMPANIES, source);
        run(CUSTOMERS, source);
        run(AGENTS, source);
        run(TICKETS, run, source);
    }

    /** Called when companies and requesters are merged and tickets do not follow them yet. */
    void keepFollowing(long revision) throws SQLException {
        run(FOLLOWING, run, source, revision);
    }

    /** Called when everything is merged. */
    void keepChanged(long revision) throws SQLException {
        for (String table : new String[] {"company", "customer", "agent"}) {
            run(CHANGED.formatted(table), run, revision);
        }
        run(RUN, revision, run);
        run(TOO_OLD);
        run(FORGET);
    }

    /** Called last: the import is done if and only if its tickets are there. */
    void conclude(String report) throws SQLException {
        run(CONCLUDE, report, run);
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
