package io.supportgenius.server.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a request pass if the table of routes gives it to the visitor's role. */
final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final RouteTable table;

    RouteAuthorization(RouteTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        PathContainer path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()
                : RequestPath.parse(request.getRequestURI(), request.getContextPath())
                        .pathWithinApplication();
        RouteTable.Answer answer = table.ask(request.getMethod(), path);
        return new Decision(answer, mayPass(answer, authentication));
    }

    /** Who is asking is looked up only where it matters. */
    private static boolean mayPass(
            RouteTable.Answer answer, Supplier<? extends @Nullable Authentication> authentication) {
        if (!(answer instanceof RouteTable.Rule found)) {
            return false;
        }
        Role least = found.rule().least();
        if (least == null) {
            return true;
        }
        Authentication asking = authentication.get();
        return asking != null
                && asking.getPrincipal() instanceof Visitor visitor
                && visitor.role().includes(least);
    }

    /** @param answer why */
    record Decision(RouteTable.Answer answer, boolean granted) implements AuthorizationResult {

        @Override
        public boolean isGranted() {
            return granted;
        }
    }
}
