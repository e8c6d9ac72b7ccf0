package io.supportgenius.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs every visitor in as the manager of the demo company, anew with each request. */
final class DemoSignInFilter extends OncePerRequestFilter {

    static final Visitor DEMO_MANAGER = new Visitor("Demo manager", Visitor.Role.MANAGER);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                DEMO_MANAGER,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + DEMO_MANAGER.role().name()))));
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
