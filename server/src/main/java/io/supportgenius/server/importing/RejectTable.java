package io.supportgenius.server.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
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
            "insert into import_reject (run_id, line, column_name, value, reason, cells) values (?, ?, ?, ?, ?, ?)";

    private static final String OF_RUN =
            "select line, column_name, value, reason, cells from import_reject where run_id = ? order by line";

    private static final String KEEP_COLUMNS = "update import_run set columns = ? where id = ?";

    private static final String COLUMNS = "select columns from import_run where id = ?";

    private static final String DELETE = "delete from import_reject where run_id = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    RejectTable(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void insert(long run, List<RejectedRow> rejects) {
        jdbc.batchUpdate(INSERT, rejects, ROWS_AT_ONCE, (statement, row) -> {
            Reject reject = row.reject();
            statement.setLong(1, run);
            statement.setLong(2, reject.line());
            statement.setString(3, reject.column());
            statement.setString(4, reject.value());
            statement.setString(5, reject.reason());
            statement.setArray(
                    6,
                    statement.getConnection().createArrayOf("text", row.cells().toArray()));
        });
    }

    /** The names of the columns of the file that rows are rejected of. */
    void keepColumns(long run, List<String> columns) {
        jdbc.update(KEEP_COLUMNS, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", columns.toArray()));
            statement.setLong(2, run);
        });
    }

    /** These names; none where no row was rejected, or they were not kept. */
    List<String> columns(long run) {
        return jdbc.query(COLUMNS, (row, number) -> texts(row, 1), run).stream()
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A run that changed nothing has rejected nothing. */
    void delete(long run) {
        jdbc.update(DELETE, run);
    }

    /** One after the other: PostgreSQL hands rows over in portions only inside a transaction. */
    void forEach(long run, Consumer<RejectedRow> consumer) {
        reading.executeWithoutResult(status -> jdbc.query(
                OF_RUN,
                row -> {
                    consumer.accept(new RejectedRow(
                            new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                            texts(row, 5)));
                },
                run));
    }
}
