package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request that brings tickets.
 *
 * @param source null where it names none
 * @param tickets objects, or whatever stands in their place
 * @param own whether they are told by our own names of fields
 */
record BatchDocument(@Nullable String source, List<JsonNode> tickets, boolean own) {

    /** So many tickets are taken at once. */
    static final int MOST_TICKETS = 1_000;

    private static final String TICKETS = "tickets";
    private static final String SOURCE = "source";
    private static final String EXPECTED = "Expected a JSON object like {\"tickets\": [{\"externalId\": \"1\", ...}]}";

    /** Numbers stay as they are written, and no member hides another. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    BatchDocument {
        tickets = List.copyOf(tickets);
    }

    /**
     * Reads a batch in our own form.
     *
     * @throws BatchRefusedException if it is none
     */
    static BatchDocument batch(byte[] body) {
        JsonNode document = parse(body);
        if (!document.isObject()) {
            throw BatchRefusedException.unreadable(EXPECTED + ", but got " + kind(document) + ".");
        }
        for (String member : document.propertyNames()) {
            if (!member.equals(TICKETS) && !member.equals(SOURCE)) {
                throw BatchRefusedException.unreadable(
                        "There is no member \"" + member + "\" beside source and tickets. " + EXPECTED + ".");
            }
        }
        return new BatchDocument(source(document), listed(document.get(TICKETS)), true);
    }

    /**
     * Reads an event: a ticket or a batch in our own form, or whatever a helpdesk sends.
     *
     * @throws BatchRefusedException if it is no JSON
     */
    static BatchDocument event(byte[] body) {
        JsonNode document = parse(body);
        if (document.isObject() && document.has(TicketField.EXTERNAL_ID.apiName())) {
            return new BatchDocument(null, List.of(document), true);
        }
        JsonNode tickets = document.get(TICKETS);
        if (document.isObject()
                && tickets != null
                && tickets.isArray()
                && !tickets.isEmpty()
                && tickets.get(0).has(TicketField.EXTERNAL_ID.apiName())) {
            return batch(body);
        }
        return new BatchDocument(null, List.of(), false);
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            throw BatchRefusedException.unreadable("The body is empty. " + EXPECTED + ".");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            throw BatchRefusedException.unreadable("The body is not JSON"
                    + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr()) + ": "
                    + broken.getOriginalMessage().lines().findFirst().orElse("") + ". " + EXPECTED + ".");
        }
    }

    private static @Nullable String source(JsonNode document) {
        JsonNode source = document.get(SOURCE);
        if (source == null || source.isNull()) {
            return null;
        }
        if (!source.isString()) {
            throw BatchRefusedException.unreadable("source: expected a text, but got " + kind(source) + ".");
        }
        return source.stringValue();
    }

    private static List<JsonNode> listed(@Nullable JsonNode tickets) {
        if (tickets == null || !tickets.isArray()) {
            throw BatchRefusedException.unreadable("tickets: expected a list of tickets, but got "
                    + (tickets == null ? "none" : kind(tickets)) + ". " + EXPECTED + ".");
        }
        if (tickets.isEmpty()) {
            throw BatchRefusedException.unreadable("tickets: expected 1 to 1,000 tickets, but the list is empty.");
        }
        if (tickets.size() > MOST_TICKETS) {
            throw BatchRefusedException.tooLarge("tickets: expected at most 1,000 tickets, but got "
                    + String.format(java.util.Locale.ENGLISH, "%,d", tickets.size())
                    + ": send them in several requests, or as a file to /api/v1/imports.");
        }
        List<JsonNode> listed = new ArrayList<>();
        tickets.forEach(listed::add);
        return listed;
    }

    /** What a value is, for sentences. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }
}
