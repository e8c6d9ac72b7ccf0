package io.supportgenius.server.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A requester as a source names them. The e-mail address tells two people apart where there is one, else the name within
 * the company; at least one of name and e-mail is present.
 */
public record CustomerDraft(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String jobTitle) {}
