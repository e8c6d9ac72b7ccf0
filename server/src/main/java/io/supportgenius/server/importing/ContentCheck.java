package io.supportgenius.server.importing;

import org.jspecify.annotations.Nullable;

/** Whether a column's cells can be what its name promises. */
final class ContentCheck {
    private static final double MOST = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final int LONGEST_RATING = 40;

    private ContentCheck() {}

    /**
     * Compares a column with a field of the same name.
     *
     * @return null where it fits, else why not, as the end of a sentence that begins with the column
     */
    static @Nullable String objection(TicketField field, String header, ColumnProfile column) {
        if (column.values() == 0) {
            DurationUnit unit = DurationUnit.ofHeader(header);
            // A mise à jour is no number of days.
            if (field.kind() == TicketField.Kind.DATE && unit != null && unit != DurationUnit.DAYS) {
                return "its name states a unit";
            }
            // An empty resolution column says that nothing was solved; any other empty column does no harm either.
            return null;
        }
        return switch (field.kind()) {
            case ID -> id(column);
            case DATE -> date(column);
            case EMAIL -> column.emailShare() >= MOST ? null : "its values are not e-mail addresses";
            case FLAG -> column.flagShare() >= NEARLY_ALL ? null : "its values are not yes or no";
            case COUNT -> column.numberShare() >= MOST ? null : "its values are not numbers";
            case NAME -> column.coordinateShare() > MOST ? "its values are coordinates" : noDates(column);
            case CATEGORY -> category(field, column);
            case DURATION -> duration(header, column);
            case RATING -> rating(column);
            case TEXT -> null;
        };
    }

    private static @Nullable String id(ColumnProfile column) {
        if (column.coordinateShare() > MOST) {
            return "its values are coordinates";
        }
        return noDates(column);
    }

    private static @Nullable String date(ColumnProfile column) {
        DateProfile dates = column.dates();
        if (dates.share() >= MOST || dates.spreadsheetShare() >= NEARLY_ALL) {
            return null;
        }
        return dates.unsureZoneShare() + dates.share() >= MOST
                ? "its times name the zone " + dates.unsureZone()
                        + ", which means different offsets in different countries; an offset such as +02:00 can be read"
                : "its values are not dates";
    }

    private static @Nullable String noDates(ColumnProfile column) {
        return column.dates().writtenShare() > MOST ? "its values are dates" : null;
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

    private static @Nullable String rating(ColumnProfile column) {
        if (column.averageLength() > LONGEST_RATING || (column.almostAllDistinct() && column.numberShare() < MOST)) {
            return "its values are texts";
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
