package io.supportgenius.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site may send through the browser of the person at this machine.
 *
 * <p>Listening on the loopback address keeps other machines out, but not other sites: a name of theirs can be made to
 * point to this machine (so {@code Host} must be ours), and their pages can post to us (so a request that may change
 * something must come from a page of ours, or from no page at all).
 */
final class SameMachineFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<LoopbackAuthority> host = LoopbackAuthority.parse(request.getHeader(HttpHeaders.HOST));
        if (host.isEmpty()) {
            refuse(response, "The demo answers only requests to this machine, for example to 127.0.0.1.");
        } else if (!SAFE_METHODS.contains(request.getMethod()) && comesFromElsewhere(request, host.get())) {
            refuse(response, "The demo takes changes only from its own pages and from programs on this machine.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean comesFromElsewhere(HttpServletRequest request, LoopbackAuthority host) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreignOrigin = origin != null
                && LoopbackAuthority.parseOrigin(origin)
                        .filter(from -> from.port() == host.port())
                        .isEmpty();
        return foreignOrigin || "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
    }

    private static void refuse(HttpServletResponse response, String detail) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"" + detail
                        + "\"}");
    }
}
