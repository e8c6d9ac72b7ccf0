package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.summary.TicketDuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What segments are compared in. */
public enum Measure {
    /** Negative tickets among those with a sentiment. */
    NEGATIVE_SHARE(null),
    /** First reply time; negative ones are left out. */
    FIRST_REPLY(TicketDuration.FIRST_REPLY),
    /** Full resolution time; negative ones are left out. */
    FULL_RESOLUTION(TicketDuration.FULL_RESOLUTION);

    /** Those that are durations. */
    static final List<Measure> DURATIONS = List.of(FIRST_REPLY, FULL_RESOLUTION);

    private final @Nullable TicketDuration duration;

    Measure(@Nullable TicketDuration duration) {
        this.duration = duration;
    }

    /** The duration that is compared; null for a share. */
    public @Nullable TicketDuration duration() {
        return duration;
    }
}
