package io.supportgenius.server.importing.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Where the tickets are in a JSON text. Answers of helpdesks' interfaces wrap their list in an object with counts and links. A ticket may hold lists as
 * well, but names itself by an id before them; what has an id of its own and then a list called tickets is an export that bears a number.
 */
final class JsonShape {
    private static final Set<String> TICKETS = Set.of(
            "tickets",
            "issues",
            "conversations",
            "incidents",
            "requests",
            "cases",
            "result",
            "results",
            "records",
            "items",
            "rows",
            "values",
            "value",
            "data",
            "entries",
            "hits",
            "docs");
    private static final Set<String> BESIDE = Set.of(
            "users",
            "organizations",
            "groups",
            "contacts",
            "customers",
            "agents",
            "brands",
            "metricsets",
            "fields",
            "customfields",
            "comments",
            "tags",
            "attachments",
            "links",
            "errors",
            "warnings",
            "warningmessages");
    private static final Set<String> NAMES_A_TICKET = Set.of(
            "id",
            "key",
            "number",
            "ticketid",
            "subject",
            "createdat",
            "created",
            "sysid",
            "casenumber",
            "caseid",
            "incidentid",
            "issueid",
            "conversationid");

    /** Lists that no ticket holds. */
    private static final Set<String> ALWAYS = Set.of("tickets", "issues", "incidents", "cases", "records");

    private final JsonReading reading;
    private @Nullable List<String> other;
    private boolean record;

    private JsonShape(JsonReading reading) {
        this.reading = reading;
    }

    /** The keys that lead to the list of tickets; empty where the objects of the text are the tickets. */
    static List<String> list(JsonReading reading) {
        JsonToken token = reading.next();
        boolean inList = token == JsonToken.START_ARRAY;
        if (inList) {
            token = reading.next();
        }
        if (token != JsonToken.START_OBJECT) {
            return List.of();
        }
        JsonShape shape = new JsonShape(reading);
        List<String> best = shape.within(List.of());
        boolean certain = best != null && !inList && ALWAYS.contains(letters(best.get(best.size() - 1)));
        if (shape.record && !certain) {
            return List.of();
        }
        return best != null ? best : shape.other != null ? shape.other : List.of();
    }

    /** The list with a ticket's name, as soon as one is found; null where there is none in an object. */
    private @Nullable List<String> within(List<String> path) {
        for (JsonToken token = reading.next(); token != JsonToken.END_OBJECT; token = reading.next()) {
            String key = reading.key();
            List<String> here = new ArrayList<>(path);
            here.add(key);
            JsonToken value = reading.next();
            List<String> found = null;
            if (value == JsonToken.START_OBJECT) {
                found = path.isEmpty() ? within(here) : skipped();
            } else if (value == JsonToken.START_ARRAY) {
                found = holdsObjects() ? list(key, here) : null;
            } else {
                record |= path.isEmpty() && NAMES_A_TICKET.contains(letters(key));
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable List<String> skipped() {
        reading.skip();
        return null;
    }

    private @Nullable List<String> list(String key, List<String> path) {
        if (record ? ALWAYS.contains(letters(key)) : TICKETS.contains(letters(key))) {
            return path;
        }
        if (other == null && !BESIDE.contains(letters(key)) && path.size() == 1) {
            other = path;
        }
        return null;
    }

    /** Passes over a list; an empty one could hold objects. */
    private boolean holdsObjects() {
        JsonToken first = reading.next();
        boolean objects = first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY;
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = reading.next()) {
            reading.skip();
        }
        return objects;
    }

    private static String letters(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
