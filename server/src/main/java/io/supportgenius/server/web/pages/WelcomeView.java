package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Account;
import io.supportgenius.server.access.Accounts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form to choose a password.
 *
 * @param link what makes the visitor entitled to it
 * @param invalid whether the link does not count
 * @param person who was invited; null for the first administrator
 */
record WelcomeView(
        String link, boolean invalid, @Nullable String person, String name, String email, FormProblems problems) {

    static WelcomeView of(
            String link, Optional<Accounts.Link> known, String name, String email, FormProblems problems) {
        Account account = known.map(Accounts.Link::account).orElse(null);
        return new WelcomeView(
                link,
                known.isEmpty(),
                account == null ? null : account.name(),
                name,
                account == null ? email : account.email(),
                problems);
    }

    public @Nullable String problem(String field) {
        return problems.at(field);
    }
}
