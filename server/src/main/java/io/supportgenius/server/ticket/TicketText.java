package io.supportgenius.server.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written: subject, first message and tags (never null, may be empty). */
public record TicketText(@Nullable String subject, @Nullable String body, List<String> tags) {

    public TicketText {
        tags = List.copyOf(tags);
    }
}
