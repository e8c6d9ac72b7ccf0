package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.Totals;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which days are compared with which: the finished days of a range with as many days right before, or with the days of the same dates a
 * year ago. A day is finished when it lies before today and before the day of the newest event of all tickets, so that the begin of a
 * day, or an export made at noon, is never held against whole days.
 *
 * <p>29 February has no date a year ago, so days that begin or end with it begin or end a day less there. Where one side has a 29
 * February in its midst, it has a day more than the other.
 *
 * @param current finished days of the range; null where there is no comparison
 * @param previous what they are compared with; null where there is no comparison
 * @param unfinished days of the range that are left out; null when there are none
 * @param reason why there is no comparison; null when there is one
 * @param baseline what was asked to compare with
 */
record ComparedDays(
        @Nullable Days current,
        @Nullable Days previous,
        @Nullable Days unfinished,
        @Nullable String reason,
        Baseline baseline) {

    private static final String PERIOD = ".";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /**
     * @param from first day asked for; null for none
     * @param to last day asked for; null for none
     */
    static ComparedDays of(@Nullable LocalDate from, @Nullable LocalDate to, Baseline baseline, Horizon horizon) {
        if (baseline == Baseline.NONE) {
            return without(null, "No comparison was asked for.", baseline);
        }
        if (from == null && to == null) {
            return without(
                    null, "Changes are shown where days are chosen: there is nothing before all days.", baseline);
        }
        LocalDate first = horizon.firstDay();
        LocalDate finished = horizon.lastFinishedDay();
        if (first == null || finished == null) {
            return without(null, "No ticket has a creation time.", baseline);
        }
        if (from == null) {
            return without(null, "The range has no first day, so there are no days to compare with.", baseline);
        }
        LocalDate last = to == null ? from.isAfter(finished) ? from : finished : to;
        Days unfinished = last.isAfter(finished) ? new Days(later(from, finished.plusDays(1)), last) : null;
        LocalDate end = last.isAfter(finished) ? finished : last;
        if (end.isBefore(from)) {
            return without(
                    unfinished,
                    "No day of the range is finished yet; whole days are compared, so far up to " + words(finished)
                            + PERIOD,
                    baseline);
        }
        var current = new Days(from, end);
        Days previous = before(current, current, baseline);
        if (previous == null) {
            return without(unfinished, "A year ago there was no 29 February.", baseline);
        }
        if (previous.first().isBefore(first)) {
            return without(
                    unfinished,
                    (baseline == Baseline.YEAR ? "The same days a year ago, " : "The days right before, ")
                            + (previous.first().equals(previous.last())
                                    ? words(previous.first()) + ", lie"
                                    : "from " + words(previous.first()) + " to " + words(previous.last()) + ", begin")
                            + " before the first ticket of all, of " + words(first) + PERIOD,
                    baseline);
        }
        return new ComparedDays(current, previous, unfinished, null, baseline);
    }

    /** What a part of the current days is compared with; null where it is not wholly among them, or there are no such days. */
    @Nullable
    Days before(Days part) {
        return current == null
                        || part.first().isBefore(current.first())
                        || part.last().isAfter(current.last())
                ? null
                : before(part, current, baseline);
    }

    /** As answers say it; null where nothing is compared. */
    Overview.@Nullable Comparison comparison() {
        return current == null || previous == null
                ? null
                : new Overview.Comparison(
                        baseline.key(), current.iso(), previous.iso(), unfinished == null ? null : unfinished.iso());
    }

    private static @Nullable Days before(Days part, Days whole, Baseline baseline) {
        if (baseline == Baseline.PREVIOUS) {
            long days = ChronoUnit.DAYS.between(whole.first(), whole.last()) + 1;
            return new Days(part.first().minusDays(days), part.last().minusDays(days));
        }
        LocalDate first = part.first().minusYears(1);
        if (first.getDayOfMonth() != part.first().getDayOfMonth()) {
            first = first.plusDays(1);
        }
        LocalDate last = part.last().minusYears(1);
        return last.isBefore(first) ? null : new Days(first, last);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String words(LocalDate day) {
        return DAY.format(day);
    }

    private static ComparedDays without(@Nullable Days unfinished, String reason, Baseline baseline) {
        return new ComparedDays(null, null, unfinished, reason, baseline);
    }

    /** Both inclusive. */
    record Days(LocalDate first, LocalDate last) {

        Overview.Days iso() {
            return new Overview.Days(first.toString(), last.toString());
        }
    }

    /**
     * What is known of time.
     *
     * @param firstDay of the first ticket of all; null when no ticket has a creation time
     * @param lastFinishedDay the last day before today and before the newest event; null when there is no event
     */
    record Horizon(@Nullable LocalDate firstDay, @Nullable LocalDate lastFinishedDay) {

        /** @param newestEvent day of the newest creation or solution of all tickets; null when there is none */
        static Horizon of(@Nullable LocalDate firstDay, @Nullable LocalDate newestEvent, LocalDate today) {
            LocalDate begun = newestEvent == null || newestEvent.isBefore(today) ? newestEvent : today;
            return new Horizon(firstDay, begun == null ? null : begun.minusDays(1));
        }

        /** Of all tickets there are. */
        static Horizon of(TicketFacts facts, LocalDate today) {
            var questions = new Questions();
            Totals all = questions.ask(Totals.KEY, Totals::new);
            questions.answer(facts, Selection.ALL);
            long newest = Math.max(all.lastCreated(), all.lastSolved());
            return of(
                    all.hasCreated() ? TrendDays.day(all.firstCreated(), facts.zone()) : null,
                    newest == Long.MIN_VALUE ? null : TrendDays.day(newest, facts.zone()),
                    today);
        }

        boolean isFinished(LocalDate day) {
            return lastFinishedDay != null && !day.isAfter(lastFinishedDay);
        }
    }
}
