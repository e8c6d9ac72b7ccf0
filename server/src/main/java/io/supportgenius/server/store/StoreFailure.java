package io.supportgenius.server.store;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Turns what the driver throws into Spring's exceptions, as the rest of the store throws them. */
final class StoreFailure {

    private StoreFailure() {}

    static DataAccessException of(String task, SQLException cause) {
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate(task, null, cause);
        return translated == null ? new UncategorizedSQLException(task, null, cause) : translated;
    }
}
