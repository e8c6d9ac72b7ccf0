package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.RowCondition;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks the findings of one measure, so that each cause is named once.
 *
 * <p>A segment is a rival if it differs, corrected for all comparisons, from all other tickets. The strongest rival is picked and its
 * tickets are put aside. Every other rival then has to differ among the tickets that are left, in the same direction and by a
 * difference worth speaking of; its probability there is multiplied by the number of rivals. These are two steps, each with
 * Bonferroni's correction: the first keeps chance out, the second echoes of what was picked. So it goes on until nothing is left.
 * The second step is a sieve rather than a test of its own, because the rivals were chosen by the same tickets: where there are strong
 * effects, some other group was named beside them in 2 of 100 generated sets.
 *
 * <p>Of overlapping windows of hours only the strongest is named.
 *
 * <p>A pair of values is named only where it says more than each of its values: its tickets differ ({@value #PAIR_LEVEL}) from those that
 * have but the one value, and it is the stronger of the two. Which is stronger is a comparison of two models with one group each. The
 * square of the strength is the deviance that a group explains, so the pair wins where the tickets with but the one value are like
 * all others rather than like the pair. Half of a true segment can win by chance, the more easily the more halves there are.
 * Customers are of a kind, so a pair of what customers are needs no further evidence, and is named even instead of a stronger value
 * if it differs clearly ({@value #APART_LEVEL}) from the others with that value; a pair with a trait of the request has to
 * explain {@code 2 log 20} more than its values, as if picked from among some twenty.
 *
 * <p>A segment that was found in another measure is known to be a group of its own. It is corrected only for the comparisons that it takes
 * to look for such segments in the other measures (and has to stay below {@value #FOLLOW_UP_LEVEL} then), and a pair that is known needs no evidence against its values.
 *
 * <p>All other conditions only ever take findings away.
 */
final class Picking {

    private static final double PAIR_LEVEL = 0.05;
    private static final double APART_LEVEL = 0.01;
    private static final double FOLLOW_UP_LEVEL = 0.002;

    /** How much more deviance than its halves a pair with a trait of the request has to explain. */
    private static final double REQUEST_MARGIN = 2 * Math.log(20);

    private static final int MOST_FINDINGS = 8;

    private final TicketFacts facts;
    private final Selection selection;
    private final Measure measure;
    private final SegmentTable whole;
    private final SegmentTable left;
    private final long comparisons;
    private final List<Candidate> picked = new ArrayList<>();
    private Set<Segment> known = Set.of();
    private long followUps;

    /**
     * @param whole all tickets of the selection
     * @param left the same; changed while tickets are put aside
     * @param comparisons how many were made in all measures
     */
    Picking(
            TicketFacts facts,
            Selection selection,
            Measure measure,
            SegmentTable whole,
            SegmentTable left,
            long comparisons) {
        this.facts = facts;
        this.selection = selection;
        this.measure = measure;
        this.whole = whole;
        this.left = left;
        this.comparisons = comparisons;
    }

    /**
     * Says which segments were found in other measures.
     *
     * @param tests comparisons made to look for such segments, in all measures
     */
    Picking knowing(Set<Segment> segments, long tests) {
        known = segments;
        followUps = tests;
        return this;
    }

    /** @param candidates those that were compared */
    List<FoundSegment> of(List<Candidate> candidates) {
        List<Rival> rivals = rivals(candidates);
        var found = new ArrayList<FoundSegment>();
        List<Rival> still = rivals;
        while (found.size() < MOST_FINDINGS) {
            Rival best = best(still);
            if (best == null) {
                break;
            }
            found.add(found(best));
            putAside(best.candidate());
            still = stillDifferent(still, rivals.size());
        }
        return found;
    }

    /** The strongest; where that is a value within which a pair differs from the others, this pair. */
    private @Nullable Rival best(List<Rival> rivals) {
        List<Rival> possible = rivals.stream().filter(this::isPossible).toList();
        Rival strongest = possible.stream().max(Rival.BY_STRENGTH_LEFT).orElse(null);
        return strongest == null
                ? null
                : possible.stream()
                        .filter(rival -> rival.candidate().halves().stream()
                                .anyMatch(half -> half.segment()
                                                .equals(strongest.candidate().segment())
                                        && isApart(rival, half)))
                        .max(Rival.BY_STRENGTH_LEFT)
                        .orElse(strongest);
    }

    private List<Rival> rivals(List<Candidate> candidates) {
        var rivals = new ArrayList<Rival>();
        for (Candidate candidate : candidates) {
            Contrast contrast = candidate.contrast(measure, whole);
            double adjusted = contrast.pValue() * comparisons;
            double followedUp = contrast.pValue() * followUps;
            if (isKnown(candidate) && followedUp < FOLLOW_UP_LEVEL) {
                adjusted = Math.min(adjusted, followedUp);
            }
            if (contrast.large() && adjusted < SegmentSearch.LEVEL) {
                rivals.add(new Rival(candidate, candidate.sums(measure, whole).n(), contrast, contrast, adjusted));
            }
        }
        return rivals;
    }

    private List<Rival> stillDifferent(List<Rival> rivals, int tests) {
        var still = new ArrayList<Rival>();
        for (Rival rival : rivals) {
            Candidate candidate = rival.candidate();
            if (picked.stream().anyMatch(candidate::sharesHoursWith) || !candidate.canBeCompared(measure, left)) {
                continue;
            }
            Contrast contrast = candidate.contrast(measure, left);
            double adjusted = contrast.pValue() * tests;
            if (contrast.large() && adjusted < SegmentSearch.LEVEL && contrast.hasSignOf(rival.ofWhole())) {
                still.add(new Rival(
                        candidate, rival.n(), rival.ofWhole(), contrast, Math.max(rival.adjustedP(), adjusted)));
            }
        }
        return still;
    }

    private boolean isKnown(Candidate candidate) {
        return known.contains(candidate.segment());
    }

    /** Whether a pair says more than each of its values; always for other segments. */
    private boolean isPossible(Rival rival) {
        return isKnown(rival.candidate())
                || rival.candidate().halves().stream().allMatch(half -> {
                    Contrast toOthers = toOthers(rival, half);
                    double margin = squared(rival.ofLeft()) - squared(half.contrast(measure, left));
                    boolean differs = toOthers.pValue() < PAIR_LEVEL && toOthers.hasSignOf(rival.ofWhole());
                    return differs
                            && (rival.candidate().isOfCustomers()
                                    ? margin > 0 || isApart(rival, half)
                                    : Math.min(margin, marginOfWhole(rival, half)) > REQUEST_MARGIN);
                });
    }

    /** Whether a pair of what customers are differs so clearly from the others with one of its values that the value alone is no group. */
    private boolean isApart(Rival pair, Candidate half) {
        if (isKnown(pair.candidate())) {
            return true;
        }
        Contrast toOthers = toOthers(pair, half);
        return pair.candidate().isOfCustomers()
                && toOthers.pValue() < APART_LEVEL
                && toOthers.hasSignOf(pair.ofWhole());
    }

    /** How a pair differs from the tickets that have but one of its values. */
    private Contrast toOthers(Rival pair, Candidate half) {
        Sums sums = pair.candidate().sums(measure, whole);
        return Contrast.of(measure, sums, half.sums(measure, whole).minus(sums));
    }

    private double marginOfWhole(Rival rival, Candidate half) {
        return squared(rival.ofWhole()) - squared(half.contrast(measure, whole));
    }

    private static double squared(Contrast contrast) {
        return contrast.strength() * contrast.strength();
    }

    private FoundSegment found(Rival best) {
        Sums sums = best.candidate().sums(measure, whole);
        Sums rest = whole.all(measure).minus(sums);
        boolean share = measure == Measure.NEGATIVE_SHARE;
        return new FoundSegment(
                measure,
                best.candidate().segment(),
                sums.n(),
                rest.n(),
                share ? sums.sum() : 0,
                share ? rest.sum() : 0,
                best.ofWhole(),
                best.adjustedP());
    }

    private void putAside(Candidate candidate) {
        Selection rows = selection.with(candidate.segment());
        for (Candidate before : picked) {
            rows = rows.with(new Outside(before.segment()));
        }
        facts.scan(rows, chunk -> left.remove(measure, chunk));
        picked.add(candidate);
    }

    /**
     * A segment that can become a finding.
     *
     * @param n tickets with the measure
     * @param ofWhole with all other tickets
     * @param ofLeft with those that are not yet put aside
     * @param adjustedP the largest of its corrected probabilities so far
     */
    private record Rival(Candidate candidate, long n, Contrast ofWhole, Contrast ofLeft, double adjustedP) {

        /** Of a group and the rest of its tickets, which are as strong but for rounding, the smaller one is the stronger. */
        static final Comparator<Rival> BY_STRENGTH_LEFT = Comparator.comparingLong(
                        (Rival rival) -> Math.round(Math.abs(rival.ofLeft().strength()) * 1e9))
                .thenComparing(Rival::n, Comparator.reverseOrder());
    }

    private record Outside(Segment segment) implements RowCondition {

        @Override
        public boolean holds(FactsBlock block, int row) {
            return !segment.holds(block, row);
        }
    }
}
