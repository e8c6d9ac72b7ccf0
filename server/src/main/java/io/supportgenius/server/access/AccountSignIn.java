package io.supportgenius.server.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets somebody in who knows the password of an account. */
@Component
final class AccountSignIn implements AuthenticationProvider {

    private final AccountTable accounts;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Clock clock;

    AccountSignIn(AccountTable accounts, Passwords passwords, SignInAttempts attempts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @throws LockedException while there were too many attempts, whatever the password */
    @Override
    public Authentication authenticate(Authentication given) {
        String email = given.getName().strip();
        Duration wait = attempts.begin(email);
        if (!wait.isZero()) {
            throw new LockedException("Too many attempts");
        }
        AccountTable.Row row = accounts.find(email).orElse(null);
        String hash = row == null ? null : row.password();
        boolean known = passwords.matches(String.valueOf(given.getCredentials()), hash);
        if (row == null || !known || !row.account().active()) {
            throw new BadCredentialsException("Unknown address or wrong password");
        }
        attempts.forget(email);
        accounts.signedIn(row.account().id(), clock.instant());
        return SignedIn.as(row.visitor());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
