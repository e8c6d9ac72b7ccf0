package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.DashboardView.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of customers on the customer dashboard.
 *
 * @param verdict whether there are groups, in a sentence
 * @param found whether there are
 * @param basis how many were compared, and how many not
 * @param kinds companies or requesters; the name is the address
 * @param again address to ask again at where the answer is not there yet; null when it is there
 */
record GroupsView(
        String verdict,
        boolean found,
        String basis,
        List<Choice> kinds,
        List<Group> groups,
        String file,
        @Nullable String again) {

    /**
     * @param ticketsHref null where there are too many members for an address
     * @param members the first of them
     * @param more how many more there are, in words; null for none
     */
    record Group(
            String name,
            String size,
            String tickets,
            @Nullable String ticketsHref,
            List<Common> common,
            List<Member> members,
            @Nullable String more) {}

    /** What the members have in common, with the tickets of the group behind it. */
    record Common(
            String sentence,
            @Nullable String tickets,
            @Nullable String href) {}

    record Member(String name, String href, String tickets) {}
}
