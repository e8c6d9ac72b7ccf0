package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class SignInAttemptsTest {

    private static final String EMAIL = "ada@example.org";

    private final TestAccess access = new TestAccess();
    private final SignInAttempts attempts = access.attempts();

    private void signIn(String email, String password) {
        access.signIn().authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    }

    /** Five attempts are free, the fifth closes the door for 30 s, each further one for twice as long, at most 15 min. */
    @Test
    void theDoorClosesForLongerWithEachAttempt() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin(EMAIL)).isZero();
        }
        for (long expected : new long[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(attempts.remaining(EMAIL)).isEqualTo(Duration.ofSeconds(expected));
            assertThat(attempts.begin(EMAIL)).isEqualTo(Duration.ofSeconds(expected));
            access.pass(Duration.ofSeconds(expected));
            assertThat(attempts.begin(EMAIL)).isZero();
        }
    }

    @Test
    void aSuccessAndADayWithoutAttemptsOpenItAgain() {
        for (int i = 0; i < 5; i++) {
            attempts.begin(EMAIL);
        }
        attempts.forget(EMAIL);
        assertThat(attempts.begin(EMAIL)).isZero();
        assertThat(attempts.remaining(EMAIL)).isZero();

        for (int i = 0; i < 4; i++) {
            attempts.begin(EMAIL);
        }
        access.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(attempts.begin(EMAIL)).isZero();
        assertThat(attempts.remaining(EMAIL)).isZero();
    }

    @Test
    void manyAttemptsAtOnceGetNoMoreThanFive() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Duration> attempt = () -> attempts.begin(EMAIL);
            long open = 0;
            for (Future<Duration> one :
                    pool.invokeAll(IntStream.range(0, 64).mapToObj(i -> attempt).toList())) {
                open += one.get().isZero() ? 1 : 0;
            }
            assertThat(open).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "nobody@example.org"})
    void knownAndUnknownAddressesAreTreatedAlike(String email) {
        access.add(EMAIL, Role.VIEWER);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn(email, "wrong password")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn(email, TestAccess.PASSWORD)).isInstanceOf(LockedException.class);
    }

    @Test
    void nobodySignsInWithoutAPasswordOrAfterTheEnd() {
        access.accounts().invite("Invited", "invited@example.org", Role.VIEWER);
        access.add("admin@example.org", Role.ADMINISTRATOR);
        Account gone = access.add("gone@example.org", Role.VIEWER);
        access.accounts().change(gone.id(), Role.VIEWER, false);

        assertThatThrownBy(() -> signIn("invited@example.org", "")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIn("gone@example.org", TestAccess.PASSWORD))
                .isInstanceOf(BadCredentialsException.class);
    }
}
