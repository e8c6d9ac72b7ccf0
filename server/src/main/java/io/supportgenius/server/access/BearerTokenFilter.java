package io.supportgenius.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs into the API that show a token. A token that does not count is refused, whoever else may be signed in. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final LocalCommands commands;
    private final Refusals refusals;

    BearerTokenFilter(ApiTokens tokens, LocalCommands commands, Refusals refusals) {
        this.tokens = tokens;
        this.commands = commands;
        this.refusals = refusals;
    }

    /** Whether the request is for the API and shows a token, which no page of another site can make a browser do. */
    static boolean showsToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Refusals.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!showsToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        Optional<Visitor> visitor = commands.visitor(token).or(() -> tokens.visitor(token));
        if (visitor.isEmpty()) {
            refusals.unknownToken(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.as(visitor.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** Long answers end in a dispatch of their own, which asks again who wants them. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
