package io.supportgenius.server.insights;

import static io.supportgenius.server.insights.FindingsReport.FIRST_REPLY_TIME;
import static io.supportgenius.server.insights.FindingsReport.FULL_RESOLUTION_TIME;
import static io.supportgenius.server.insights.FindingsReport.NEGATIVE_SHARE;
import static io.supportgenius.server.insights.FindingsReport.RESOLUTION_BY_TOUCHES;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.RowCondition;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.finding.Contrast;
import io.supportgenius.analytics.finding.FoundSegment;
import io.supportgenius.analytics.finding.FoundSegments;
import io.supportgenius.analytics.finding.Measure;
import io.supportgenius.analytics.finding.Segment;
import io.supportgenius.analytics.finding.SegmentSearch;
import io.supportgenius.analytics.regression.RankTrend;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.summary.DurationDistribution;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairTable;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.TicketDuration;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.FindingsReport.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Asks for the segments that stand out, and whether agent replies go with full resolution time. */
final class FindingsQuestion {

    private static final int MOST_FINDINGS = 8;
    private static final double ERROR_RATE = 0.05;
    private static final double SECONDS_IN_HOUR = 3600;

    /** A line has to be surer for a finding than for the verdict beside its picture, and to explain something. */
    private static final double SUREST_P = 0.01;

    private static final double SMALLEST_EXPLAINED = 0.01;

    private final TicketSelection asked;
    private final Snapshot snapshot;
    private final TicketFacts facts;
    private final Selection selection;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    FindingsQuestion(TicketSelection asked, Snapshot snapshot, Selection selection) {
        this.asked = asked;
        this.snapshot = snapshot;
        this.facts = snapshot.facts();
        this.selection = selection;
    }

    FindingsReport answer() {
        var questions = new Questions();
        Totals totals = questions.ask(Totals.KEY, Totals::new);
        MeasurePair pair = MeasurePair.RESOLUTION_BY_TOUCHES;
        LineFit fit = questions.ask(LineFit.key(pair), () -> new LineFit(pair, facts.zone()));
        PairTable table = questions.ask(PairTable.key(pair), () -> PairTable.known(pair, facts.zone()));
        questions.answer(facts, selection);
        FoundSegments segments = SegmentSearch.in(facts, selection);
        for (Measure measure : Measure.values()) {
            reason(name(measure), segments.measured().getOrDefault(measure, 0L), 2L * SegmentSearch.FEWEST_TICKETS);
        }
        reason(RESOLUTION_BY_TOUCHES, fit.all().n(), SegmentSearch.FEWEST_TICKETS);
        var found = new ArrayList<Finding>();
        segments.found().stream()
                .limit(MOST_FINDINGS)
                .map(one -> finding(one, totals.tickets()))
                .forEach(found::add);
        relationship(fit, RankTrend.of(FitQuestion.tested(table)), totals.tickets())
                .ifPresent(found::add);
        found.sort(Comparator.comparingDouble(Finding::strength).reversed());
        List<Finding> shown = found.subList(0, Math.min(MOST_FINDINGS, found.size()));
        int all = found.size() + Math.max(0, segments.found().size() - MOST_FINDINGS);
        return new FindingsReport(
                Dashboard.Selected.of(asked, totals, snapshot),
                List.copyOf(shown),
                all - shown.size(),
                segments.comparisons(),
                segments.leftOut().stream()
                        .map(dimension -> facts.dimensions().get(dimension).name())
                        .toList(),
                reasons);
    }

