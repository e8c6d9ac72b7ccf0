package io.supportgenius.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code saved_view}: addresses of pages under names that everybody sees. */
@Repository
public class SavedViews {

    private static final String COLUMNS = """
            select saved_view.id, saved_view.name, address, account_id, account.name as owner, saved_view.created_at
            from saved_view left join account on account.id = account_id
            """;

    private static final String ALL = COLUMNS + "order by lower(saved_view.name)";
    private static final String BY_ID = COLUMNS + "where saved_view.id = :id";

    private static final String INSERT = """
            insert into saved_view (name, address, account_id, created_at) values (:name, :address, :account, :now)
            on conflict (lower(name)) do nothing
            returning id
            """;

    private static final String DELETE = "delete from saved_view where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them, by name. */
    public List<SavedView> all() {
        return jdbc.sql(ALL).query(SavedViews::view).list();
    }

    public Optional<SavedView> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(SavedViews::view).optional();
    }

    /**
     * Keeps an address under a name.
     *
     * @param account number of the account that it belongs to; null for none
     * @return its number; empty if there is a view of that name
     */
    public Optional<Long> save(String name, String address, @Nullable Long account) {
        return jdbc.sql(INSERT)
                .param("name", name)
                .param("address", address)
                .param("account", account, Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    public void delete(long id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        long account = row.getLong("account_id");
        return new SavedView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                account == 0 ? null : account,
                row.getString("owner"),
                row.getTimestamp("created_at").toInstant());
    }

    /**
     * A page with a selection under a name.
     *
     * @param address path and query
     * @param account number of the account it belongs to; null for none
     * @param owner name of that account's person; null for none
     */
    public record SavedView(
            long id,
            String name,
            String address,
            @Nullable Long account,
            @Nullable String owner,
            Instant created) {}
}
