package io.supportgenius.server.access;

import java.security.Principal;

/**
 * The person who is signed in.
 *
 * @param displayName as shown on pages
 * @param role what the person may do
 */
record Visitor(String displayName, Role role) implements Principal {

    /** What a person may do. */
    enum Role {
        /** Sees everything and may import and change settings. */
        MANAGER
    }

    @Override
    public String getName() {
        return displayName;
    }
}
