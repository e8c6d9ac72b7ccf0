package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The defaults an import takes without asking, said so that they can be changed. */
final class ImportWarnings {
    private static final double CERTAIN = 0.9;

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
            warnings.add("No column holds a creation time; the tickets are in no date range."
                    + otherDates(profile, mapping));
        }
        days(profile, mapping, warnings);
        if (log == null || !log.tellsSolved()) {
            times(mapping, warnings);
        }
        if (profile.shortRows() > 0) {
            warnings.add(Counted.of(profile.shortRows(), "row has", "rows have")
                    + " fewer fields than the header; what is lacking counts as missing.");
        }
        codes(profile, mapping, warnings);
        placeholders(profile, mapping, warnings);
        empty(profile, warnings);
        return warnings;
    }

    private static void days(FileProfile profile, ColumnMapping mapping, List<String> warnings) {
        String days = mapping.fields().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == TicketField.Kind.DATE
                        && !mapping.timesOfDay().containsKey(entry.getKey())
                        && profile.column(entry.getValue()).dates().daysOnly())
                .map(entry -> "\"" + profile.columns().get(entry.getValue()) + "\"")
                .collect(Collectors.joining(", "));
        if (!days.isEmpty()) {
            warnings.add("The dates in " + days + " have no time of day: they were read as midnight.");
        }
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

    /** Dates that were not taken for the creation because their name says something else, or nothing we know. */
    private static String otherDates(FileProfile profile, ColumnMapping mapping) {
        String dates = mapping.attributes().stream()
                .filter(column -> profile.column(column).dates().writtenShare() >= CERTAIN)
                .map(column -> "\"" + profile.columns().get(column) + "\"")
                .collect(Collectors.joining(", "));
        return dates.isEmpty() ? "" : " If one of the columns " + dates + " is it, a mapping can say so.";
    }

    private static void codes(FileProfile profile, ColumnMapping mapping, List<String> warnings) {
        Desk desk = mapping.desk();
        if (desk == null) {
            return;
        }
        String columns = mapping.fields().entrySet().stream()
                .filter(entry -> desk.codes(entry.getKey())
                        && profile.column(entry.getValue()).numberShare() >= CERTAIN)
                .map(entry -> "\"" + profile.columns().get(entry.getValue()) + "\"")
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
            warnings.add(
                    "The columns are those of " + desk + "; its codes in " + columns + " were written out as words.");
        }
    }

    private static void placeholders(FileProfile profile, ColumnMapping mapping, List<String> warnings) {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < profile.columns().size(); i++) {
            ColumnProfile column = profile.column(i);
            Optional<TicketField> field = mapping.fieldOf(i);
            long missing = column.placeholders();
            String example = column.placeholder();
            if (field.isPresent()) {
                long zeros = zeros(field.get(), column);
                long days = field.get().kind() == TicketField.Kind.DATE
                        ? column.dates().placeholders()
                        : 0;
                long letters = typed(field.get()) ? column.notAvailable() : 0;
                missing += zeros + days + letters;
                if (example == null) {
                    example = days > 0 ? "1 January 1970" : zeros > 0 ? "0" : "NA";
                }
            }
            if (missing > 0) {
                read.add(missing + " of \"" + profile.columns().get(i) + "\" (such as " + example + ")");
            }
        }
        if (!read.isEmpty()) {
            warnings.add("Placeholders were read as missing values: " + String.join(", ", read) + ".");
        }
    }

    private static long zeros(TicketField field, ColumnProfile column) {
        return switch (field.kind()) {
            case DATE, NAME, EMAIL -> column.zeros();
            case ID, CATEGORY, TEXT, FLAG, COUNT, RATING, DURATION -> 0;
        };
    }

    private static boolean typed(TicketField field) {
        return switch (field.kind()) {
            case DATE, FLAG, COUNT, DURATION -> true;
            case ID, CATEGORY, TEXT, NAME, EMAIL, RATING -> false;
        };
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
