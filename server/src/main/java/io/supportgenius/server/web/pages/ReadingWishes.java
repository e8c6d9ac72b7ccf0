package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.FilePreviews;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.MappingDocument;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How a person wants a file to be read, as the form of its page says.
 *
 * @param zone null for the organisation's
 * @param dateOrder null where the person said nothing
 */
record ReadingWishes(
        MappingDocument mapping,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        String source) {

    /** The value of a column's choice that is no field: keep it under its own name, or not at all. */
    static final String KEEP = "keep";

    static final String LEAVE_OUT = "leaveOut";

    /** Before the number of a column, from 0. */
    static final String COLUMN = "c";

    /**
     * Reads the form.
     *
     * @param columns of the file
     * @throws ImportFailedException if it contradicts itself
     */
    static ReadingWishes of(MultiValueMap<String, String> form, List<String> columns) {
        String order = text(form, "dateOrder");
        String source = text(form, "source");
        return new ReadingWishes(
                mapping(form, columns),
                zone(text(form, "zone")),
                order.isEmpty()
                        ? null
                        : DateOrder.ofFlag(order)
                                .orElseThrow(() -> new ImportFailedException(
                                        "Dates are read as dmy, mdy or ymd, not as " + order + ".")),
                ImportRequest.sourceOf(source));
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable ZoneId zone(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new ImportFailedException(
                    "There is no zone \"" + name + "\"; zones are named like Europe/Berlin.", unknown);
        }
    }

    /** Before anything was chosen everything is recognised; from then on what the form says is everything. */
    private static MappingDocument mapping(MultiValueMap<String, String> form, List<String> columns) {
        if (form.keySet().stream().noneMatch(name -> name.matches(COLUMN + "\\d+"))) {
            return MappingDocument.NONE;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> leaveOut = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String choice = text(form, COLUMN + i);
            if (choice.equals(LEAVE_OUT)) {
                leaveOut.add(columns.get(i));
            } else if (!choice.isEmpty() && !choice.equals(KEEP)) {
                String other = fields.put(choice, columns.get(i));
                if (other != null) {
                    throw new ImportFailedException("Both \"" + other + "\" and \"" + columns.get(i)
                            + "\" are chosen as " + choice + ": choose one of them.");
                }
            }
        }
        FilePreviews.fields().forEach(field -> fields.putIfAbsent(field, ""));
        return new MappingDocument(fields, leaveOut);
    }
}
