package io.supportgenius.server.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed last, so that readers can tell what they have not seen. */
@Repository
public class Changes {

    private static final String LATEST = "select epoch, revision from change_state";

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
     * A state of the store.
     *
     * @param epoch changes when tickets were taken away: whoever has seen another epoch starts anew
     * @param revision grows with every commit that changed tickets
     */
    public record Mark(long epoch, long revision) {}
}
