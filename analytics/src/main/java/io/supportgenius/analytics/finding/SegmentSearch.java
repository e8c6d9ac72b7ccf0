package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.finding.SegmentTable.Scales;
import io.supportgenius.analytics.summary.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the segments of tickets that differ from all other tickets of a selection: in the share of negative ones, in first reply time
 * and in full resolution time.
 *
 * <p><b>What is looked at.</b> Each value of each dimension, the missing one too; each pair of values of two of the dimensions that
 * describe customers and requests; each run of {@value #SHORTEST_WINDOW} to {@value #LONGEST_WINDOW} hours of the day, also beyond
 * midnight; each weekday, and the weekend. A segment is compared in a measure where it and the rest have at least
 * {@value #FEWEST_TICKETS} tickets with the measure each; a pair only where each of its values also has as many outside of it. Sentiment, satisfaction and
 * status are left out: they are outcomes themselves.
 *
 * <p><b>What is claimed.</b> Comparing thousands of segments finds something in any data. So each probability is multiplied by the
 * number of all comparisons made (Bonferroni; Dunn 1961, doi:10.1080/01621459.1961.10482090), and has to stay below {@value #LEVEL}: in
 * data without any differences at most two selections in a hundred have any finding (measured: 22 of 2,000). A difference that is certain but small is none
 * either: see {@link Shares} and {@link DurationShift}, which also say how two groups are compared.
 *
 * <p><b>What is said once.</b> One cause shows in many segments; {@link Picking} says how one of them is chosen. All measures are picked
 * from twice: the second time it is known which segments were found in other measures, and these need less evidence.
 *
 * <p><b>Cost.</b> Two passes over the tickets, shared by all processors, each with one addition for each cut and field; then two passes
 * over the tickets of each picked segment, which are subtracted from the sums. Nothing else depends on the number of tickets.
 *
 * <ul>
 *   <li>No ticket, or fewer than twice {@value #FEWEST_TICKETS}: no comparison, no finding.
 *   <li>Dimensions with more than {@value #MOST_VALUES} values, and those beyond the first {@value #MOST_DIMENSIONS}, are left out and named; pairs are made of dimensions
 *       with at most {@value #MOST_VALUES_OF_PAIRS}.
 *   <li>Equal segments, such as a company and the city where no other one is: the one with the fewer tickets, else the first in the order of dimensions, is named.
 *   <li>The result depends neither on the order of tickets nor on the number of threads.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SegmentSearch {

    /** Tickets with the measure that segment and rest need; the surveys of the field use about the same. */
    public static final int FEWEST_TICKETS = 15;

    /** A finding's adjusted probability is below this. */
    public static final double LEVEL = 0.02;

    private static final int MOST_VALUES = 2000;
    private static final int MOST_DIMENSIONS = 60;
    private static final int MOST_VALUES_OF_PAIRS = 100;
    private static final int SHORTEST_WINDOW = 3;
    private static final int LONGEST_WINDOW = 12;
    private static final int SATURDAY = 5;

    private static final Set<Dimension> OUTCOMES =
            Set.of(Dimension.SENTIMENT, Dimension.SATISFACTION, Dimension.STATUS);

    private static final List<Dimension> PAIRED = List.of(
            Dimension.INDUSTRY,
            Dimension.SUPPORT_TIER,
            Dimension.LOCATION,
            Dimension.PILOT,
            Dimension.CHANNEL,
            Dimension.TYPE,
            Dimension.PRIORITY);

    private final TicketFacts facts;
    private final Selection selection;
    private final List<Integer> leftOut = new ArrayList<>();
    private final Cuts cuts;
    private final int hours;
    private final int weekdays;

    private SegmentSearch(TicketFacts facts, Selection selection) {
        this.facts = facts;
        this.selection = selection;
        var single = new ArrayList<Axis>();
        var paired = new ArrayList<Axis>();
        for (int dimension = 0; dimension < facts.dimensions().size(); dimension++) {
            Dimension of = facts.dimensions().get(dimension);
            int values = facts.dictionary(dimension).size();
            if (OUTCOMES.contains(of)) {
                continue;
            }
            if (values > MOST_VALUES || single.size() >= MOST_DIMENSIONS) {
                leftOut.add(dimension);
                continue;
            }
            var axis = new Axis.Values(facts, dimension);
            single.add(axis);
            if (PAIRED.contains(of) && values <= MOST_VALUES_OF_PAIRS) {
                paired.add(axis);
            }
        }
        var ofHours = new Axis.Hours();
        var ofWeekdays = new Axis.Weekdays();
        single.add(ofHours);
        single.add(ofWeekdays);
        cuts = Cuts.of(single, paired);
        hours = cuts.axes().indexOf(ofHours);
        weekdays = cuts.axes().indexOf(ofWeekdays);
    }

    /** Searches the selected tickets. */
    public static FoundSegments in(TicketFacts facts, Selection selection) {
        return new SegmentSearch(facts, selection).run();
    }

    private FoundSegments run() {
        var chunks = new ArrayList<Chunk>();
        facts.scan(selection, chunks::add);
        DurationCounts counts = gathered(chunks, DurationCounts::new);
        Scales scales = Scales.of(facts.index(Dimension.SENTIMENT), counts);
        SegmentTable table = gathered(chunks, () -> new SegmentTable(cuts, scales));
        Map<Measure, List<Candidate>> candidates = new EnumMap<>(Measure.class);
        Map<Measure, Long> measured = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            candidates.put(measure, candidates(measure, table));
            measured.put(measure, table.all(measure).n());
        }
        long comparisons = candidates.values().stream().mapToLong(List::size).sum();
        Picks first = picks(table, scales, candidates, Picks.NONE, comparisons);
        List<FoundSegment> found = new ArrayList<>(
                picks(table, scales, candidates, first, comparisons).found());
        found.sort(Comparator.comparingDouble(one -> -Math.abs(one.contrast().strength())));
        return new FoundSegments(found, comparisons, measured, leftOut);
    }

    /** Picks the findings of every measure, knowing what was found before. */
    private Picks picks(
            SegmentTable table,
            Scales scales,
            Map<Measure, List<Candidate>> candidates,
            Picks before,
            long comparisons) {
        var found = new ArrayList<FoundSegment>();
        candidates.forEach((measure, of) -> {
            var left = new SegmentTable(cuts, scales);
            left.combine(table);
            found.addAll(new Picking(facts, selection, measure, table, left, comparisons)
                    .knowing(before.ofOthers(measure), before.followUps())
                    .of(of));
        });
        return new Picks(found);
    }

    /** What was found in one go. */
    private record Picks(List<FoundSegment> found) {

        static final Picks NONE = new Picks(List.of());

        /** Segments that were found in another measure. */
        Set<Segment> ofOthers(Measure measure) {
            return found.stream()
                    .filter(one -> one.measure() != measure)
                    .map(FoundSegment::segment)
                    .collect(Collectors.toSet());
        }

        /** How many comparisons it takes to look for all of them in the other measures. */
        long followUps() {
            return Arrays.stream(Measure.values())
                    .mapToLong(measure -> ofOthers(measure).size())
                    .sum();
        }
    }

    private static <S extends Summary<S>> S gathered(List<Chunk> chunks, Supplier<S> identity) {
        return chunks.parallelStream().collect(identity, Summary::accept, Summary::combine);
    }

    private List<Candidate> candidates(Measure measure, SegmentTable table) {
        var candidates = new ArrayList<Candidate>();
        for (int cut = 1; cut < cuts.size(); cut++) {
            if (cut == hours) {
                continue;
            }
            for (int cell = 0; cell < cuts.cells(cut); cell++) {
                if (table.sums(measure, cut, cell).n() >= FEWEST_TICKETS) {
                    candidates.add(Candidate.of(cuts, cut, cell));
                }
            }
        }
        candidates.addAll(windows(measure, table));
        candidates.add(new Candidate(
                Segment.of(new Segment.OfWeekdays(SATURDAY, 2)),
                weekdays,
                List.of(SATURDAY, SATURDAY + 1),
                List.of(),
                false));
        candidates.removeIf(candidate -> !candidate.canBeCompared(measure, table));
        return candidates;
    }

    /** Windows that begin and end with an hour in which something happened: others are the same as shorter ones. */
    private List<Candidate> windows(Measure measure, SegmentTable table) {
        var windows = new ArrayList<Candidate>();
        for (int first = 0; first < Segment.HOURS_IN_DAY; first++) {
            for (int length = SHORTEST_WINDOW; length <= LONGEST_WINDOW; length++) {
                var window = new ArrayList<Integer>();
                for (int hour = first; hour < first + length; hour++) {
                    window.add(hour % Segment.HOURS_IN_DAY);
                }
                if (table.sums(measure, hours, first).n() > 0
                        && table.sums(measure, hours, window.get(length - 1)).n() > 0) {
                    windows.add(new Candidate(
                            Segment.of(new Segment.OfHours(first, length)), hours, window, List.of(), false));
                }
            }
        }
        return windows;
    }
}
