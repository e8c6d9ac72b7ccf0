package io.supportgenius.server.importing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import_run}. */
@Repository
class ImportRunTable {
    private static final String INSERT = """
            insert into import_run (source, file, state, report)
            values (:source, :file, :state, cast(:report as jsonb))
            returning id
            """;

    private static final String SAVING = "update import_run set saving = true where id = :id";

    private static final String FINISH = """
            update import_run
            set state = :state, report = cast(:report as jsonb), saving = false, finished_at = now()
            where id = :id
            """;

    private static final String FIND = "select report from import_run where id = :id";

    private static final String LATEST = "select report from import_run order by id desc limit :limit";

    /** A run whose lock can be had has nobody who works on it. */
    private static final String CUT_OFF = """
            with running as materialized (
                select id from import_run where state = 'running'
            ), left_behind as materialized (
                select id from running where pg_try_advisory_xact_lock(:kind, id::int)
            )
            update import_run
            set state = 'failed', saving = false, finished_at = now(), report = report || jsonb_build_object(
                'state', 'failed',
                'progress', null,
                'message', case when saving
                    then 'The server stopped while it saved the tickets: import the file again, which changes nothing that is already there.'
                    else 'The server stopped before the import had ended; nothing was changed.' end)
            where id in (select id from left_behind)
            """;

    private static final String NUMBER =
            "update import_run set report = report || jsonb_build_object('id', id) where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRunTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes a new run and gives it its number. */
    long insert(ImportReport report) {
        long id = jdbc.sql(INSERT)
                .param("source", report.source())
                .param("file", report.file())
                .param("state", report.state().apiName())
                .param("report", json.writeValueAsString(report))
                .query(Long.class)
                .single();
        jdbc.sql(NUMBER).param("id", id).update();
        return id;
    }

    /** Notes that from now on a crash leaves open whether the tickets were committed. */
    void saving(long id) {
        jdbc.sql(SAVING).param("id", id).update();
    }

    void finish(ImportReport report) {
        jdbc.sql(FINISH)
                .param("id", report.id())
                .param("state", report.state().apiName())
                .param("report", json.writeValueAsString(report))
                .update();
    }

    Optional<ImportReport> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(String.class).optional().map(this::report);
    }

    List<ImportReport> latest(int limit) {
        return jdbc.sql(LATEST).param("limit", limit).query(String.class).list().stream()
                .map(this::report)
                .toList();
    }

    /**
     * Marks the runs of a process that is no more as failed.
     *
     * @return how many there were
     */
    int failCutOffRuns() {
        return jdbc.sql(CUT_OFF).param("kind", RunLocks.KIND).update();
    }

    private ImportReport report(String text) {
        return json.readValue(text, ImportReport.class);
    }
}
