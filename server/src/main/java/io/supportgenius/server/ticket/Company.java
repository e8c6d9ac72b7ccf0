package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/** A stored company. */
public record Company(
        CompanyId id,
        String name,
        @Nullable String domain,
        @Nullable String timeZone,
        Profile profile) {}
