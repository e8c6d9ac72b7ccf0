package io.supportgenius.server.importing.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads the records of a JSON text one after the other. */
final class JsonReading implements AutoCloseable {
    /** Characters of one record, with some for the room that each value takes. */
    private static final long LARGEST_RECORD = 1 << 26;

    private static final int VALUE = 50;

    private final String name;
    private final JsonParser parser;
    private final List<String> list;
    private long size;

    /**
     * @param list the keys that lead to the list of records in an object around it; empty where the objects themselves are the records
     */
    JsonReading(Reader text, String name, List<String> list, FileLimits limits) {
        this.name = name;
        this.list = list;
        this.parser = factory(limits).createParser(ObjectReadContext.empty(), text);
    }

    private static JsonFactory factory(FileLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.fieldLength())
                        .maxNameLength(Math.max(limits.columnName(), 1_000))
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
    }

    /** Moves on; null at the end of the text. */
    @Nullable
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    /** The key that was read last. */
    String key() {
        return String.valueOf(parser.currentName());
    }

    /** Passes over what has begun with the token read last. */
    void skip() {
        try {
            parser.skipChildren();
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    private UnreadableFileException broken(JacksonException broken) {
        if (broken.getCause() instanceof IOException unreadable) {
            return TicketFiles.unreadable(name, unreadable);
        }
        String place = broken.getLocation() == null
                ? ""
                : " at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
        String reason =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
        return new UnreadableFileException(
                name + " is not well-formed JSON" + place + ": " + reason.replaceAll("[.;:,]*$", "") + ".", broken);
    }

    /**
     * Hands over the records.
     *
     * @return whether these were all; false where the consumer wanted no more
     */
    boolean forEach(RecordConsumer consumer) {
        for (JsonToken token = next(); token != null; token = next()) {
            if (!root(token, consumer)) {
                return false;
            }
        }
        return true;
    }

    /** Around records there may be one list, or there may be none, as in files of a record on each line. */
    private boolean root(JsonToken token, RecordConsumer consumer) {
        if (token != JsonToken.START_ARRAY) {
            return oneOf(token, consumer);
        }
        for (JsonToken one = next(); one != JsonToken.END_ARRAY; one = next()) {
            if (!oneOf(one, consumer)) {
                return false;
            }
        }
        return true;
    }

    private boolean oneOf(@Nullable JsonToken token, RecordConsumer consumer) {
        refuseOthers(token);
        return list.isEmpty() ? consumer.accept(line(), record()) : within(0, consumer);
    }

    private boolean within(int depth, RecordConsumer consumer) {
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            boolean wanted = key().equals(list.get(depth));
            JsonToken value = next();
            boolean more = true;
            if (wanted && depth + 1 < list.size() && value == JsonToken.START_OBJECT) {
                more = within(depth + 1, consumer);
            } else if (wanted && depth + 1 == list.size() && value == JsonToken.START_ARRAY) {
                more = records(consumer);
            } else {
                skip();
            }
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private boolean records(RecordConsumer consumer) {
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            refuseOthers(token);
            if (!consumer.accept(line(), record())) {
                return false;
            }
        }
        return true;
    }

    private void refuseOthers(@Nullable JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw new UnreadableFileException(name + " holds something else than objects among its tickets, at line "
                    + line() + ": each ticket must be an object of keys and values.");
        }
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Characters read so far. */
    long characters() {
        return parser.currentLocation().getCharOffset();
    }

    private Map<String, @Nullable Object> record() {
        size = 0;
        return object();
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String key = Texts.storable(key());
            count(key.length());
            object.put(key, value(next()));
        }
        return object;
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            count(0);
            return object();
        }
        if (token == JsonToken.START_ARRAY) {
            count(0);
            List<@Nullable Object> values = new ArrayList<>();
            for (JsonToken one = next(); one != JsonToken.END_ARRAY; one = next()) {
                values.add(value(one));
            }
            return values;
        }
        try {
            String text = token == JsonToken.VALUE_NULL ? null : Texts.storable(parser.getString());
            count(text == null ? 0 : text.length());
            return text;
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    /** What is no ticket, but a list of all of them in an unknown place, must not fill the memory. */
    private void count(int length) {
        size += VALUE + length;
        if (size > LARGEST_RECORD) {
            throw new UnreadableFileException(name + " holds an object at line " + line()
                    + " that is too large for a ticket: expected a list of tickets, or a ticket on each line.");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /** Takes records. */
    @FunctionalInterface
    interface RecordConsumer {

        /**
         * @param line on which the record begins
         * @return whether more are wanted
         */
        boolean accept(long line, Map<String, @Nullable Object> record);
    }
}
