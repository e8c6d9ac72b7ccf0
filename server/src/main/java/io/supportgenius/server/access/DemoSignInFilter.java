package io.supportgenius.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs every visitor in as the manager of the demo company, anew with each request. Who may sign in is nothing the demo can say, hence
 * an analyst.
 */
final class DemoSignInFilter extends OncePerRequestFilter {

    static final Visitor DEMO_MANAGER = new Visitor(null, "Demo manager", Role.ANALYST);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.as(DEMO_MANAGER));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** Error pages are pages too: the rules ask again who wants to see them. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
