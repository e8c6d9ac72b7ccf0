package io.supportgenius.server.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * The own account.
 *
 * @param account null in the demo
 * @param saved whether the password was changed just now
 */
record AccountView(@Nullable Person account, boolean saved, FormProblems problems) {

    public @Nullable String problem(String field) {
        return problems.at(field);
    }

    record Person(String name, String email, String role) {}
}
