package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Work that only one of several servers on one database does at a time; a server that stops or breaks leaves it to the others. */
@Component
public class SoleWork {

    private static final String TRY = "select pg_try_advisory_lock(?)";
    private static final String END = "select pg_advisory_unlock(?)";

    private final DataSource dataSource;

    SoleWork(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does the work unless another server is at it.
     *
     * @param number of the work, the same on all servers
     * @return whether it was done here
     */
    public boolean run(long number, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, TRY, number)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(connection, END, number);
            }
            return true;
        } catch (SQLException e) {
            throw StoreFailure.of("agree with other servers on who works", e);
        }
    }

    private static boolean ask(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
