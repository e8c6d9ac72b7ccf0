package io.supportgenius.server.store;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed last, so that readers can tell what they have not seen. */
@Repository
public class Changes {

    private static final String LATEST = "select epoch, revision from change_state";

    private static final String DATABASE = """
            select concat_ws('/', (select system_identifier from pg_control_system()),
                (select timeline_id from pg_control_checkpoint()), oid)
            from pg_database where datname = current_database()
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest committed state. */
    public Mark latest() {
        return jdbc.sql(LATEST)
                .query((row, number) -> new Mark(row.getLong("epoch"), row.getLong("revision")))
                .single();
    }

    /**
     * Which database this is: another one has another name, and so has one that was set back to an earlier time. Empty where the database
     * does not say.
     */
    public Optional<String> database() {
        try {
            return Optional.of(jdbc.sql(DATABASE).query(String.class).single());
        } catch (DataAccessException notTold) {
            LOG.info("The database does not say which one it is: {}", notTold.getMessage());
            return Optional.empty();
        }
    }

    /**
     * A state of the store.
     *
     * @param epoch changes when tickets were taken away: whoever has seen another epoch starts anew
     * @param revision grows with every commit that changed tickets
     */
    public record Mark(long epoch, long revision) {}
}
