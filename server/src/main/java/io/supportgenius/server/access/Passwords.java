package io.supportgenius.server.access;

import io.supportgenius.server.access.AccessProblemException.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be like, and how it is kept: by Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP's
 * password storage guide recommends. The name of the algorithm is kept along, so that stronger ones can follow.
 */
@Component
final class Passwords {

    private static final String ARGON2ID = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private static final int SHORTEST = 12;
    /** Long enough for any sentence, short enough that hashing it costs nothing beside the memory. */
    private static final int LONGEST = 200;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            ARGON2ID, Map.of(ARGON2ID, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES)));

    /** However many try to sign in at once: each hash takes a processor and its memory. */
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What unknown addresses are compared with, so that they take as long as known ones. */
    private final String nobodys = encoder.encode(Secret.random("").text());

    /**
     * The hash to keep.
     *
     * @param email of the person
     * @throws AccessProblemException if the password is too short, too long, or easy to guess
     */
    String hash(String password, String email) {
        check(password, email);
        return limited(() -> encoder.encode(password));
    }

    private static void check(String password, String email) {
        if (password.length() < SHORTEST) {
            throw new AccessProblemException(Problem.PASSWORD_SHORT);
        }
        if (password.length() > LONGEST) {
            throw new AccessProblemException(Problem.PASSWORD_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.equals(email.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < 5) {
            throw new AccessProblemException(Problem.PASSWORD_GUESSABLE);
        }
    }

    /** @param hash null where there is no such person or no password yet */
    boolean matches(String password, @Nullable String hash) {
        boolean same =
                password.length() <= LONGEST && limited(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private <T> T limited(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
