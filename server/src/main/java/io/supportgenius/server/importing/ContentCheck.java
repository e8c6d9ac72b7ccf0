package io.supportgenius.server.importing;

import org.jspecify.annotations.Nullable;

/** Whether a column's cells can be what its name promises. */
final class ContentCheck {
    private static final double MOST = 0.5;
    private static final double NEARLY_ALL = 0.9;

    private ContentCheck() {}

    /**
     * Compares a column with a field of the same name.
     *
     * @return null where it fits, else why not, as the end of a sentence that begins with the column
     */
    static @Nullable String objection(TicketField field, String header, ColumnProfile column) {
        if (column.values() == 0) {
            // An empty resolution column says that nothing was solved; any other empty column does no harm either.
            return null;
        }
        return switch (field.kind()) {
            case ID -> column.coordinateShare() > MOST ? "its values are coordinates" : null;
            case DATE -> column.dates().share() >= MOST ? null : "its values are not dates";
            case EMAIL -> column.emailShare() >= MOST ? null : "its values are not e-mail addresses";
            case FLAG -> column.flagShare() >= NEARLY_ALL ? null : "its values are not yes or no";
            case COUNT -> column.numberShare() >= MOST ? null : "its values are not numbers";
            case NAME -> noDates(column);
            case CATEGORY -> category(field, column);
            case DURATION -> duration(header, column);
            case TEXT, RATING -> null;
        };
    }

    private static @Nullable String noDates(ColumnProfile column) {
        return column.dates().share() > MOST ? "its values are dates" : null;
    }

    private static @Nullable String category(TicketField field, ColumnProfile column) {
        if (column.coordinateShare() > MOST) {
            return "its values are coordinates";
        }
        if (column.almostAllDistinct()) {
            return "its values are almost all different";
        }
        if (field == TicketField.STATUS && column.twoLetterShare() > MOST) {
            return "its values are codes of two letters, as of states and countries";
        }
        if (field == TicketField.LOCATION && column.numberShare() > MOST) {
            return "its values are numbers";
        }
        return noDates(column);
    }

    private static @Nullable String duration(String header, ColumnProfile column) {
        if (column.clockShare() > MOST) {
            return null;
        }
        if (column.numberShare() + column.clockShare() < MOST) {
            return "its values are not durations";
        }
        return DurationUnit.ofHeader(header) == null ? "its name states no unit" : null;
    }
}
