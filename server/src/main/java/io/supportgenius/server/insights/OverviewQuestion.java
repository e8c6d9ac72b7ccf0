package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.Cohort;
import io.supportgenius.analytics.summary.CohortsBySegment;
import io.supportgenius.analytics.summary.CohortsBySegment.Rating;
import io.supportgenius.analytics.summary.FlowBySegment;
import io.supportgenius.analytics.summary.Periods;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.TimeSegments;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import io.supportgenius.server.insights.Overview.Change;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.insights.Overview.Response;
import io.supportgenius.server.insights.Overview.Trend;
import io.supportgenius.server.insights.OverviewMeasure.Happenings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the overview on its way. The line of time is cut at every day that matters: the begins of the trend's periods and of the
 * days that are compared. What happened is then counted once for each piece, and every figure is put together from pieces: one pass over
 * the tickets of the days for what became of them, one over all tickets for solutions and backlog.
 */
final class OverviewQuestion {

    private final TicketSelection asked;
    private final Snapshot snapshot;
    private final TicketFacts facts;
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Horizon horizon;
    private final ComparedDays compared;
    private final @Nullable Periods periods;
    /** What each of the periods is compared with; null for those that are not. */
    private final List<@Nullable Days> periodsBefore;

    private final @Nullable LocalDate backlogDay;
    private final TimeSegments segments;
    private final Totals created;
    private final Totals onAnyDay;
    private final CategoryCounts states;
    private final CohortsBySegment cohorts;
    private final FlowBySegment flow;

    /**
     * @param onAnyDaySelection the filters of what was asked, without its days
     * @param baseline what is compared with
     * @param today in the organisation's zone
     */
    OverviewQuestion(
            TicketSelection asked, Selection onAnyDaySelection, Snapshot snapshot, Baseline baseline, LocalDate today) {
        this.asked = asked;
        this.snapshot = snapshot;
        this.facts = snapshot.facts();
        horizon = Horizon.of(facts, today);
        compared = ComparedDays.of(asked.from(), asked.to(), baseline, horizon);
        int status = facts.index(Dimension.STATUS);
        var known = new Questions();
        onAnyDay = known.ask(Totals.KEY, Totals::new);
        states = known.ask(CategoryCounts.key(status), () -> new CategoryCounts(status));
        known.answer(facts, onAnyDaySelection);
        periods = TrendDays.of(asked, onAnyDay, today, facts.zone());
        periodsBefore = new ArrayList<>();
        if (periods != null && compared.current() != null) {
            periods.list()
                    .forEach(period -> periodsBefore.add(compared.before(new Days(period.first(), period.last()))));
        }
        backlogDay = asked.to() != null || asked.from() == null || periods == null ? asked.to() : last(periods);
        segments = segments();
        created = totals(onAnyDaySelection.created(
                asked.from() == null ? Long.MIN_VALUE : begin(asked.from()),
                asked.to() == null ? Long.MAX_VALUE : end(asked.to())));
        int satisfaction = facts.index(Dimension.SATISFACTION);
        cohorts = new CohortsBySegment(
                segments,
                facts.index(Dimension.SENTIMENT),
                new Rating(
                        satisfaction,
                        facts.dictionary(satisfaction).codes("good"),
                        facts.dictionary(satisfaction).codes("bad")));
        facts.scan(onAnyDaySelection.created(firstOfCohorts(), lastOfCohorts()), cohorts::accept);
        flow = new FlowBySegment(segments);
        facts.scan(onAnyDaySelection, flow::accept);
    }

    private Totals totals(Selection selection) {
        var questions = new Questions();
        Totals totals = questions.ask(Totals.KEY, Totals::new);
        questions.answer(facts, selection);
        return totals;
    }

    private static LocalDate last(Periods periods) {
        return periods.list().get(periods.list().size() - 1).last();
    }

