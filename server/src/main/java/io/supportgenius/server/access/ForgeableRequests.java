package io.supportgenius.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that must prove that a page of ours sent them: those that may change something and that a browser would send with a session,
 * and the forms that begin one. Programs that show a token prove themselves by it. Requests of nobody are not asked, because the
 * question alone would read an upload to its end; they are refused right after.
 */
final class ForgeableRequests implements RequestMatcher {

    /** Matched as the routes are, however a path is written. */
    private static final RequestMatcher DOORS = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(Refusals.SIGN_IN),
            PathPatternRequestMatcher.withDefaults().matcher("/welcome"),
            PathPatternRequestMatcher.withDefaults().matcher("/sign-out"));

    private final AccountSessions sessions;

    ForgeableRequests(AccountSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !BearerTokenFilter.showsToken(request)
                && (sessions.containsContext(request) || DOORS.matches(request));
    }
}
