package io.supportgenius.server.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code invitation}. */
@Repository
class InvitationTable {

    private static final String PUT = """
            with replaced as (delete from invitation where account_id is not distinct from :account or expires_at < :now)
            insert into invitation (token_hash, account_id, expires_at) values (:hash, :account, :expires)
            """;

    private static final String FIND =
            "select account_id from invitation where token_hash = :hash and expires_at >= :now";

    private static final String DELETE = "delete from invitation where token_hash = :hash and expires_at >= :now";

    private static final String DELETE_FIRST = "delete from invitation where account_id is null";

    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a link; an earlier one for the same account no longer counts.
     *
     * @param account null for the first administrator
     */
    void put(Secret secret, @Nullable AccountId account, Instant now, Instant expires) {
        jdbc.sql(PUT)
                .param("hash", secret.hash())
                .param("account", account == null ? null : account.value(), java.sql.Types.BIGINT)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Whom a link that counts is for. */
    Optional<Invited> find(Secret secret, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .query((row, number) -> {
                    long account = row.getLong("account_id");
                    return new Invited(row.wasNull() ? null : new AccountId(account));
                })
                .optional();
    }

    /** Uses a link up; false if it did not count any more. */
    boolean delete(Secret secret, Instant now) {
        return jdbc.sql(DELETE)
                        .param("hash", secret.hash())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Every link for a first administrator. */
    void deleteFirst() {
        jdbc.sql(DELETE_FIRST).update();
    }

    /** @param account null for the first administrator */
    record Invited(@Nullable AccountId account) {}
}
