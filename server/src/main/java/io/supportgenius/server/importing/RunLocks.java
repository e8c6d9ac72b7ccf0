package io.supportgenius.server.importing;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Tells runs that another server of the same database works on from those that a crash has cut off: whoever works on a run holds a lock
 * of its number, which ends with the connection and so with the process at the latest.
 */
@Component
class RunLocks {
    private static final Logger LOG = LoggerFactory.getLogger(RunLocks.class);

    /** The first half of the keys of our locks; any number that no other program on the database uses. */
    static final int KIND = 74_110;

    private static final String HOLD = "select pg_advisory_lock(?, ?)";
    private static final String TRY = "select pg_try_advisory_lock(?, ?)";
    private static final String LET_GO = "select pg_advisory_unlock(?, ?)";

    private final DataSource database;
    private @Nullable Connection holding;

    RunLocks(DataSource database) {
        this.database = database;
    }

    /**
     * Holds a run until {@link #letGo} or the end of the process.
     *
     * @throws org.springframework.dao.DataAccessException if the database is gone
     */
    synchronized void hold(long run) {
        try {
            call(connection(), HOLD, run);
        } catch (SQLException gone) {
            throw new DataAccessResourceFailureException("The lock of import " + run + " cannot be had", gone);
        }
    }

    /**
     * Holds a run if nobody else does, of this process or another.
     *
     * @throws org.springframework.dao.DataAccessException if the database is gone
     */
    synchronized boolean tryHold(long run) {
        try {
            Connection connection = connection();
            try (PreparedStatement statement = connection.prepareStatement(TRY)) {
                statement.setInt(1, KIND);
                statement.setInt(2, Math.toIntExact(run));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        } catch (SQLException gone) {
            throw new DataAccessResourceFailureException("The lock of import " + run + " cannot be had", gone);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = holding;
        if (connection == null || !connection.isValid(1)) {
            if (connection != null) {
                connection.close();
            }
            connection = database.getConnection();
            holding = connection;
        }
        return connection;
    }

    /** Lets a run go that has ended. */
    synchronized void letGo(long run) {
        Connection connection = holding;
        if (connection != null) {
            try {
                call(connection, LET_GO, run);
            } catch (SQLException gone) {
                LOG.warn("The lock of import {} went with its connection", run, gone);
            }
        }
    }

    private static void call(Connection connection, String sql, long run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, KIND);
            statement.setInt(2, Math.toIntExact(run));
            statement.execute();
        }
    }

    /** A pooled connection would keep its locks for whoever gets it next. */
    @PreDestroy
    synchronized void stop() throws SQLException {
        Connection connection = holding;
        holding = null;
        if (connection != null) {
            try (connection;
                    PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                statement.execute();
            }
        }
    }
}