    private TimeSegments segments() {
        var moments = new ArrayList<Long>();
        if (asked.from() != null) {
            moments.add(begin(asked.from()));
        }
        if (asked.to() != null) {
            moments.add(end(asked.to()));
        }
        if (periods != null) {
            periods.list().forEach(period -> {
                moments.add(begin(period.first()));
                moments.add(end(period.last()));
            });
        }
        var others = new ArrayList<@Nullable Days>(periodsBefore);
        others.add(compared.current());
        others.add(compared.previous());
        for (Days days : others) {
            if (days != null) {
                moments.add(begin(days.first()));
                moments.add(end(days.last()));
            }
        }
        return new TimeSegments(moments);
    }

    private long begin(LocalDate day) {
        return day.atStartOfDay(facts.zone()).toEpochSecond();
    }

    private long end(LocalDate day) {
        return begin(day.plusDays(1));
    }

    private long firstOfCohorts() {
        Days previous = compared.previous();
        if (asked.from() == null) {
            return Long.MIN_VALUE;
        }
        return begin(previous == null ? asked.from() : previous.first());
    }

    private long lastOfCohorts() {
        return asked.to() == null ? Long.MAX_VALUE : end(asked.to());
    }

    Overview compose() {
        Happenings now = now();
        Days current = compared.current();
        Days previous = compared.previous();
        Happenings after = current == null ? null : sameAsAsked(current) ? now : happenings(current);
        Happenings before = previous == null ? null : happenings(previous);
        if (compared.reason() != null) {
            reasons.put("comparison", compared.reason());
        }
        List<Happenings> series = periods == null
                ? null
                : periods.list().stream()
                        .map(period -> happenings(new Days(period.first(), period.last())))
                        .toList();
        List<@Nullable Happenings> seriesBefore = new ArrayList<>();
        periodsBefore.forEach(days -> seriesBefore.add(days == null ? null : happenings(days)));
        if (periods == null) {
            reasons.put("trend", "No ticket of the selection has a creation time.");
        }
        var figures = new LinkedHashMap<String, @Nullable Figure>();
        for (OverviewMeasure measure : OverviewMeasure.values()) {
            String reason = reason(measure, now);
            if (reason == null) {
                figures.put(measure.key(), figure(measure, now, after, before, series, seriesBefore));
            } else {
                figures.put(measure.key(), null);
                reasons.put(measure.key(), reason);
            }
        }
        if (now.cohort().rated() > 0 && now.cohort().solved() == 0) {
            reasons.put("response", "No ticket of the selection has been solved, so nobody was asked for a rating.");
        }
        return new Overview(
                Dashboard.Selected.of(asked, created, snapshot),
                Objects.toString(horizon.lastFinishedDay(), null),
                Objects.toString(backlogDay, null),
                flow.solvedAtUnknownTime(),
                compared.comparison(),
                periods == null ? null : trend(periods),
                figures,
                reasons);
    }

    private boolean isRanged() {
        return asked.from() != null || asked.to() != null;
    }

    private boolean sameAsAsked(Days days) {
        return days.first().equals(asked.from()) && days.last().equals(asked.to());
    }

    /** What happened in the days asked for; without any, to all tickets, also those at unknown times. */
    private Happenings now() {
        if (!isRanged()) {
            Cohort all = cohorts.all();
            return new Happenings(all, all.solved(), all.tickets() - all.solved());
        }
        int first = asked.from() == null ? 0 : segments.beginning(begin(asked.from()));
        int last = asked.to() == null ? segments.size() : segments.beginning(end(asked.to()));
        int endOfBacklog = backlogDay == null ? last : segments.beginning(end(backlogDay));
        return new Happenings(
                cohorts.between(first, last), flow.solved(first, last), flow.waitingAtBegin(endOfBacklog));
    }

    private Happenings happenings(Days days) {
        int first = segments.beginning(begin(days.first()));
        int last = segments.beginning(end(days.last()));
        return new Happenings(cohorts.between(first, last), flow.solved(first, last), flow.waitingAtBegin(last));
    }

