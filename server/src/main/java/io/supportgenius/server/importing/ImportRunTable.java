package io.supportgenius.server.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import_run}. */
@Repository
class ImportRunTable {
    private static final String INSERT = """
            insert into import_run (source, file, state, report, request)
            values (:source, :file, :state, cast(:report as jsonb), cast(:request as jsonb))
            returning id
            """;

    private static final String FINISH = """
            update import_run
            set state = :state, report = cast(:report as jsonb), saving = false, finished_at = now()
            where id = :id
            """;

    private static final String FIND = "select report from import_run where id = :id";

    private static final String LATEST = "select report from import_run order by id desc limit :limit";

    private static final String RUNNING =
            "select id, request, attempts from import_run where state = 'running' order by id";

    private static final String FAIL = """
            update import_run
            set state = 'failed', saving = false, finished_at = now(), report = report || jsonb_build_object(
                'state', 'failed', 'progress', null, 'message', :message::text)
            where id = :id and state = 'running'
            """;

    private static final String ATTEMPT =
            "update import_run set attempts = attempts + 1 where id = :id and state = 'running'";

    /** A start that was ended in good order is no sign of a file that brings servers down. */
    private static final String STOPPED =
            "update import_run set attempts = greatest(attempts - 1, 0) where id = :id and state = 'running'";

    private static final String STARTED = "select id, started_at from import_run where id in (:ids)";

    private static final String NUMBER =
            "update import_run set report = report || jsonb_build_object('id', id) where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRunTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes a new run and gives it its number. */
    long insert(ImportRequest request) {
        ImportReport report = ImportReport.waiting(request);
        long id = jdbc.sql(INSERT)
                .param("source", report.source())
                .param("file", report.file())
                .param("state", report.state().apiName())
                .param("report", json.writeValueAsString(report))
                .param("request", json.writeValueAsString(request))
                .query(Long.class)
                .single();
        jdbc.sql(NUMBER).param("id", id).update();
        return id;
    }

    /** A report as it is kept. */
    String text(ImportReport report) {
        return json.writeValueAsString(report);
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

    /** All runs that nobody has ended, the oldest first. */
    List<Running> running() {
        return jdbc.sql(RUNNING)
                .query((row, number) ->
                        new Running(row.getLong("id"), request(row.getString("request")), row.getInt("attempts")))
                .list();
    }

    private @Nullable ImportRequest request(@Nullable String text) {
        return text == null ? null : json.readValue(text, ImportRequest.class);
    }

    /** Ends a run that somebody else has not ended. */
    void fail(long id, String message) {
        jdbc.sql(FAIL).param("id", id).param("message", message).update();
    }

    /**
     * Notes that a run is begun anew.
     *
     * @return whether it is still running
     */
    boolean attempt(long id) {
        return jdbc.sql(ATTEMPT).param("id", id).update() == 1;
    }

    /** Notes that the server is being stopped while it works on a run. */
    void stopped(long id) {
        jdbc.sql(STOPPED).param("id", id).update();
    }

    /** When runs were asked for. */
    Map<Long, Instant> started(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(STARTED)
                .param("ids", ids)
                .query((row, number) -> Map.entry(
                        row.getLong("id"), row.getTimestamp("started_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param request null for a run of an earlier version
     * @param attempts to begin it anew so far
     */
    record Running(long id, @Nullable ImportRequest request, int attempts) {}

    private ImportReport report(String text) {
        return json.readValue(text, ImportReport.class);
    }
}
