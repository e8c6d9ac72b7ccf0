package io.supportgenius.server.importing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is settled between the first and the second pass over a file.
 *
 * @param mapping the column of each field
 * @param dates the format of each date field
 * @param numbers how the columns of counts and durations write numbers
 * @param unit the unit of each duration field, absent where its cells state it themselves
 * @param ratingScale the highest number a satisfaction column holds; negative infinity where it holds words
 * @param roundedIds whether a spreadsheet has rounded the long ids
 * @param zone the zone of times without offset
 * @param warnings what was assumed
 */
record ImportPlan(
        ColumnMapping mapping,
        Map<TicketField, DateFormat> dates,
        Map<TicketField, DurationUnit> unit,
        Map<TicketField, NumberStyle> numbers,
        double ratingScale,
        boolean roundedIds,
        ZoneId zone,
        List<String> warnings) {
    /**
     * Settles how to read a file.
     *
     * @param order the order to read dates in where a column leaves it open; null where the user said nothing
     * @throws DecisionNeededException if only the user can settle it
     */
    static ImportPlan of(FileProfile profile, ColumnMapping mapping, ZoneId zone, @Nullable DateOrder order) {
        return of(profile, mapping, null, zone, order);
    }

    /**
     * Settles how to read a file that may be a log.
     *
     * @param log how its events become tickets; null if its rows are tickets
     * @throws DecisionNeededException if only the user can settle it
     */
    static ImportPlan of(
            FileProfile profile,
            ColumnMapping mapping,
            @Nullable EventLog log,
            ZoneId zone,
            @Nullable DateOrder order) {
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
        Map<TicketField, NumberStyle> numbers = new EnumMap<>(TicketField.class);
        boolean zoneNeeded = false;
        double ratingScale = Double.NEGATIVE_INFINITY;
        for (Map.Entry<TicketField, Integer> one : mapping.fields().entrySet()) {
            TicketField field = one.getKey();
            String name = profile.columns().get(one.getValue());
            ColumnProfile column = profile.column(one.getValue());
            switch (field.kind()) {
                case DATE -> {
                    DateFormat format = FormatChoice.of(profile, one.getValue(), order, warnings);
                    dates.put(field, format);
                    zoneNeeded |= column.dates().needsZone() && !format.utc();
                }
                case DURATION -> {
                    DurationUnit unit = DurationUnit.ofHeader(name);
                    if (unit != null) {
                        units.put(field, unit);
                    }
                    numbers.put(field, column.numberStyle(false));
                }
                case RATING -> {
                    ratingScale = column.largest();
                    if (!Ratings.known(ratingScale)) {
                        warnings.add("The ratings in \"" + name
                                + "\" are on no scale that is known, such as 1 to 5 or good and bad;"
                                + " they were left out of customer satisfaction.");
                    }
                }
                case COUNT -> numbers.put(field, column.numberStyle(true));
                case ID, CATEGORY, TEXT, NAME, EMAIL, FLAG -> {}
            }
        }
        warnings.addAll(ImportWarnings.of(profile, mapping, log));
        if (zoneNeeded) {
            warnings.add("Times without offset were read in the zone " + zone + ".");
        }
        return new ImportPlan(
                mapping, dates, units, numbers, ratingScale, roundedIds(profile, mapping), zone, List.copyOf(warnings));
    }

    private static boolean roundedIds(FileProfile profile, ColumnMapping mapping) {
        Integer column = mapping.fields().get(TicketField.EXTERNAL_ID);
        return column != null && profile.column(column).rounded();
    }
}
