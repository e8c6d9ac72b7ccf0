package io.supportgenius.analytics.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Reads local clocks in one zone, fast for times that come roughly in order: the offset is looked up only when a time lies
 * outside the span in which the last one holds. Not safe for use by several threads.
 */
public final class ZoneClock {

    private static final int DAY = 86_400;
    private static final int WEEK = 7 * DAY;

    /** 1970-01-01 was a Thursday, three days after the Monday of its week. */
    private static final int EPOCH_IN_WEEK = 3 * DAY;

    private final ZoneRules rules;
    private long from = 1;
    private long to;
    private int offset;

    public ZoneClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /** Hour of the week, 0 (Monday, midnight to one) to 167. */
    public int hourOfWeek(long epochSecond) {
        return (int) (Math.floorMod(local(epochSecond) + EPOCH_IN_WEEK, (long) WEEK) / 3600);
    }

    /** Seconds since midnight as a wall clock shows them, 0 to 86,399. */
    public int secondOfDay(long epochSecond) {
        return (int) Math.floorMod(local(epochSecond), (long) DAY);
    }

    private long local(long epochSecond) {
        if (epochSecond < from || epochSecond >= to) {
            look(epochSecond);
        }
        return epochSecond + offset;
    }

    private void look(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        offset = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
        from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
        to = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
