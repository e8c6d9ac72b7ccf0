package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is settled between the first and the second pass over a file.
 *
 * @param mapping the column of each field
 * @param dates the format of each date field
 * @param unit the unit of each duration field, absent where its cells state it themselves
 * @param ratingScale the highest number a satisfaction column holds; negative infinity where it holds words
 * @param zone the zone of times without offset
 * @param warnings what was assumed
 */
record ImportPlan(
        ColumnMapping mapping,
        Map<TicketField, DateFormat> dates,
        Map<TicketField, DurationUnit> unit,
        double ratingScale,
        ZoneId zone,
        List<String> warnings) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /**
     * Settles how to read a file.
     *
     * @param order the order to read dates in where a column leaves it open; null where the user said nothing
     * @throws DecisionNeededException if only the user can settle it
     */
    static ImportPlan of(FileProfile profile, ColumnMapping mapping, ZoneId zone, @Nullable DateOrder order) {
        if (!mapping.has(TicketField.EXTERNAL_ID) && !mapping.has(TicketField.CREATED)) {
            throw new DecisionNeededException(
                    "No column was recognised as ticket id or as creation time. The columns are "
                            + String.join(", ", profile.columns())
                            + ". Say which they are with --mapping FILE, a JSON object such as"
                            + " {\"externalId\": \"their column\", \"created\": \"their column\"}.");
        }
        List<String> warnings = new ArrayList<>(mapping.warnings());
        Map<TicketField, DateFormat> dates = new EnumMap<>(TicketField.class);
        Map<TicketField, DurationUnit> units = new EnumMap<>(TicketField.class);
        boolean zoneNeeded = false;
        double ratingScale = Double.NEGATIVE_INFINITY;
        for (Map.Entry<TicketField, Integer> one : mapping.fields().entrySet()) {
            TicketField field = one.getKey();
            String name = profile.columns().get(one.getValue());
            ColumnProfile column = profile.column(one.getValue());
            switch (field.kind()) {
                case DATE -> {
                    dates.put(field, format(name, column.dates(), order, warnings));
                    zoneNeeded |= column.dates().needsZone();
                }
                case DURATION -> {
                    DurationUnit unit = DurationUnit.ofHeader(name);
                    if (unit != null) {
                        units.put(field, unit);
                    }
                }
                case RATING -> ratingScale = column.largest();
                case ID, CATEGORY, TEXT, NAME, EMAIL, FLAG, COUNT -> {}
            }
        }
        warnings.addAll(ImportWarnings.of(profile, mapping));
        if (zoneNeeded) {
            warnings.add("Times without offset were read in the zone " + zone + ".");
        }
        return new ImportPlan(mapping, dates, units, ratingScale, zone, List.copyOf(warnings));
    }

    private static DateFormat format(
            String column, DateProfile profile, @Nullable DateOrder wish, List<String> warnings) {
        if (profile.undecided() && (wish == null || !profile.fits(wish))) {
            throw new DecisionNeededException(question(column, profile));
        }
        DateFormat format = profile.format(wish);
        boolean numbersInDoubt = format.order() == DateOrder.DAY_FIRST || format.order() == DateOrder.MONTH_FIRST;
        if (wish != null && numbersInDoubt && format.order() != wish) {
            warnings.add("The dates in \"" + column + "\" are " + format.order().flag() + " and were read so, not as "
                    + wish.flag() + ": only that reads all of them.");
        }
        return format;
    }

    private static String question(String column, DateProfile profile) {
        String example = profile.differing();
        DateParts parts = example == null ? null : DateParts.of(example);
        if (parts == null) {
            throw new IllegalStateException("A column is undecided only with an example");
        }
        return "The dates in \"" + column + "\" can be read in two ways and no row settles it: \"" + example + "\" is "
                + day(parts.written(DateOrder.DAY_FIRST)) + " (dmy) or " + day(parts.written(DateOrder.MONTH_FIRST))
                + " (mdy). Say which with --date-order dmy or --date-order mdy.";
    }

    private static String day(@Nullable LocalDateTime time) {
        return time == null ? "no day" : DAY.format(time);
    }
}
