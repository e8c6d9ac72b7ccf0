package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    /** Share of a column's cells that must be dates before it bears witness for another column. */
    private static final double CERTAIN = 0.9;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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
        boolean zoneNeeded = false;
        double ratingScale = Double.NEGATIVE_INFINITY;
        for (Map.Entry<TicketField, Integer> one : mapping.fields().entrySet()) {
            TicketField field = one.getKey();
            String name = profile.columns().get(one.getValue());
            ColumnProfile column = profile.column(one.getValue());
            switch (field.kind()) {
                case DATE -> {
                    dates.put(field, format(profile, one.getValue(), order, warnings));
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
        warnings.addAll(ImportWarnings.of(profile, mapping, log));
        if (zoneNeeded) {
            warnings.add("Times without offset were read in the zone " + zone + ".");
        }
        return new ImportPlan(mapping, dates, units, ratingScale, zone, List.copyOf(warnings));
    }

    private static DateFormat format(FileProfile file, int index, @Nullable DateOrder wish, List<String> warnings) {
        String column = file.columns().get(index);
        DateProfile profile = file.column(index).dates();
        if (profile.undecided() && (wish == null || !profile.fits(wish))) {
            return formatOfOtherColumns(file, column, profile, warnings);
        }
        DateFormat format = profile.format(wish);
        if (wish != null && profile.settled() && format.order() != wish) {
            warnings.add("The dates in \"" + column + "\" are " + format.order().flag() + " and were read so, not as "
                    + wish.flag() + ": only that reads all of them.");
        }
        return format;
    }

    /**
     * One export writes all its dates in one way. Where a column leaves the order open, as that of a single week does, the
     * other columns written in the same style settle it, provided that they agree; else only the user can know.
     */
    private static DateFormat formatOfOtherColumns(
            FileProfile file, String column, DateProfile profile, List<String> warnings) {
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        List<String> witnesses = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
            DateProfile other = file.column(i).dates();
            if (other.settled() && other.share() >= CERTAIN && other.style().equals(profile.style())) {
                orders.add(other.format(null).order());
                witnesses.add("\"" + file.columns().get(i) + "\"");
            }
        }
        if (orders.size() != 1) {
            throw new DecisionNeededException(question(column, profile));
        }
        DateOrder order = orders.iterator().next();
        warnings.add("The dates in \"" + column + "\" could be day first or month first; they were read as "
                + order.flag() + " like " + String.join(", ", witnesses) + ". Change it with --date-order.");
        return profile.format(order);
    }

    private static String question(String column, DateProfile profile) {
        String example = profile.differing();
        DateParts parts = example == null ? null : DateParts.of(example);
        if (parts == null) {
            throw new IllegalStateException("A column is undecided only with an example");
        }
        return "The dates in \"" + column + "\" can be read in two ways and no row settles it: \"" + example + "\" is "
                + day(parts.written(DateOrder.DAY_FIRST)) + " (dmy) or " + day(parts.written(DateOrder.MONTH_FIRST))
                + " (mdy). Say which with --date-order dmy or --date-order mdy (in the API: the field dateOrder).";
    }

    private static String day(@Nullable LocalDateTime time) {
        return time == null ? "no day" : DAY.format(time);
    }
}
