package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns by what their cells look like, where their names say nothing and the content leaves hardly a doubt. A column whose name
 * says something that we do not understand is left alone: the day of a purchase lies before everything else in a ticket, and yet the
 * ticket was not created then.
 */
final class ContentRecognition {
    /** The fields that content alone can tell. */
    static final List<TicketField> FIELDS =
            List.of(TicketField.EXTERNAL_ID, TicketField.CREATED, TicketField.REQUESTER_EMAIL, TicketField.TEXT);

    private static final double NEARLY_ALL = 0.9;
    private static final int LONGEST_ID = 40;
    private static final int LENGTH_OF_TEXT = 60;
    /** Up to so many rows all values of a column are compared. */
    private static final long COMPARED = 1_000;

    private final FileProfile profile;
    private final Map<TicketField, Integer> fields;
    private final Set<Integer> taken;

    ContentRecognition(FileProfile profile, Map<TicketField, Integer> fields, Set<Integer> taken) {
        this.profile = profile;
        this.fields = fields;
        this.taken = taken;
    }

    /** The column that must be the field; empty where there is none or more than one. */
    Optional<Integer> columnOf(TicketField field) {
        if (profile.rows() == 0) {
            return Optional.empty();
        }
        return switch (field) {
            case EXTERNAL_ID -> open().filter(this::id).boxed().findFirst();
            case CREATED -> only(open().filter(this::created).boxed().toList());
            case REQUESTER_EMAIL -> only(open().filter(this::email).boxed().toList());
            case TEXT -> only(open().filter(this::text).boxed().toList());
            default -> Optional.empty();
        };
    }

    private IntStream open() {
        return IntStream.range(0, profile.columns().size())
                .filter(column -> !taken.contains(column)
                        && HeaderName.saysNothing(profile.columns().get(column))
                        && profile.column(column).values() > 0);
    }

    private static Optional<Integer> only(List<Integer> columns) {
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private boolean full(ColumnProfile column) {
        return column.values() == profile.rows();
    }

    /** Something short in every row that no two rows share. */
    private boolean id(int index) {
        ColumnProfile column = profile.column(index);
        boolean different = column.distinctSoFar()
                && (profile.rows() <= COMPARED || column.strictlyOrdered())
                && column.damaged() == 0;
        return full(column)
                && different
                && column.longest() <= LONGEST_ID
                && column.spacedShare() == 0
                && column.emailShare() == 0
                && column.coordinateShare() == 0
                && column.dates().writtenShare() == 0
                && column.clockShare() == 0;
    }

    private boolean email(int index) {
        return profile.column(index).emailShare() > NEARLY_ALL;
    }

    private boolean text(int index) {
        ColumnProfile column = profile.column(index);
        return column.averageLength() >= LENGTH_OF_TEXT && column.spacedShare() > NEARLY_ALL;
    }

    /** A date in every row that is never later than another date of its row. */
    private boolean created(int index) {
        ColumnProfile column = profile.column(index);
        if (!full(column) || column.dates().writtenShare() < NEARLY_ALL || logOfEvents()) {
            return false;
        }
        List<Integer> others = new ArrayList<>();
        for (int other = 0; other < profile.columns().size(); other++) {
            if (other != index && profile.column(other).dates().writtenShare() > NEARLY_ALL) {
                others.add(other);
            }
        }
        return others.stream().allMatch(other -> neverLater(column, profile.column(other)));
    }

    /** In a file with several rows per ticket a date is that of an event. */
    private boolean logOfEvents() {
        Integer id = fields.get(TicketField.EXTERNAL_ID);
        return id != null && !profile.column(id).distinctSoFar();
    }

    private static boolean neverLater(ColumnProfile one, ColumnProfile other) {
        DateFormat format = one.dates().format(DateOrder.DAY_FIRST);
        DateFormat otherFormat = other.dates().format(DateOrder.DAY_FIRST);
        int earlier = 0;
        for (int row = 0; row < Math.min(one.first().size(), other.first().size()); row++) {
            LocalDateTime time = written(format, one.first().get(row));
            LocalDateTime otherTime = written(otherFormat, other.first().get(row));
            if (time != null && otherTime != null) {
                if (time.isAfter(otherTime)) {
                    return false;
                }
                earlier += time.isBefore(otherTime) ? 1 : 0;
            }
        }
        return earlier > 0;
    }

    private static @Nullable LocalDateTime written(DateFormat format, String cell) {
        WrittenTime time = cell.isEmpty() ? null : format.read(cell);
        return time == null || time.placeholder() ? null : time.written();
    }
}
