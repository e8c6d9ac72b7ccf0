package io.supportgenius.server.access;

import io.supportgenius.server.access.AccessProblemException.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people who may sign in, and the links by which they choose their passwords. */
@Service
public class Accounts {

    /** How long a link of an invitation counts. */
    public static final Duration INVITATION = Duration.ofDays(7);

    /** How long the link for the first administrator counts; each start of the server makes a new one. */
    public static final Duration FIRST_LINK = Duration.ofDays(1);

    private static final int LONGEST_NAME = 100;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private final AccountTable accounts;
    private final InvitationTable invitations;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Accounts(
            AccountTable accounts,
            InvitationTable invitations,
            Passwords passwords,
            SignInAttempts attempts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everybody, by name. */
    public List<Account> all() {
        return accounts.all();
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id).map(AccountTable.Row::account);
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return !accounts.any();
    }

    /** A new secret for the link that makes the first administrator; empty once there is somebody who can sign in. */
    public Optional<String> firstAdministratorSecret() {
        if (accounts.any()) {
            return Optional.empty();
        }
        return Optional.of(link(null, FIRST_LINK));
    }

    /**
     * Makes an account for somebody.
     *
     * @return the secret of the link by which that person chooses a password
     * @throws AccessProblemException if name or address cannot be, or the address is taken
     */
    public String invite(String name, String email, Role role) {
        AccountId id = insert(name, email, role);
        return link(id, INVITATION);
    }

    /** A new secret of a link by which the person chooses a new password; the last one no longer counts. */
    public String renewLink(AccountId id) {
        existing(id);
        return link(id, INVITATION);
    }

    private String link(@Nullable AccountId account, Duration counts) {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        invitations.put(secret, account, now, now.plus(counts));
        return secret.text();
    }

    /** Whom a link is for; empty if it does not count (any more). */
    public Optional<Link> link(String secret) {
        return invitations.find(new Secret(secret), clock.instant()).map(invited -> {
            AccountId account = invited.account();
            return new Link(account == null ? null : find(account).orElse(null));
        });
    }

    /**
     * Uses the first administrator's link up.
     *
     * @throws AccessProblemException if it no longer counts, or if name, address or password cannot be
     */
    public void createFirstAdministrator(String secret, String name, String email, String password) {
        String hash = passwords.hash(password, email);
        transaction.executeWithoutResult(status -> {
            accounts.lock();
            if (accounts.any() || !invitations.delete(new Secret(secret), clock.instant())) {
                throw new AccessProblemException(Problem.LINK_INVALID);
            }
            accounts.setPassword(insert(name, email, Role.ADMINISTRATOR), hash);
            invitations.deleteFirst();
        });
    }

    /**
     * Uses a link up: the person has the password from now on, and is signed out everywhere.
     *
     * @throws AccessProblemException if the link no longer counts or the password cannot be
     */
    public void choosePassword(String secret, String password) {
        Account account =
                link(secret).map(Link::account).orElseThrow(() -> new AccessProblemException(Problem.LINK_INVALID));
        String hash = passwords.hash(password, account.email());
        transaction.executeWithoutResult(status -> {
            if (!invitations.delete(new Secret(secret), clock.instant())) {
                throw new AccessProblemException(Problem.LINK_INVALID);
            }
            accounts.setPassword(account.id(), hash);
        });
    }

    /**
     * A new password for somebody who knows the old one; ends the person's other sessions.
     *
     * @throws AccessProblemException if the old one is wrong or the new one cannot be
     */
    public void changePassword(AccountId id, String oldPassword, String newPassword) {
        AccountTable.Row row = existing(id);
        String email = row.account().email();
        if (!attempts.begin(email).isZero()) {
            throw new AccessProblemException(Problem.TOO_MANY_ATTEMPTS);
        }
        if (!passwords.matches(oldPassword, row.password())) {
            throw new AccessProblemException(Problem.PASSWORD_WRONG);
        }
        attempts.forget(email);
        accounts.setPassword(id, passwords.hash(newPassword, row.account().email()));
    }

    /**
     * What somebody may do from now on, and whether at all.
     *
     * @throws AccessProblemException if nobody would be left who may say so
     */
    public void change(AccountId id, Role role, boolean active) {
        transaction.executeWithoutResult(status -> {
            accounts.lock();
            existing(id);
            if ((role != Role.ADMINISTRATOR || !active) && accounts.administratorsBeside(id) == 0) {
                throw new AccessProblemException(Problem.LAST_ADMINISTRATOR);
            }
            accounts.setRole(id, role);
            accounts.setActive(id, active);
        });
    }

    private AccountTable.Row existing(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new AccessProblemException(Problem.NO_ACCOUNT));
    }

    private AccountId insert(String name, String email, Role role) {
        String shownName = name.strip();
        String address = email.strip();
        if (shownName.isEmpty() || shownName.length() > LONGEST_NAME) {
            throw new AccessProblemException(Problem.NAME_MISSING);
        }
        if (address.length() > AccountTable.LONGEST_EMAIL
                || !EMAIL.matcher(address).matches()) {
            throw new AccessProblemException(Problem.EMAIL_INVALID);
        }
        return accounts.insert(address, shownName, role, clock.instant())
                .orElseThrow(() -> new AccessProblemException(Problem.EMAIL_TAKEN));
    }

    /** @param account null for the first administrator */
    public record Link(@Nullable Account account) {}
}
