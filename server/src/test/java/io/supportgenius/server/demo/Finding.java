package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be read off one draft, and the mood that cannot.
 *
 * @param replyHours from creation to first reply; NaN where there is none
 * @param resolutionHours from creation to solved; NaN where it is not
 */
record Finding(
        ZonedDateTime created,
        double replyHours,
        double resolutionHours,
        int touches,
        String company,
        String industry,
        boolean pilot,
        String channel,
        Mood mood) {

    static List<Finding> all(long tickets, long seed) {
        return DemoCompany.tickets(tickets, seed).map(Finding::of).toList();
    }

    private static Finding of(DemoTicket ticket) {
        TicketDraft draft = ticket.draft();
        Instant created = Objects.requireNonNull(draft.times().created());
        Profile profile =
                draft.company() == null ? Profile.UNKNOWN : draft.company().profile();
        return new Finding(
                created.atZone(ZoneOffset.UTC),
                hours(created, draft.times().firstReply()),
                hours(created, draft.times().solved()),
                Objects.requireNonNull(draft.effort().touches()),
                draft.company() == null ? "" : draft.company().name(),
                Objects.requireNonNullElse(profile.industry(), ""),
                Boolean.TRUE.equals(profile.pilot()),
                Objects.requireNonNull(draft.kind().channel()),
                ticket.mood());
    }

    private static double hours(Instant begin, @Nullable Instant end) {
        return end == null ? Double.NaN : Duration.between(begin, end).toSeconds() / 3600.0;
    }

    int weekday() {
        return created.getDayOfWeek().getValue();
    }

    int hour() {
        return created.getHour();
    }

    int day() {
        return created.getDayOfMonth();
    }

    double timeOfDay() {
        return created.toLocalTime().toSecondOfDay() / 3600.0;
    }

    /** Created from 22 to 6 o'clock. */
    boolean night() {
        return hour() >= 22 || hour() < 6;
    }

    boolean replied() {
        return !Double.isNaN(replyHours);
    }

    boolean unsolved() {
        return Double.isNaN(resolutionHours);
    }
}
