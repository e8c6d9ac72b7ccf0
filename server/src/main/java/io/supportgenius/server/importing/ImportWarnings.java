package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The defaults an import takes without asking, said so that they can be changed. */
final class ImportWarnings {
    private ImportWarnings() {}

    /** What follows from the columns a file has, lacks, or holds nothing in. */
    static List<String> of(FileProfile profile, ColumnMapping mapping, @Nullable EventLog log) {
        List<String> warnings = new ArrayList<>();
        if (!mapping.has(TicketField.EXTERNAL_ID)) {
            warnings.add(
                    "No column holds a ticket id; ids were made from the rows' contents, so a row that changes comes"
                            + " in as a new ticket.");
        }
        if (log != null) {
            warnings.addAll(log.warnings());
        } else if (!mapping.has(TicketField.CREATED)) {
            warnings.add("No column holds a creation time; the tickets are in no date range.");
        }
        if (log == null || !log.tellsSolved()) {
            times(mapping, warnings);
        }
        if (profile.shortRows() > 0) {
            warnings.add(
                    profile.shortRows() + " rows have fewer fields than the header; what they lack counts as missing.");
        }
        placeholders(profile, warnings);
        empty(profile, warnings);
        return warnings;
    }

    private static void times(ColumnMapping mapping, List<String> warnings) {
        if (!mapping.has(TicketField.SOLVED)) {
            if (mapping.has(TicketField.FULL_RESOLUTION_TIME)) {
                warnings.add("No column holds the time of the solution; it was computed from \""
                        + mapping.columnOf(TicketField.FULL_RESOLUTION_TIME) + "\".");
            } else if (mapping.resolutionRefused() != null) {
                warnings.add(
                        "\"" + mapping.resolutionRefused() + "\" could not be read as the resolution, so no ticket has"
                                + " one. A column of durations must end its name with the unit, as in \"in hours\"; to take the closing"
                                + " time instead, map solved and fullResolutionTime to null.");
            } else if (mapping.closedIsSolved()) {
                warnings.add("No column holds the time of the solution; the full resolution time ends with \""
                        + mapping.columnOf(TicketField.CLOSED) + "\".");
            }
        }
        if (!mapping.has(TicketField.FIRST_REPLY) && mapping.has(TicketField.FIRST_REPLY_TIME)) {
            warnings.add("No column holds the time of the first reply; it was computed from \""
                    + mapping.columnOf(TicketField.FIRST_REPLY_TIME) + "\".");
        }
    }

    private static void placeholders(FileProfile profile, List<String> warnings) {
        String read = IntStream.range(0, profile.columns().size())
                .filter(i -> profile.column(i).placeholders() > 0)
                .mapToObj(i -> profile.column(i).placeholders() + " of \""
                        + profile.columns().get(i) + "\" (such as "
                        + profile.column(i).placeholder() + ")")
                .collect(Collectors.joining(", "));
        if (!read.isEmpty()) {
            warnings.add("Placeholders were read as missing values: " + read + ".");
        }
    }

    private static void empty(FileProfile profile, List<String> warnings) {
        String empty = IntStream.range(0, profile.columns().size())
                .filter(i -> profile.column(i).values() == 0)
                .mapToObj(i -> profile.columns().get(i))
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            warnings.add("Columns without any value: " + empty + ".");
        }
    }
}
