package io.supportgenius.server.importing;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The one format a column's dates are read in.
 *
 * @param halfDay whether times carry AM or PM; a cell of the other clock does not belong to the format
 */
record DateFormat(DateOrder order, boolean halfDay) {

    /** What a cell says, or null where it is not written in this format. */
    @Nullable
    WrittenTime read(String cell) {
        DateParts parts = DateParts.of(cell);
        if (parts == null || (parts.timed() && parts.halfDay() != halfDay)) {
            return null;
        }
        LocalDateTime written = parts.written(order);
        return written == null ? null : new WrittenTime(written, parts.offset());
    }

    /** An example of the format, for messages. */
    String example() {
        String time = halfDay ? " 03:59:20 PM" : " 15:59:20";
        return switch (order) {
            case YEAR_FIRST -> "2011-03-14" + time;
            case DAY_FIRST -> "14/03/2011" + time;
            case MONTH_FIRST -> "03/14/2011" + time;
            case SHORT_YEAR_FIRST -> "11-03-14" + time;
            case EPOCH_SECONDS -> "1300118360";
            case EPOCH_MILLISECONDS -> "1300118360000";
        };
    }
}
