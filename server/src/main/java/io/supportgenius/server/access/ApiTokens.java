package io.supportgenius.server.access;

import io.supportgenius.server.access.AccessProblemException.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Words by which programs ask in the name of a person: shown once, kept as a hash, with an end. */
@Service
public class ApiTokens {

    /** Days that a token may count at most. */
    public static final int MOST_DAYS = 366;

    private static final String PREFIX = "sg_";
    private static final int LONGEST_NAME = 100;
    /** Not every request is worth a write. */
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String INSERT = """
            insert into api_token (account_id, name, role, token_hash, created_at, expires_at)
            values (:account, :name, :role, :hash, :now, :expires)
            """;

    private static final String COLUMNS = """
            select api_token.id, account_id, account.name as owner, api_token.name, api_token.role,
                api_token.created_at, expires_at, used_at
            from api_token join account on account.id = account_id
            """;

    private static final String ALL = COLUMNS + "order by api_token.created_at desc, api_token.id desc";

    private static final String BY_HASH = """
            select api_token.id, account_id, account.name as owner, api_token.role, account.role as owner_role, used_at
            from api_token join account on account.id = account_id
            where token_hash = :hash and expires_at > :now and account.active
            """;

    private static final String USED = "update api_token set used_at = :now where id = :id";

    private static final String DELETE =
            "delete from api_token where id = :id and (account_id = :account or :anybodys)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a token that acts for an account, as the given role at most and never as more than the account's own.
     *
     * @param days how long it counts, 1 to {@value #MOST_DAYS}
     * @return the token; it cannot be had again
     * @throws AccessProblemException if the name is missing, or role or days are out of range
     */
    public String create(Visitor owner, String name, Role role, int days) {
        AccountId account = owner.account();
        if (account == null) {
            throw new AccessProblemException(Problem.NO_ACCOUNT);
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new AccessProblemException(Problem.NAME_MISSING);
        }
        if (!owner.role().includes(role)) {
            throw new AccessProblemException(Problem.TOKEN_ROLE);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new AccessProblemException(Problem.TOKEN_DAYS);
        }
        Secret secret = Secret.random(PREFIX);
        Instant now = clock.instant();
        jdbc.sql(INSERT)
                .param("account", account.value())
                .param("name", name.strip())
                .param("role", role.apiName())
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(Duration.ofDays(days))))
                .update();
        return secret.text();
    }

    /** The tokens that somebody may see, the newest first: an administrator all, everybody else the own ones. */
    public List<ApiToken> visibleTo(Visitor visitor) {
        return jdbc.sql(ALL).query(this::token).list().stream()
                .filter(token -> mayRevokeAll(visitor) || token.account().equals(visitor.account()))
                .toList();
    }

    /** Ends a token at once; one that the visitor may not see stays as it is. */
    public void revoke(Visitor visitor, long id) {
        AccountId account = visitor.account();
        jdbc.sql(DELETE)
                .param("id", id)
                .param("account", account == null ? -1 : account.value())
                .param("anybodys", mayRevokeAll(visitor))
                .update();
    }

    private static boolean mayRevokeAll(Visitor visitor) {
        return visitor.role().includes(Role.ADMINISTRATOR);
    }

    /** Who asks with a token; empty if it never counted or no longer does. */
    Optional<Visitor> visitor(String token) {
        Instant now = clock.instant();
        Optional<Known> known = jdbc.sql(BY_HASH)
                .param("hash", new Secret(token).hash())
                .param("now", Timestamp.from(now))
                .query(ApiTokens::known)
                .optional();
        known.filter(one -> one.used() == null || one.used().isBefore(now.minus(USE_IS_NOTED_EVERY)))
                .ifPresent(one -> jdbc.sql(USED)
                        .param("id", one.id())
                        .param("now", Timestamp.from(now))
                        .update());
        return known.map(Known::visitor);
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getLong("id"),
                used(row),
                new Visitor(
                        new AccountId(row.getLong("account_id")),
                        row.getString("owner"),
                        Role.of(row.getString("role")).atMost(Role.of(row.getString("owner_role")))));
    }

    private static @Nullable Instant used(ResultSet row) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return used == null ? null : used.toInstant();
    }

    private ApiToken token(ResultSet row, int number) throws SQLException {
        Instant expires = row.getTimestamp("expires_at").toInstant();
        return new ApiToken(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getString("owner"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                expires,
                !expires.isAfter(clock.instant()),
                used(row));
    }

    private record Known(long id, @Nullable Instant used, Visitor visitor) {}

    /**
     * A token, without its word.
     *
     * @param owner name of the account's person
     * @param role what it may do at most
     * @param used when it was used last, to the minute; null for never
     */
    public record ApiToken(
            long id,
            AccountId account,
            String owner,
            String name,
            Role role,
            Instant created,
            Instant expires,
            boolean expired,
            @Nullable Instant used) {}
}
