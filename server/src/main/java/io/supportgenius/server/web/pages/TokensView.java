package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of programs, and the form for a new one.
 *
 * @param made the token that was made just now; null for none
 * @param roles that a new token can have, by their API names
 */
record TokensView(
        List<Token> tokens, @Nullable String made, String name, int days, List<String> roles, FormProblems problems) {

    public @Nullable String problem(String field) {
        return problems.at(field);
    }

    record Token(long id, String name, String owner, String role, String created, String expires, String used) {}
}
