package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single cells of a row; each method answers null for a missing value and rejects what it cannot read. */
final class CellReader {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\ufeff\\u200b]+");
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 300;
    private static final Duration LONGEST_DURATION = Duration.ofDays(200 * 365);
    private final ImportPlan plan;
    private final ZonedTimes times;
    private long damagedIds;
    private long unassigned;

    CellReader(ImportPlan plan, ZonedTimes times) {
        this.plan = plan;
        this.times = times;
    }

    /** The ticket's id: the id column's, or one made from the row where the file has no such column. */
    String externalId(FileRow row) throws RejectedRowException {
        if (!plan.mapping().has(TicketField.EXTERNAL_ID)) {
            return "row-" + fingerprint(row);
        }
        String id = text(row, TicketField.EXTERNAL_ID);
        if (id == null || id.equals("0")) {
            throw rejected(row, TicketField.EXTERNAL_ID, "the ticket id is missing");
        }
        if (Ids.damaged(id, plan.roundedIds())) {
            damagedIds++;
            return "row-" + fingerprint(row);
        }
        if (id.length() > LONGEST_ID) {
            throw rejected(
                    row,
                    TicketField.EXTERNAL_ID,
                    "too long for a ticket id: expected at most " + LONGEST_ID + " characters");
        }
        return id;
    }

    /** Agents whose name says that there is none. */
    long unassigned() {
        return unassigned;
    }

    /** Ids from which a spreadsheet has taken digits; the rows bear ids of their own. */
    long damagedIds() {
        return damagedIds;
    }

    private static String fingerprint(FileRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String cell : row.cells()) {
                digest.update(cell.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Nullable
    String text(FileRow row, TicketField field) {
        Integer column = plan.mapping().fields().get(field);
        if (column == null) {
            return null;
        }
        String cell = row.cell(column);
        return cell.isEmpty() || Placeholders.missing(cell) ? null : cell;
    }

    /** A cell of a column that holds no words; there NA cannot be one. */
    private @Nullable String typed(FileRow row, TicketField field) {
        String cell = text(row, field);
        return cell == null || Placeholders.notAvailable(cell) ? null : cell;
    }

    /** A name or an e-mail address; 0 is how databases write that there is none. */
    @Nullable
    String name(FileRow row, TicketField field) throws RejectedRowException {
        String written = text(row, field);
        if (written == null || written.equals("0")) {
            return null;
        }
        String cell = oneName(written);
        if (cell.isEmpty()) {
            return null;
        }
        if (field == TicketField.AGENT && Placeholders.nobody(cell)) {
            unassigned++;
            return null;
        }
        if (cell.length() > LONGEST_NAME) {
            throw rejected(row, field, "too long for a name: expected at most " + LONGEST_NAME + " characters");
        }
        return cell;
    }

    /** Whatever blanks stand in a name, and however many side by side, it is the same name. */
    private static String oneName(String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char sign = cell.charAt(i);
            plain = sign < 128 ? sign > ' ' || sign == ' ' && cell.charAt(i + 1) != ' ' : !blank(sign);
        }
        return plain ? cell : BLANKS.matcher(cell).replaceAll(" ").strip();
    }

    private static boolean blank(char sign) {
        return Character.isSpaceChar(sign) || Character.isWhitespace(sign) || sign == '\ufeff' || sign == '\u200b';
    }

    @Nullable
    Instant time(FileRow row, TicketField field) throws RejectedRowException {
        String cell = typed(row, field);
        DateFormat format = plan.dates().get(field);
        if (cell == null || format == null || cell.equals("0")) {
            return null;
        }
        WrittenTime time = format.read(withTimeOfDay(row, field, cell));
        if (time == null) {
            throw new RejectedRowException(reject(row, field, format.objection(cell)), !DateFormat.unsureZone(cell));
        }
        return time.placeholder() ? null : times.instant(time);
    }

    private String withTimeOfDay(FileRow row, TicketField field, String day) {
        Integer column = plan.mapping().timesOfDay().get(field);
        String time = column == null ? "" : row.cell(column);
        return time.isEmpty() || Placeholders.missing(time) ? day : day + " " + time;
    }

    /** A duration; a negative one is an error of the source that the figures count as such. */
    @Nullable
    Duration duration(FileRow row, TicketField field) throws RejectedRowException {
        String cell = typed(row, field);
        if (cell == null) {
            return null;
        }
        Duration duration =
                DurationText.read(cell, String.valueOf(plan.mapping().columnOf(field)));
        if (duration == null) {
            duration = number(cell, field);
        }
        if (duration == null) {
            throw rejected(
                    row,
                    field,
                    "not a duration: expected a number in the unit of the column, hours:minutes:seconds, or numbers with units as in 2 h 5 min");
        }
        if (duration.abs().compareTo(LONGEST_DURATION) > 0) {
            throw rejected(
                    row,
                    field,
                    "too long for a duration: expected at most " + LONGEST_DURATION.toDays() / 365 + " years");
        }
        return duration;
    }

    private @Nullable Duration number(String cell, TicketField field) {
        DurationUnit unit = plan.unit().get(field);
        Double number = unit == null ? null : style(field).read(cell);
        return unit == null || number == null ? null : unit.times(number);
    }

    private NumberStyle style(TicketField field) {
        return plan.numbers().getOrDefault(field, NumberStyle.POINT);
    }

    @Nullable
    Integer count(FileRow row, TicketField field) throws RejectedRowException {
        String cell = typed(row, field);
        if (cell == null) {
            return null;
        }
        Integer count = Numbers.readCount(cell, style(field));
        if (count == null) {
            throw rejected(row, field, "not a count: expected a whole number from 0 upwards");
        }
        return count;
    }

    @Nullable
    Boolean flag(FileRow row, TicketField field) throws RejectedRowException {
        String cell = typed(row, field);
        if (cell == null) {
            return null;
        }
        Boolean said = Flags.read(cell);
        if (said != null) {
            return said;
        }
        throw rejected(row, field, "neither yes nor no: expected yes, no, true, false, 1 or 0");
    }

    /** Good or bad; null where the customer was not asked, did not answer, or the scale is not known. */
    @Nullable
    Boolean satisfied(FileRow row) {
        String cell = text(row, TicketField.SATISFACTION);
        if (cell == null) {
            return null;
        }
        return Ratings.satisfied(cell, plan.ratingScale());
    }

    private RejectedRowException rejected(FileRow row, TicketField field, String reason) {
        return new RejectedRowException(reject(row, field, reason));
    }

    private Reject reject(FileRow row, TicketField field, String reason) {
        Integer column = plan.mapping().fields().get(field);
        return new Reject(
                row.line(),
                column == null ? field.apiName() : plan.mapping().columns().get(column),
                column == null ? "" : row.cell(column),
                reason);
    }
}
