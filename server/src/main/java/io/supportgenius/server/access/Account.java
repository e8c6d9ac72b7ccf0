package io.supportgenius.server.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param active whether the person may still sign in
 * @param invited whether the person has not chosen a password yet
 * @param signedIn when the person signed in last; null for never
 */
public record Account(
        AccountId id,
        String email,
        String name,
        Role role,
        boolean active,
        boolean invited,
        Instant created,
        @Nullable Instant signedIn) {}
