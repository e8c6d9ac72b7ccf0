package io.supportgenius.server.importing;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code import_reject}. */
@Repository
class RejectTable {
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String INSERT =
            "insert into import_reject (run_id, line, column_name, value, reason) values (?, ?, ?, ?, ?)";

    private static final String OF_RUN =
            "select line, column_name, value, reason from import_reject where run_id = ? order by line";

    private static final String DELETE = "delete from import_reject where run_id = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    RejectTable(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void insert(long run, List<Reject> rejects) {
        jdbc.batchUpdate(INSERT, rejects, ROWS_AT_ONCE, (statement, reject) -> {
            statement.setLong(1, run);
            statement.setLong(2, reject.line());
            statement.setString(3, reject.column());
            statement.setString(4, reject.value());
            statement.setString(5, reject.reason());
        });
    }

    /** A run that changed nothing has rejected nothing. */
    void delete(long run) {
        jdbc.update(DELETE, run);
    }

    /** One after the other: PostgreSQL hands rows over in portions only inside a transaction. */
    void forEach(long run, Consumer<Reject> consumer) {
        reading.executeWithoutResult(status -> jdbc.query(
                OF_RUN,
                row -> {
                    consumer.accept(new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
                },
                run));
    }
}
