package io.supportgenius.server.store;

import java.sql.SQLException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Turns what the driver throws into Spring's exceptions, as the rest of the store throws them. */
final class StoreFailure {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private StoreFailure() {}

    static DataAccessException of(String task, SQLException cause) {
        if (LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
            return new CannotAcquireLockException(task, cause);
        }
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate(task, null, cause);
        return translated == null ? new UncategorizedSQLException(task, null, cause) : translated;
    }
}
