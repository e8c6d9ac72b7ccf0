package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for what holds for everybody.
 *
 * @param zones to choose from
 * @param saved whether it was saved just now
 * @param following whether figures do not show the zone yet
 * @param changeable whether the visitor may change it
 */
record OrganisationView(
        String name,
        String zone,
        List<Zone> zones,
        boolean saved,
        boolean following,
        boolean changeable,
        FormProblems problems) {

    public @Nullable String problem(String field) {
        return problems.at(field);
    }

    /** @param label how far it is ahead of UTC now */
    record Zone(String id, String label) {}
}
