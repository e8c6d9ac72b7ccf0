package io.supportgenius.analytics.finding;

import java.util.List;

/**
 * A segment that is looked at, as cells of a cut.
 *
 * @param cut number of the cut
 * @param cells some of its cells
 * @param halves for a pair of values each value alone; none otherwise
 * @param isOfCustomers whether it says only what customers are, nothing of their requests
 */
record Candidate(Segment segment, int cut, List<Integer> cells, List<Candidate> halves, boolean isOfCustomers) {

    Candidate {
        cells = List.copyOf(cells);
        halves = List.copyOf(halves);
    }

    static Candidate of(Cuts cuts, int cut, int cell) {
        boolean ofCustomers = cuts.isOfCustomers(cut);
        Segment.Part one = cuts.axes().get(cuts.first(cut)).part(cell / cuts.stride(cut));
        if (!cuts.isPair(cut)) {
            return new Candidate(Segment.of(one), cut, List.of(cell), List.of(), ofCustomers);
        }
        int second = cell % cuts.stride(cut);
        Segment.Part two = cuts.axes().get(cuts.second(cut)).part(second);
        return new Candidate(
                Segment.of(one, two),
                cut,
                List.of(cell),
                List.of(of(cuts, cuts.first(cut), cell / cuts.stride(cut)), of(cuts, cuts.second(cut), second)),
                ofCustomers);
    }

    Sums sums(Measure measure, SegmentTable table) {
        Sums sums = Sums.NONE;
        for (int cell : cells) {
            sums = sums.plus(table.sums(measure, cut, cell));
        }
        return sums;
    }

    /** Whether there are enough tickets in it and outside of it, and for a pair also in what each value has outside of it. */
    boolean canBeCompared(Measure measure, SegmentTable table) {
        long n = sums(measure, table).n();
        return n >= SegmentSearch.FEWEST_TICKETS
                && table.all(measure).n() - n >= SegmentSearch.FEWEST_TICKETS
                && halves.stream().allMatch(half -> half.sums(measure, table).n() - n >= SegmentSearch.FEWEST_TICKETS);
    }

    /** How it differs from all other tickets of a table. */
    Contrast contrast(Measure measure, SegmentTable table) {
        Sums sums = sums(measure, table);
        return Contrast.of(measure, sums, table.all(measure).minus(sums));
    }

    /** Whether both are hours of the day and have one in common. */
    boolean sharesHoursWith(Candidate other) {
        return segment.parts().get(0) instanceof Segment.OfHours one
                && other.segment.parts().get(0) instanceof Segment.OfHours two
                && one.overlaps(two);
    }
}
