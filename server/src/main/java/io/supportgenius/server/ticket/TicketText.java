package io.supportgenius.server.ticket;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was written: subject, first message and tags (never null, may be empty). */
public record TicketText(@Nullable String subject, @Nullable String body, List<String> tags) {

    public TicketText {
        tags = List.copyOf(tags);
    }

    /** Subject and first message as one text, the subject in a line of its own; empty where there is neither. */
    public String whole() {
        return Stream.of(subject, body)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining("\n"));
    }
}
