package io.supportgenius.server.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a column, taken apart once for all the fields that it is held against.
 *
 * @param readings the ways to look it up, the strictest first
 * @param businessHours whether it says that it counts business hours only
 * @param unit the unit of durations that it states; null where it states none
 */
record ColumnName(
        List<String> readings,
        boolean businessHours,
        @Nullable DurationUnit unit) {

    ColumnName {
        readings = List.copyOf(readings);
    }

    static ColumnName of(String header) {
        return new ColumnName(HeaderName.readings(header), BusinessHours.named(header), DurationUnit.ofHeader(header));
    }

    /** The name without anything but letters and digits. */
    String normalised() {
        return readings.get(0);
    }
}
