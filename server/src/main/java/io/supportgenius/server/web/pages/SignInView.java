package io.supportgenius.server.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * The form to sign in.
 *
 * @param next where to go then; null for the overview
 */
record SignInView(
        @Nullable String next,
        @Nullable String problem,
        @Nullable String notice) {}
