package io.supportgenius.server.importing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Turns written times into instants. Times without offset are read in one zone; in the hour that a zone skips they move
 * forward by the gap, in the hour it has twice they take the earlier offset, both as java.time does, and both are counted.
 */
final class ZonedTimes {
    private final ZoneId zone;
    private long skipped;
    private long repeated;

    ZonedTimes(ZoneId zone) {
        this.zone = zone;
    }

    Instant instant(WrittenTime time) {
        if (time.offset() != null) {
            return time.written().toInstant(time.offset());
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(time.written());
        if (change != null) {
            if (change.isGap()) {
                skipped++;
            } else {
                repeated++;
            }
        }
        return time.written().atZone(zone).toInstant();
    }

    /** Times that do not exist in the zone because clocks were put forward. */
    long skipped() {
        return skipped;
    }

    /** Times that exist twice in the zone because clocks were put back. */
    long repeated() {
        return repeated;
    }
}
