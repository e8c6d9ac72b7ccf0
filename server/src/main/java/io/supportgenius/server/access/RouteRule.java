package io.supportgenius.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table of routes.
 *
 * @param least the role that is needed at least; null where nobody needs to sign in
 */
record RouteRule(
        HttpMethod method, PathPattern path, @Nullable Role least) {

    boolean covers(PathContainer asked) {
        return path.matches(asked);
    }

    /** Who may see a page's body may see its headers alone, too. */
    boolean covers(String askedMethod) {
        return method.matches(askedMethod) || method == HttpMethod.GET && HttpMethod.HEAD.matches(askedMethod);
    }
}
