package io.supportgenius.server.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that helpdesks, spreadsheets and open-data portals give to the columns of our fields, in several languages, read once
 * from {@code importing/column-names.*.txt}.
 */
final class ColumnNames {
    /** English first: helpdesks whose pages speak another language often export English names all the same. */
    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "de", "fr", "it", "nl");

    private static final Map<TicketField, Map<String, Integer>> RANKS = read();

    private ColumnNames() {}

    /** Place of a normalised name among the names of a field, 0 = best, or -1 where it is none of them. */
    static int rank(TicketField field, String normalised) {
        Map<String, Integer> names = RANKS.get(field);
        return names == null ? -1 : names.getOrDefault(normalised, -1);
    }

    private static Map<TicketField, Map<String, Integer>> read() {
        Map<TicketField, Map<String, Integer>> ranks = new EnumMap<>(TicketField.class);
        for (String language : LANGUAGES) {
            try (BufferedReader lines = open(language)) {
                lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> add(ranks, line));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        for (TicketField field : TicketField.values()) {
            add(ranks, field, field.apiName());
        }
        // A column of times and a column of durations bear one name: what it holds tells them apart.
        addAll(ranks, TicketField.FIRST_REPLY, TicketField.FIRST_REPLY_TIME);
        addAll(ranks, TicketField.SOLVED, TicketField.FULL_RESOLUTION_TIME);
        return ranks;
    }

    private static BufferedReader open(String language) {
        String name = "/importing/column-names." + language + ".txt";
        InputStream resource = ColumnNames.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The program lacks " + name);
        }
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    }

    private static void add(Map<TicketField, Map<String, Integer>> ranks, String line) {
        int colon = line.indexOf(':');
        TicketField field = TicketField.ofApiName(line.substring(0, Math.max(0, colon)))
                .orElseThrow(() -> new IllegalStateException("No field in the names of columns: " + line));
        for (String name : line.substring(colon + 1).split(",")) {
            add(ranks, field, name);
            add(ranks, field, withoutUmlauts(name));
        }
    }

    private static void add(Map<TicketField, Map<String, Integer>> ranks, TicketField field, String name) {
        Map<String, Integer> names = ranks.computeIfAbsent(field, key -> new HashMap<>());
        for (String reading : List.of(HeaderName.normalise(name), HeaderName.withoutArticles(name))) {
            if (!reading.isEmpty()) {
                names.putIfAbsent(reading, names.size());
            }
        }
    }

    private static void addAll(Map<TicketField, Map<String, Integer>> ranks, TicketField to, TicketField from) {
        Map<String, Integer> names = ranks.computeIfAbsent(to, key -> new HashMap<>());
        Map<String, Integer> further = ranks.getOrDefault(from, Map.of());
        further.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> names.putIfAbsent(entry.getKey(), names.size()));
    }

    private static String withoutUmlauts(String name) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
    }
}
