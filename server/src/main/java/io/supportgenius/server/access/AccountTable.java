package io.supportgenius.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class AccountTable {

    static final int LONGEST_EMAIL = 254;

    private static final String COLUMNS =
            "select id, email, name, role, password, active, generation, created_at, signed_in_at from account ";

    private static final String ALL = COLUMNS + "order by lower(name), id";
    private static final String BY_ID = COLUMNS + "where id = :id";
    private static final String BY_EMAIL = COLUMNS + "where lower(email) = lower(:email)";
    private static final String ANY = "select exists (select from account where password is not null)";

    /** Writers wait for each other, so that two of them cannot each take away the last administrator but one. */
    private static final String LOCK = "lock table account in share row exclusive mode";

    private static final String INSERT = """
            insert into account (email, name, role, created_at) values (:email, :name, :role, :created)
            on conflict (lower(email)) do nothing
            returning id
            """;

    private static final String SET_PASSWORD =
            "update account set password = :password, generation = generation + 1 where id = :id";
    private static final String SET_HASH = "update account set password = :password where id = :id";
    private static final String SET_ROLE = "update account set role = :role where id = :id";
    private static final String SET_ACTIVE =
            "update account set active = :active, generation = generation + 1 where id = :id and active <> :active";
    private static final String SIGNED_IN = "update account set signed_in_at = :now where id = :id";
    private static final String OTHER_ADMINISTRATORS = """
            select count(*) from account
            where role = 'administrator' and active and password is not null and id <> :id
            """;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Account> all() {
        return jdbc.sql(ALL).query(AccountTable::row).list().stream()
                .map(Row::account)
                .toList();
    }

    Optional<Row> find(AccountId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(AccountTable::row).optional();
    }

    Optional<Row> find(String email) {
        return jdbc.sql(BY_EMAIL).param("email", email).query(AccountTable::row).optional();
    }

    /** Whether anybody has ever chosen a password. */
    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    void lock() {
        jdbc.sql(LOCK).update();
    }

    /** Empty if somebody has that address. */
    Optional<AccountId> insert(String email, String name, Role role, Instant created) {
        return jdbc.sql(INSERT)
                .param("email", email)
                .param("name", name)
                .param("role", role.apiName())
                .param("created", Timestamp.from(created))
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    /** A new password, which ends sessions. */
    void setPassword(AccountId id, String hash) {
        jdbc.sql(SET_PASSWORD).param("id", id.value()).param("password", hash).update();
    }

    /** The same password, kept by a stronger algorithm. */
    void setHash(AccountId id, String hash) {
        jdbc.sql(SET_HASH).param("id", id.value()).param("password", hash).update();
    }

    void setRole(AccountId id, Role role) {
        jdbc.sql(SET_ROLE).param("id", id.value()).param("role", role.apiName()).update();
    }

    void setActive(AccountId id, boolean active) {
        jdbc.sql(SET_ACTIVE).param("id", id.value()).param("active", active).update();
    }

    void signedIn(AccountId id, Instant now) {
        jdbc.sql(SIGNED_IN)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Administrators who can sign in besides this one. */
    long administratorsBeside(AccountId id) {
        return jdbc.sql(OTHER_ADMINISTRATORS)
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String password = row.getString("password");
        Timestamp signedIn = row.getTimestamp("signed_in_at");
        return new Row(
                new Account(
                        new AccountId(row.getLong("id")),
                        row.getString("email"),
                        row.getString("name"),
                        Role.of(row.getString("role")),
                        row.getBoolean("active"),
                        password == null,
                        row.getTimestamp("created_at").toInstant(),
                        signedIn == null ? null : signedIn.toInstant()),
                password,
                row.getInt("generation"));
    }

    /**
     * An account with what nobody outside needs.
     *
     * @param password hash; null before one was chosen
     * @param generation of the sessions that count
     */
    record Row(Account account, @Nullable String password, int generation) {

        Visitor visitor() {
            return new Visitor(account.id(), account.name(), account.role());
        }
    }
}
