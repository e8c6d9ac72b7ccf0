package io.supportgenius.server.access;

import java.util.Locale;

/** What a person or a program may do; each role includes those before it. */
public enum Role {
    /** Sees every page and figure and takes them along as files. */
    VIEWER,
    /** Also imports tickets and changes settings that figures depend on. */
    ANALYST,
    /** Also says who may sign in. */
    ADMINISTRATOR;

    /** The name in tables, forms and the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String apiName) {
        return valueOf(apiName.toUpperCase(Locale.ROOT));
    }

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The one of the two that may do less. */
    Role atMost(Role other) {
        return includes(other) ? other : this;
    }
}
