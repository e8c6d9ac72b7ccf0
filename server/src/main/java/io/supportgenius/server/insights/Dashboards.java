package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.DurationDistribution;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.TicketDuration;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.Dashboard.DimensionCounts;
import io.supportgenius.server.insights.Dashboard.Heatmap;
import io.supportgenius.server.insights.Dashboard.Selected;
import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import io.supportgenius.server.insights.Overview.Reading;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the ticket dashboard. */
@Service
public class Dashboards {
    private static final String NOT_CREATED =
            "No ticket of the selection has a creation time: the column is missing or empty.";

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Clock clock;

    Dashboards(LiveFacts facts, SelectionResolver resolver, Clock clock) {
        this.facts = facts;
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * @param by a further dimension to count by, for example {@code channel} or {@code attribute.Product}; null for none
     * @param baseline what it is compared with
     * @throws InvalidSelectionException if the selection names something that does not exist
     */
    public Dashboard answer(TicketSelection selection, @Nullable String by, Baseline baseline) {
        Snapshot snapshot = facts.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), snapshot.facts().zone());
        ComparedDays days = ComparedDays.of(
                selection.from(), selection.to(), baseline, ComparedDays.Horizon.of(snapshot.facts(), today));
        Answer answer = answer(selection, by, snapshot);
        Days current = days.current();
        Days previous = days.previous();
        if (days.reason() != null) {
            answer.reasons.put("comparison", days.reason());
        }
        if (current == null || previous == null) {
            return answer.compose();
        }
        Answer now = current.last().equals(selection.to()) ? answer : answer(within(selection, current), by, snapshot);
        Answer before = answer(within(selection, previous), by, snapshot);
        return answer.compose()
                .with(new DashboardComparison(
                        days.baseline().key(),
                        current.iso(),
                        previous.iso(),
                        days.unfinished() == null ? null : days.unfinished().iso(),
                        changes(before, now),
                        now == answer ? null : now.compose(),
                        before.compose()));
    }

    private Answer answer(TicketSelection selection, @Nullable String by, Snapshot snapshot) {
        return new Answer(
                selection,
                by,
                snapshot,
                resolver.resolve(selection, snapshot.facts()),
                clock.instant().getEpochSecond());
    }

    private static TicketSelection within(TicketSelection selection, Days days) {
        return new TicketSelection(days.first(), days.last(), selection.filters(), selection.q());
    }

    /** Whether more or fewer of the tickets are solved by now says how old they are, so neither is better. */
    private static Map<String, Changed> changes(Answer before, Answer now) {
        var changes = new LinkedHashMap<String, Changed>();
        changes.put("created", change(OverviewMeasure.CREATED, before, now, Answer::created));
        changes.put("solved", change(OverviewMeasure.CREATED, before, now, Answer::solved));
        changes.put("unsolved", change(OverviewMeasure.CREATED, before, now, Answer::unsolved));
        changes.put(
                "firstReplyTime",
                change(
                        OverviewMeasure.FIRST_REPLY_TIME,
                        before,
                        now,
                        answer -> OverviewMeasure.duration(answer.firstReply)));
        changes.put(
                "fullResolutionTime",
                change(
                        OverviewMeasure.FULL_RESOLUTION_TIME,
                        before,
                        now,
                        answer -> OverviewMeasure.duration(answer.fullResolution)));
        changes.put("negativeShare", change(OverviewMeasure.NEGATIVE_SHARE, before, now, Answer::negativeShare));
        return changes;
    }

    private static Changed change(
            OverviewMeasure measure, Answer before, Answer now, Function<Answer, Reading> reading) {
        Reading earlier = reading.apply(before);
        Reading later = reading.apply(now);
        return new Changed(measure.unit().key(), later, earlier, measure.change(earlier, later));
    }

    /** Values with their counts, most tickets first, equal ones in alphabetical order, missing ones last among equals. */
    static List<CategoryCount> counts(TicketFacts facts, int dimension, CategoryCounts counts) {
        var list = new ArrayList<CategoryCount>();
        for (int code = 0; code < facts.dictionary(dimension).size(); code++) {
            if (counts.count(code) > 0) {
                list.add(new CategoryCount(facts.dictionary(dimension).value(code), counts.count(code)));
            }
        }
        list.sort(Comparator.comparingLong(CategoryCount::tickets)
                .reversed()
                .thenComparing(CategoryCount::value, Comparator.nullsLast(Comparator.naturalOrder())));
        return list;
    }

    /** One answer on its way. */
    private static final class Answer {

        private final TicketSelection asked;
        private final @Nullable String by;
        private final long now;
        private final Snapshot snapshot;
        private final TicketFacts facts;
        private final Selection selection;
        private final Map<String, String> reasons = new LinkedHashMap<>();
        private final Totals totals;
        private final HourOfWeekGrid grid;
        private final CategoryCounts tiers;
        private final CategoryCounts industries;
        private final CategoryCounts sentiments;
        private final CategoryCounts states;
        private final @Nullable CategoryCounts others;
        private final int other;
        private final DurationDistribution firstReply = new DurationDistribution(TicketDuration.FIRST_REPLY);
        private final DurationDistribution fullResolution = new DurationDistribution(TicketDuration.FULL_RESOLUTION);
        private final FitQuestion replyByHour;
        private final FitQuestion resolutionByTouches;
        private final SentimentPanels moods;

        Answer(TicketSelection asked, @Nullable String by, Snapshot snapshot, Selection selection, long now) {
            this.now = now;
            this.asked = asked;
            this.by = by;
            this.snapshot = snapshot;
            this.facts = snapshot.facts();
            this.selection = selection;
            var questions = new Questions();
            totals = questions.ask(Totals.KEY, Totals::new);
            grid = questions.ask(HourOfWeekGrid.KEY, HourOfWeekGrid::new);
            tiers = counts(questions, facts.index(Dimension.SUPPORT_TIER));
            industries = counts(questions, facts.index(Dimension.INDUSTRY));
            sentiments = counts(questions, facts.index(Dimension.SENTIMENT));
            other = by == null ? -1 : index(by);
            others = by == null ? null : counts(questions, other);
            states = counts(questions, facts.index(Dimension.STATUS));
            questions.ask(firstReply);
            questions.ask(fullResolution);
            replyByHour = new FitQuestion(MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY, facts, questions);
            resolutionByTouches = new FitQuestion(MeasurePair.RESOLUTION_BY_TOUCHES, facts, questions);
            questions.answer(facts, selection);
            moods = new SentimentQuestion(facts, selection).answer(asked, totals, other);
        }

        private static CategoryCounts counts(Questions questions, int dimension) {
            return questions.ask(CategoryCounts.key(dimension), () -> new CategoryCounts(dimension));
        }

        private int index(String name) {
            int index = facts.index(new Dimension(name));
            if (index < 0) {
                throw new InvalidSelectionException(
                        List.of(new Problem("by", name, "Tickets cannot be counted by this name.")));
            }
            return index;
        }

        Reading created() {
            return OverviewMeasure.count(totals.tickets());
        }

        Reading solved() {
            return OverviewMeasure.count(totals.solved());
        }

        Reading unsolved() {
            return OverviewMeasure.count(totals.tickets() - totals.solved());
        }

        Reading negativeShare() {
            return OverviewMeasure.negativeShare(moods.all());
        }

        Dashboard compose() {
            if (totals.tickets() > 0 && totals.solved() == 0 && states.count(0) == totals.tickets()) {
                reasons.put(
                        "solved",
                        "No ticket of the selection says whether it was solved: it has neither a status nor a time.");
            }
            return new Dashboard(
                    Selected.of(asked, totals, snapshot),
                    totals.tickets(),
                    totals.solved(),
                    totals.implausible(),
                    timeProblems(),
                    heatmap(),
                    known("bySupportTier", "support tier", facts.index(Dimension.SUPPORT_TIER), tiers),
                    known("byIndustry", "industry", facts.index(Dimension.INDUSTRY), industries),
                    known("bySentiment", "sentiment", facts.index(Dimension.SENTIMENT), sentiments),
                    byDimension(),
                    sentiment(),
                    figures("firstReplyTime", "a first reply time", firstReply),
                    figures("fullResolutionTime", "been solved", fullResolution),
                    fit("firstReplyByHour", replyByHour, totals.replied(), "a first reply time"),
                    fit("resolutionByTouches", resolutionByTouches, totals.touched(), "a number of agent replies"),
                    null,
                    reasons);
        }

        /** Tickets are only looked through where the totals say that there is something to find. */
        private Map<String, Long> timeProblems() {
            boolean future = Math.max(totals.lastCreated(), Math.max(totals.lastSolved(), totals.lastReplied())) > now;
            var found = new LinkedHashMap<String, Long>();
            for (TimeFinding finding : TimeFinding.values()) {
                boolean possible = switch (finding) {
                    case CREATED_MISSING -> totals.undated() > 0;
                    case IN_FUTURE -> future;
                    default -> totals.implausible() > 0;
                };
                found.put(finding.key(), possible ? facts.count(selection.with(finding.condition(now))) : 0L);
            }
            return found;
        }

        private @Nullable Heatmap heatmap() {
            if (undated()) {
                reasons.put("heatmap", NOT_CREATED);
                return null;
            }
            return new Heatmap(grid.counts());
        }

        private @Nullable List<CategoryCount> known(String key, String name, int dimension, CategoryCounts counts) {
            if (totals.tickets() > 0 && counts.count(0) == totals.tickets()) {
                reasons.put(key, "No ticket of the selection has a known " + name + ".");
                return null;
            }
            return Dashboards.counts(facts, dimension, counts);
        }

        private @Nullable DimensionCounts byDimension() {
            return by == null || others == null
                    ? null
                    : new DimensionCounts(by, Dashboards.counts(facts, other, others));
        }

        private @Nullable SentimentPanels sentiment() {
            if (totals.tickets() > 0 && moods.all().scored() == 0) {
                reasons.put("sentiment", "No ticket of the selection has an English text to judge by.");
                return null;
            }
            return moods;
        }

        private @Nullable DurationFigures figures(String key, String what, DurationDistribution distribution) {
            if (distribution.n() == 0) {
                reasons.put(
                        key,
                        undated()
                                ? NOT_CREATED
                                : distribution.negative() == 0
                                        ? noTicketHas(what)
                                        : "Every one lies before the creation of its ticket, which cannot be.");
                return null;
            }
            return Figures.of(distribution);
        }

        private @Nullable FitFigures fit(String key, FitQuestion question, long known, String what) {
            if (undated() || known == 0) {
                reasons.put(key, undated() ? NOT_CREATED : noTicketHas(what));
                return null;
            }
            return question.figures(facts, selection, end()).orElseGet(() -> {
                reasons.put(key, question.reason());
                return null;
            });
        }

        /** The end of the data: open tickets have waited until the newest event there is, wherever the selection ends. */
        private long end() {
            var questions = new Questions();
            Totals all = questions.ask(Totals.KEY, Totals::new);
            questions.answer(facts, Selection.ALL);
            long newest = Math.max(all.lastCreated(), Math.max(all.lastSolved(), all.lastReplied()));
            return Math.min(newest, now);
        }

        /** Without a creation time nothing can be measured from it. */
        private boolean undated() {
            return totals.tickets() > 0 && !totals.hasCreated();
        }

        private String noTicketHas(String what) {
            return totals.tickets() == 0
                    ? "There is no ticket in the selection."
                    : "No ticket of the selection has " + what + ".";
        }
    }
}
