package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A company as a source names it. Two drafts of one source with the same name, ignoring case, are one company.
 *
 * @param name never blank
 * @param domain internet domain, for example {@code example.org}
 * @param timeZone zone name, for example {@code Europe/Berlin}
 */
public record CompanyDraft(
        String name, @Nullable String domain, @Nullable String timeZone, Profile profile) {}