    private void reason(String measure, long measured, long needed) {
        if (measured < needed) {
            reasons.put(
                    measure,
                    "Too few to say: %,d tickets have what is compared, at least %d are needed."
                            .formatted(measured, needed));
        }
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case NEGATIVE_SHARE -> NEGATIVE_SHARE;
            case FIRST_REPLY -> FIRST_REPLY_TIME;
            case FULL_RESOLUTION -> FULL_RESOLUTION_TIME;
        };
    }

    private Finding finding(FoundSegment found, long tickets) {
        long n = facts.count(selection.with(found.segment()));
        TicketDuration duration = found.measure().duration();
        return duration == null ? ofShare(found, n, tickets - n) : ofDuration(found, duration, n, tickets - n);
    }

    private Finding ofShare(FoundSegment found, long n, long nRest) {
        Interval one = interval(found.negative(), found.n());
        Interval rest = interval(found.negativeRest(), found.nRest());
        Contrast contrast = found.contrast();
        return new Finding(
                name(found.measure()),
                filters(found.segment()),
                n,
                nRest,
                found.n(),
                found.nRest(),
                (double) found.negative() / found.n(),
                one.getLowerBound(),
                one.getUpperBound(),
                (double) found.negativeRest() / found.nRest(),
                rest.getLowerBound(),
                rest.getUpperBound(),
                contrast.effect(),
                null,
                null,
                contrast.low(),
                contrast.high(),
                Math.abs(contrast.strength()),
                found.adjustedP(),
                null);
    }

    private static Interval interval(long negative, long of) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(of), Math.toIntExact(negative), ERROR_RATE);
    }

    private Finding ofDuration(FoundSegment found, TicketDuration duration, long n, long nRest) {
        Contrast contrast = found.contrast();
        return new Finding(
                name(found.measure()),
                filters(found.segment()),
                n,
                nRest,
                found.n(),
                found.nRest(),
                medianHours(duration, found.segment()),
                null,
                null,
                medianHours(duration, new Others(found.segment())),
                null,
                null,
                null,
                contrast.effect(),
                null,
                contrast.low(),
                contrast.high(),
                Math.abs(contrast.strength()),
                found.adjustedP(),
                null);
    }

    private double medianHours(TicketDuration duration, RowCondition part) {
        var distribution = new DurationDistribution(duration);
        facts.scan(selection.with(part), distribution::accept);
        return distribution.percentile(0.5) / SECONDS_IN_HOUR;
    }

    private Map<String, List<String>> filters(Segment segment) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (Segment.Part part : segment.parts()) {
            if (part instanceof Segment.OfValue value) {
                String text = facts.dictionary(value.dimension()).value(value.code());
                filters.put(facts.dimensions().get(value.dimension()).name(), List.of(text == null ? "" : text));
            } else if (part instanceof Segment.OfHours hours) {
                filters.put(SelectionParser.HOUR, kept(SelectionParser.HOUR, hours.first(), hours.length(), 24, 0));
            } else if (part instanceof Segment.OfWeekdays days) {
                filters.put(SelectionParser.WEEKDAY, kept(SelectionParser.WEEKDAY, days.first(), days.length(), 7, 1));
            }
        }
        return filters;
    }

    /** Hours or weekdays in their order, those that the selection itself leaves out excepted. */
    private List<String> kept(String name, int first, int length, int round, int lowest) {
        List<Integer> wanted = asked.filters().getOrDefault(name, List.of()).stream()
                .map(Integer::valueOf)
                .toList();
        return IntStream.range(first, first + length)
                .map(number -> number % round + lowest)
                .filter(number -> wanted.isEmpty() || wanted.contains(number))
                .mapToObj(Integer::toString)
                .toList();
    }

    private static Optional<Finding> relationship(LineFit fit, RankTrend trend, long tickets) {
        return StraightLine.through(fit).flatMap(line -> {
            double margin = line.slopeMargin(1 - ERROR_RATE);
            FitVerdict verdict = FitVerdict.of(MeasurePair.RESOLUTION_BY_TOUCHES, line, margin, trend, null);
            if (!verdict.straight() || line.pValue() >= SUREST_P || line.rSquared() < SMALLEST_EXPLAINED) {
                return Optional.empty();
            }
            return Optional.of(new Finding(
                    RESOLUTION_BY_TOUCHES,
                    Map.of(),
                    tickets,
                    0,
                    line.n(),
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    line.slope(),
                    line.slope() - margin,
                    line.slope() + margin,
                    Math.abs(line.slope()) / line.slopeError(),
                    line.pValue(),
                    verdict.sentence()));
        });
    }

    private record Others(RowCondition part) implements RowCondition {

        @Override
        public boolean holds(FactsBlock block, int row) {
            return !part.holds(block, row);
        }
    }
}
