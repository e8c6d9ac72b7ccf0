package io.supportgenius.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people go after they tried to sign in: to the page they wanted, or back to the form, which says why. */
@Component
final class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String NEXT = "next";

    private final SignInAttempts attempts;

    SignInOutcome(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String next = request.getParameter(NEXT);
        response.sendRedirect(next != null && isOurs(next) ? next : "/");
    }

    /** A path of this server: no other host, which two slashes or a backslash would begin in a browser, and no control characters. */
    static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.indexOf('\\') < 0
                && address.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String email = request.getParameter("email");
        Duration wait = email == null ? Duration.ZERO : attempts.remaining(email);
        response.sendRedirect(backToForm(request.getParameter(NEXT), failure instanceof LockedException, wait));
    }

    private static String backToForm(@Nullable String next, boolean locked, Duration wait) {
        UriComponentsBuilder form = UriComponentsBuilder.fromPath(Refusals.SIGN_IN);
        form.queryParam("failed");
        if (locked || !wait.isZero()) {
            form.queryParam("wait", Math.max(1, wait.toSeconds()));
        }
        if (next != null && isOurs(next)) {
            form.queryParam(NEXT, "{next}");
            return form.encode().buildAndExpand(next).toUriString();
        }
        return form.toUriString();
    }
}
