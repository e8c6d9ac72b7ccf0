package io.supportgenius.server.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Slows down guessing: from the fifth attempt in a row on, each one closes the door for that e-mail address, for half a minute at
 * first and twice as long each time, up to a quarter of an hour. Attempts are counted before the password is looked at, in one
 * statement, so that neither many requests at once nor many servers get more of them. Addresses that nobody has are counted
 * alike, or the count would tell who has an account.
 */
@Repository
class SignInAttempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final String COUNT = """
            insert into sign_in_attempt as known (email, attempts, last_at) values (:email, 1, :now)
            on conflict (email) do update set
                attempts = case when known.last_at < :forgotten then 1 else known.attempts + 1 end,
                last_at = :now,
                blocked_until = case when known.last_at >= :forgotten and known.attempts + 1 >= 5
                    then cast(:now as timestamptz) + least(
                        interval '30 seconds' * power(2, least(known.attempts + 1 - 5, 10)), interval '15 minutes') end
            where known.blocked_until is null or known.blocked_until <= :now
            returning attempts
            """;

    private static final String BLOCKED_UNTIL = "select blocked_until from sign_in_attempt where email = :email";

    private static final String FORGET = "delete from sign_in_attempt where email = :email or last_at < :forgotten";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @return how long to wait before the next one; zero where this one may go on
     */
    Duration begin(String email) {
        Instant now = clock.instant();
        boolean open = jdbc.sql(COUNT)
                .param("email", key(email))
                .param("now", Timestamp.from(now))
                .param("forgotten", forgotten(now))
                .query(Integer.class)
                .optional()
                .isPresent();
        return open ? Duration.ZERO : remaining(email, now);
    }

    /** How long the door stays closed for an address; zero if it is open. */
    Duration remaining(String email) {
        return remaining(email, clock.instant());
    }

    private Duration remaining(String email, Instant now) {
        return jdbc.sql(BLOCKED_UNTIL)
                .param("email", key(email))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Begins to count anew, after a success. */
    void forget(String email) {
        jdbc.sql(FORGET)
                .param("email", key(email))
                .param("forgotten", forgotten(clock.instant()))
                .update();
    }

    private static Timestamp forgotten(Instant now) {
        return Timestamp.from(now.minus(FORGOTTEN_AFTER));
    }

    private static String key(String email) {
        String lower = email.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), AccountTable.LONGEST_EMAIL));
    }
}
