package io.supportgenius.server.access;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking.
 *
 * @param account null for the visitor of the demo and for commands on this machine, who have none
 * @param displayName as shown on pages
 * @param role what the visitor may do
 */
public record Visitor(@Nullable AccountId account, String displayName, Role role) implements Principal {

    @Override
    public String getName() {
        return displayName;
    }

    /** Whoever asks in this thread; empty while nobody is signed in. */
    public static Optional<Visitor> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Visitor visitor
                ? Optional.of(visitor)
                : Optional.empty();
    }
}
