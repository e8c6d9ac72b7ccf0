package io.supportgenius.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Remembers who is signed in. A session holds the number of the account and nothing else about it: what the person may do is looked up
 * with each request, so that a new role or an end of access counts at once and on every server. A session that is older
 * than the account's present generation, as after a change of the password, counts no more.
 */
@Component
public final class AccountSessions implements SecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final String GENERATION = "generation";
    /** A working day without a request. */
    private static final Duration IDLE = Duration.ofHours(12);

    private final AccountTable accounts;

    AccountSessions(AccountTable accounts) {
        this.accounts = accounts;
    }

    /** @deprecated by Spring Security in favour of {@link #loadDeferredContext}; the interface still asks for it */
    @Deprecated
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        find(request).ifPresent(row -> context.setAuthentication(SignedIn.as(row.visitor())));
        return context;
    }

    private Optional<AccountTable.Row> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Long account)
                || !(session.getAttribute(GENERATION) instanceof Integer generation)) {
            return Optional.empty();
        }
        return accounts.find(new AccountId(account))
                .filter(row -> row.account().active() && row.generation() == generation);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Visitor visitor
                && visitor.account() != null) {
            remember(request, visitor.account());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
        }
    }

    /** Binds the visitor's session to an account, as it is now. */
    public void remember(HttpServletRequest request, AccountId account) {
        HttpSession session = request.getSession();
        // Whoever else may know the session's word does not know the next one.
        request.changeSessionId();
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(ACCOUNT, account.value());
        session.setAttribute(GENERATION, accounts.find(account).orElseThrow().generation());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    /** Looks into the session when somebody asks, and only once. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private Optional<SecurityContext> loaded = Optional.empty();

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (loaded.isEmpty()) {
                loaded = Optional.of(load(request));
            }
            return loaded.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
