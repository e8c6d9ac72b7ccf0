package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The senders of events, and the form for a new one.
 *
 * @param address where events are sent to
 * @param made the secret that was made just now; null for none
 * @param refusal the last request without a right signature, in a sentence; null for none
 */
record WebhooksView(
        String address,
        List<Sender> senders,
        @Nullable String made,
        @Nullable String refusal,
        String name,
        String source,
        FormProblems problems) {

    public @Nullable String problem(String field) {
        return problems.at(field);
    }

    /** The body of the example. */
    public String example() {
        return "{\"externalId\": \"1\", \"created\": \"2026-03-14T15:59:20Z\", \"status\": \"open\", \"subject\": \"Printer\"}";
    }

    /** @param failure when and why something of an event could not be taken; null for never */
    record Sender(
            long id,
            String name,
            String source,
            String created,
            String received,
            @Nullable String failure) {}
}
