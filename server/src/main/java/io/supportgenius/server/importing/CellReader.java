package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single cells of a row; each method answers null for a missing value and rejects what it cannot read. */
final class CellReader {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 300;
    private static final Duration LONGEST_DURATION = Duration.ofDays(200 * 365);
    private static final double RATING_SCALE = 5;
    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0");
    private static final Set<String> GOOD =
            Set.of("good", "satisfied", "very satisfied", "extremely satisfied", "happy", "great", "positive");
    private static final Set<String> BAD = Set.of(
            "bad",
            "dissatisfied",
            "unsatisfied",
            "very dissatisfied",
            "not satisfied",
            "unhappy",
            "not good",
            "negative");

    private final ImportPlan plan;
    private final ZonedTimes times;

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
        if (id.length() > LONGEST_ID) {
            throw rejected(
                    row,
                    TicketField.EXTERNAL_ID,
                    "too long for a ticket id: expected at most " + LONGEST_ID + " characters");
        }
        return id;
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

    /** A name or an e-mail address; 0 is how databases write that there is none. */
    @Nullable
    String name(FileRow row, TicketField field) throws RejectedRowException {
        String cell = text(row, field);
        if (cell == null || cell.equals("0")) {
            return null;
        }
        if (cell.length() > LONGEST_NAME) {
            throw rejected(row, field, "too long for a name: expected at most " + LONGEST_NAME + " characters");
        }
        return cell;
    }

    @Nullable
    Instant time(FileRow row, TicketField field) throws RejectedRowException {
        String cell = text(row, field);
        DateFormat format = plan.dates().get(field);
        if (cell == null || format == null || cell.equals("0")) {
            return null;
        }
        WrittenTime time = format.read(cell);
        if (time == null) {
            throw rejected(
                    row, field, "not a date as the rest of the column: expected one such as " + format.example());
        }
        return time.placeholder() ? null : times.instant(time);
    }

    /** A duration; a negative one is an error of the source that the figures count as such. */
    @Nullable
    Duration duration(FileRow row, TicketField field) throws RejectedRowException {
        String cell = text(row, field);
        if (cell == null) {
            return null;
        }
        Duration duration = DurationUnit.read(cell, plan.unit().get(field));
        if (duration == null) {
            throw rejected(
                    row,
                    field,
                    "not a duration: expected a number in the unit of the column, or hours:minutes:seconds");
        }
        if (duration.abs().compareTo(LONGEST_DURATION) > 0) {
            throw rejected(
                    row,
                    field,
                    "too long for a duration: expected at most " + LONGEST_DURATION.toDays() / 365 + " years");
        }
        return duration;
    }

    @Nullable
    Integer count(FileRow row, TicketField field) throws RejectedRowException {
        String cell = text(row, field);
        if (cell == null) {
            return null;
        }
        Integer count = Numbers.readCount(cell);
        if (count == null) {
            throw rejected(row, field, "not a count: expected a whole number from 0 upwards");
        }
        return count;
    }

    @Nullable
    Boolean flag(FileRow row, TicketField field) throws RejectedRowException {
        String cell = text(row, field);
        if (cell == null) {
            return null;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
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
        String word = cell.toLowerCase(Locale.ROOT);
        if (GOOD.contains(word)) {
            return true;
        }
        if (BAD.contains(word)) {
            return false;
        }
        Double rating = Numbers.read(cell);
        boolean known = plan.ratingScale() > 1 && plan.ratingScale() <= RATING_SCALE;
        return rating == null || !known || rating < 1 ? null : rating >= 4;
    }

    private RejectedRowException rejected(FileRow row, TicketField field, String reason) {
        Integer column = plan.mapping().fields().get(field);
        return new RejectedRowException(new Reject(
                row.line(),
                column == null ? field.apiName() : plan.mapping().columns().get(column),
                column == null ? "" : row.cell(column),
                reason));
    }
}
