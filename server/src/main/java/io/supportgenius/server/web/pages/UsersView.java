package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Accounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, and the form for somebody new.
 *
 * @param roles there are, by their API names
 * @param newUser the form for somebody new
 * @param link that was made just now; null for none
 * @param saved whether a change was saved just now
 * @param changeProblem why a change could not be; null where it could
 */
record UsersView(
        List<User> users,
        List<String> roles,
        Form newUser,
        @Nullable Made link,
        boolean saved,
        @Nullable String changeProblem) {

    public @Nullable String problem(String field) {
        return newUser.problems().at(field);
    }

    public String name() {
        return newUser.name();
    }

    public String email() {
        return newUser.email();
    }

    public @Nullable String made() {
        return link == null ? null : link.address();
    }

    public @Nullable String madeFor() {
        return link == null ? null : link.person();
    }

    public long linkDays() {
        return Accounts.INVITATION.toDays();
    }

    record User(
            long id,
            String name,
            String email,
            String role,
            boolean active,
            boolean invited,
            boolean you,
            String signedIn) {}

    /** What was filled in so far. */
    record Form(String name, String email, FormProblems problems) {}

    /** A link for a person, whole. */
    record Made(String address, String person) {}
}
