package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the kind of customer behind a ticket; every part may be unknown.
 *
 * @param industry for example {@code media}
 * @param supportTier for example {@code Gold}
 * @param location for example {@code Berlin}
 * @param pilot whether the customer takes part in a pilot
 */
public record Profile(
        @Nullable String industry,
        @Nullable String supportTier,
        @Nullable String location,
        @Nullable Boolean pilot) {

    /** Nothing is known. */
    public static final Profile UNKNOWN = new Profile(null, null, null, null);
}