    private Figure figure(
            OverviewMeasure measure,
            Happenings now,
            @Nullable Happenings after,
            @Nullable Happenings before,
            @Nullable List<Happenings> series,
            List<@Nullable Happenings> seriesBefore) {
        Reading reading = measure.read(now);
        Reading compare = after == null ? null : after == now ? reading : measure.read(after);
        Reading previous = before == null ? null : measure.read(before);
        Change change = compare == null || previous == null ? null : measure.change(previous, compare);
        return new Figure(
                measure.unit().key(),
                reading.value(),
                reading.p90(),
                reading.low(),
                reading.high(),
                reading.n(),
                reading.tickets(),
                measure == OverviewMeasure.CSAT ? response(now.cohort()) : null,
                compare,
                previous,
                change,
                series == null ? null : series.stream().map(measure::read).toList(),
                seriesBefore.isEmpty() ? null : read(measure, seriesBefore));
    }

    private static List<@Nullable Reading> read(OverviewMeasure measure, List<@Nullable Happenings> series) {
        var readings = new ArrayList<@Nullable Reading>();
        series.forEach(days -> readings.add(days == null ? null : measure.read(days)));
        return readings;
    }

    private static Response response(Cohort cohort) {
        Double rate = cohort.solved() == 0 ? null : (double) cohort.ratedAndSolved() / cohort.solved();
        return new Response(rate, cohort.ratedAndSolved(), cohort.solved());
    }

    /** Why a figure cannot be had; null when it can. */
    private @Nullable String reason(OverviewMeasure measure, Happenings now) {
        Cohort cohort = now.cohort();
        return switch (measure) {
            case CREATED -> null;
            case SOLVED -> solvedReason();
            case BACKLOG -> nothingSaysSolved();
            case FIRST_REPLY_TIME ->
                cohort.firstReply().n() > 0
                        ? null
                        : noDuration("a first reply time", cohort.firstReply().negative(), cohort);
            case FULL_RESOLUTION_TIME ->
                cohort.fullResolution().n() > 0
                        ? null
                        : noDuration(
                                "a full resolution time",
                                cohort.fullResolution().negative(),
                                cohort);
            case NEGATIVE_SHARE ->
                cohort.sentiments().scored() > 0 ? null : noTicketHas("an English text to judge by", cohort);
            case CSAT -> cohort.rated() > 0 ? null : noTicketHas("a rating", cohort);
        };
    }

    private @Nullable String nothingSaysSolved() {
        return onAnyDay.tickets() > 0 && onAnyDay.solved() == 0 && states.count(0) == onAnyDay.tickets()
                ? "No ticket says whether it was solved: none has a status or a time of its solution."
                : null;
    }

    private @Nullable String solvedReason() {
        if (isRanged() && flow.solved() == 0 && flow.solvedAtUnknownTime() > 0) {
            return "Tickets have been solved, but none of them says when.";
        }
        return nothingSaysSolved();
    }

    private static String noDuration(String what, long negative, Cohort cohort) {
        return negative == 0
                ? noTicketHas(what, cohort)
                : "Every one lies before the creation of its ticket, which cannot be.";
    }

    private static String noTicketHas(String what, Cohort cohort) {
        return cohort.tickets() == 0
                ? "No ticket of the selection was created in these days."
                : "No ticket of the selection has " + what + ".";
    }

    private Trend trend(Periods all) {
        var before = new ArrayList<Overview.@Nullable Days>();
        periodsBefore.forEach(period -> before.add(period == null ? null : period.iso()));
        return new Trend(
                TrendDays.name(all.unit()),
                all.list().stream()
                        .map(period -> TrendDays.period(period, all.unit(), horizon))
                        .toList(),
                before.isEmpty() ? null : before);
    }
}
