package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses how the dates of a column are read: by its own cells, else by the file's other columns, else by the user. */
final class FormatChoice {
    /** Share of a column's cells that must be dates before it bears witness for another column. */
    private static final double CERTAIN = 0.9;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final FileProfile file;
    private final String column;
    private final DateProfile profile;
    private final List<String> cells;
    private final List<String> warnings;

    private FormatChoice(FileProfile file, int index, List<String> warnings) {
        this.file = file;
        this.column = file.columns().get(index);
        this.profile = file.column(index).dates();
        this.cells = file.column(index).first();
        this.warnings = warnings;
    }

    /**
     * The format of a column.
     *
     * @param wish the order the user asks for where a column leaves it open; null where the user said nothing
     * @param warnings what was assumed is added here
     * @throws DecisionNeededException if only the user can settle it
     */
    static DateFormat of(FileProfile file, int index, @Nullable DateOrder wish, List<String> warnings) {
        FormatChoice choice = new FormatChoice(file, index, warnings);
        DateFormat format = choice.format(wish == null ? HeaderName.order(choice.column) : wish);
        choice.sayWhatIsMixed(format);
        return HeaderName.statesUtc(choice.column)
                ? new DateFormat(format.order(), format.numericOrder(), format.halfDay(), true)
                : format;
    }

    private DateFormat format(@Nullable DateOrder wish) {
        DateFormat format = profile.format(wish);
        DateOrder order = format.numericOrder();
        if (profile.open() && (wish == null || !profile.fits(wish))) {
            return formatOfOtherColumns();
        }
        if (wish != null && order != null && profile.settled() && order != wish) {
            warnings.add("The dates in \"" + column + "\" are " + order.flag() + " and were read so, not as "
                    + wish.flag() + ": only that reads all of them.");
        }
        return format;
    }

    private void sayWhatIsMixed(DateFormat format) {
        DateOrder order = format.numericOrder();
        if (order != null && profile.mixed() > 0) {
            warnings.add("The dates in \"" + column + "\" are written in two orders: " + profile.mixed()
                    + " of them are not " + order.flag()
                    + " as the others are. Their rows are rejected, and other dates of the column may be read wrongly: check how the"
                    + " file was made.");
        }
    }

    /**
     * One export writes all its dates in one way. Where a column leaves the order open, as that of a single week does, the
     * other columns written in the same style settle it, provided that they agree; else only the user can know. The few open cells
     * of a column whose other cells can be read in one way only do not stop an import: their rows are rejected.
     */
    private DateFormat formatOfOtherColumns() {
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        List<String> witnesses = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
            DateProfile other = file.column(i).dates();
            DateOrder order = other.format(null).numericOrder();
            if (order != null
                    && other.settled()
                    && other.share() >= CERTAIN
                    && other.style().equals(profile.style())) {
                orders.add(order);
                witnesses.add("\"" + file.columns().get(i) + "\"");
            }
        }
        if (orders.size() != 1) {
            if (profile.undecided()) {
                throw new DecisionNeededException(question());
            }
            return profile.format(null);
        }
        DateOrder order = orders.iterator().next();
        warnings.add("The dates in \"" + column + "\" could be day first or month first; they were read as "
                + order.flag() + " like " + String.join(", ", witnesses) + ". Change it with --date-order.");
        return profile.format(order);
    }

    private String question() {
        String example = profile.differing();
        DateParts parts = example == null ? null : DateParts.of(example);
        if (parts == null) {
            throw new IllegalStateException("A column is undecided only with an example");
        }
        return "The dates in \"" + column + "\" can be read in two ways and no row settles it: \"" + example + "\" is "
                + day(parts.written(DateOrder.DAY_FIRST)) + " (dmy) or " + day(parts.written(DateOrder.MONTH_FIRST))
                + " (mdy)." + RowOrder.hint(cells)
                + " Say which with --date-order dmy or --date-order mdy (in the API: the field dateOrder).";
    }

    private static String day(@Nullable LocalDateTime time) {
        return time == null ? "no day" : DAY.format(time);
    }
}
