package io.supportgenius.server.importing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time as a cell writes it.
 *
 * @param offset null where the cell states none
 */
record WrittenTime(LocalDateTime written, @Nullable ZoneOffset offset) {

    /** Days that helpdesks and databases write for "no date". */
    private static final Set<LocalDate> PLACEHOLDERS =
            Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1), LocalDate.of(9999, 12, 31));

    /** Whether this stands for a missing value. */
    boolean placeholder() {
        return PLACEHOLDERS.contains(written.toLocalDate());
    }
}
