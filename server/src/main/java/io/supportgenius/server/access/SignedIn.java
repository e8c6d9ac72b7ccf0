package io.supportgenius.server.access;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** A visitor as Spring Security knows one; roles stand in the table of routes, so there are no authorities. */
final class SignedIn {

    private SignedIn() {}

    static Authentication as(Visitor visitor) {
        return UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of());
    }
}
