package io.supportgenius.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens stages for the rows of event logs. */
@Component
public class EventStages {
    private static final String EARLIER = """
            select event_time from import_run
            where source = :source and event_layout = :layout and revision is not null and state <> 'undone'
            order by id desc limit 1
            """;

    private static final String WORDS = """
            select word ->> 'column', word ->> 'word', sum((word ->> 'rows')::bigint)
            from import_run, jsonb_array_elements(report -> 'events' -> 'words') as word
            where source = :source and event_layout = :layout and revision is not null and state = 'done'
            group by 1, 2 order by 1, 2
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    EventStages(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** What is known of earlier logs of a source that had exactly these columns; empty if there was none. */
    public Optional<EarlierLog> earlier(String source, List<String> columns) {
        return jdbc.sql(EARLIER)
                .param("source", source)
                .param("layout", EventStage.layout(columns))
                .query(String.class)
                .optional()
                .map(time -> new EarlierLog(time, words(source, columns)));
    }

    private List<EarlierLog.Word> words(String source, List<String> columns) {
        return jdbc.sql(WORDS)
                .param("source", source)
                .param("layout", EventStage.layout(columns))
                .query((row, number) -> new EarlierLog.Word(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * Begins a stage in a transaction of its own, on a connection of its own.
     *
     * @param source the name under which ticket ids are unique
     * @param columns of the file
     * @param time the one of the events' times
     * @throws org.springframework.dao.DataAccessException if the database cannot be reached
     */
    public EventStage begin(String source, List<String> columns, String time, long importRun) {
        try {
            return new EventStage(dataSource.getConnection(), source, columns, time, importRun);
        } catch (SQLException gone) {
            throw StoreFailure.of("begin to sort events", gone);
        }
    }
}
