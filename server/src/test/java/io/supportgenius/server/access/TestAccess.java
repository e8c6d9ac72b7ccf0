package io.supportgenius.server.access;

import io.supportgenius.server.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Accounts and tokens over a database of their own, with a clock that tests set. */
final class TestAccess {

    static final String PASSWORD = "correct horse battery";

    private final SetClock clock = new SetClock();
    private final JdbcClient jdbc;
    private final AccountTable table;
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final ApiTokens tokens;
    private final AccountSignIn signIn;

    TestAccess() {
        DataSource database = TestDatabase.create();
        Passwords passwords = new Passwords();
        jdbc = JdbcClient.create(database);
        table = new AccountTable(jdbc);
        attempts = new SignInAttempts(jdbc, clock);
        tokens = new ApiTokens(jdbc, clock);
        accounts = new Accounts(
                table, new InvitationTable(jdbc), passwords, attempts, clock, new JdbcTransactionManager(database));
        signIn = new AccountSignIn(table, passwords, attempts, clock);
    }

    /** Somebody who has chosen {@link #PASSWORD}. */
    Account add(String email, Role role) {
        accounts.choosePassword(accounts.invite(email, email, role), PASSWORD);
        return table.find(email).orElseThrow().account();
    }

    static Visitor as(Account account) {
        return new Visitor(account.id(), account.name(), account.role());
    }

    Accounts accounts() {
        return accounts;
    }

    AccountTable table() {
        return table;
    }

    SignInAttempts attempts() {
        return attempts;
    }

    ApiTokens tokens() {
        return tokens;
    }

    AccountSignIn signIn() {
        return signIn;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
