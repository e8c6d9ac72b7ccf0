package io.supportgenius.server.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns of times of day that belong to a column of days, as spreadsheets have them: {@code Open Date} and {@code Open Time}. A column called
 * only {@code Time} belongs to the creation.
 */
final class TimesOfDay {
    private static final double NEARLY_ALL = 0.9;

    private static final Pattern TIME =
            Pattern.compile("(?:[01]?\\d|2[0-3])[:.hH][0-5]\\d(?:[:.][0-5]\\d)?(?: ?[aApP]\\.? ?[mM]\\.?| ?Uhr| ?h)?");

    private static final Pattern DAY_WORDS = Pattern.compile("date|datum|fecha|data|tag|day|jour|dia|giorno|am$");
    private static final Pattern TIME_WORDS =
            Pattern.compile("timeofday|time|uhrzeit|zeit|hora|heure|orario|ora|tijd|um$");

    private TimesOfDay() {}

    /** The columns by the fields whose days they complete. */
    static Map<TicketField, Integer> of(FileProfile profile, Map<TicketField, Integer> fields, Set<Integer> taken) {
        Map<TicketField, Integer> times = new EnumMap<>(TicketField.class);
        for (Map.Entry<TicketField, Integer> field : fields.entrySet()) {
            if (field.getKey().kind() == TicketField.Kind.DATE
                    && profile.column(field.getValue()).dates().daysOnly()) {
                for (int i = 0; i < profile.columns().size(); i++) {
                    if (!taken.contains(i)
                            && !times.containsValue(i)
                            && belongs(
                                    field.getKey(),
                                    profile.columns().get(field.getValue()),
                                    profile.columns().get(i))
                            && timesOfDay(profile.column(i))) {
                        times.putIfAbsent(field.getKey(), i);
                    }
                }
            }
        }
        return times;
    }

    private static boolean belongs(TicketField field, String day, String time) {
        String name = HeaderName.normalise(time);
        String rest = TIME_WORDS.matcher(name).replaceFirst("");
        if (rest.equals(name)) {
            return false;
        }
        return rest.equals(DAY_WORDS.matcher(HeaderName.normalise(day)).replaceFirst(""))
                || (rest.isEmpty() && field == TicketField.CREATED);
    }

    private static boolean timesOfDay(ColumnProfile column) {
        List<String> cells = column.first().stream()
                .filter(cell -> !cell.isEmpty() && !Placeholders.missing(cell))
                .toList();
        long times = cells.stream().filter(cell -> TIME.matcher(cell).matches()).count();
        return !cells.isEmpty() && times >= NEARLY_ALL * cells.size();
    }
}
