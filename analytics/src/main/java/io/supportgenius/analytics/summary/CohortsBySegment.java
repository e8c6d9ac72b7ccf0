package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tickets by the segment of time they were created in; those without a creation time stand apart. */
public final class CohortsBySegment implements SliceSummary<CohortsBySegment> {

    private final TimeSegments segments;
    private final int sentiment;
    private final Rating rating;
    private final List<Cohort> cohorts = new ArrayList<>();
    private final Cohort undated = new Cohort();

    /**
     * @param segments the same ones for all summaries that are combined
     * @param sentiment index of the sentiment dimension in the facts
     */
    public CohortsBySegment(TimeSegments segments, int sentiment, Rating rating) {
        this.segments = segments;
        this.sentiment = sentiment;
        this.rating = rating;
        for (int i = 0; i < segments.size(); i++) {
            cohorts.add(new Cohort());
        }
    }

    @Override
    public void accept(Slice slice) {
        boolean dated = slice.block().isDated();
        long[] created = slice.created();
        int[] firstReplies = slice.firstReplies();
        int[] resolutions = slice.resolutions();
        int[] sentiments = slice.codes(sentiment);
        int[] ratings = slice.codes(rating.dimension());
        int segment = 0;
        for (int i = 0; i < slice.size(); i++) {
            Cohort cohort = undated;
            if (dated) {
                segment = segments.index(created[i], segment);
                cohort = cohorts.get(segment);
            }
            cohort.accept(
                    firstReplies[i],
                    resolutions[i],
                    sentiments[i],
                    rating.good().get(ratings[i]),
                    rating.bad().get(ratings[i]));
        }
    }

    @Override
    public CohortsBySegment identity() {
        return new CohortsBySegment(segments, sentiment, rating);
    }

    @Override
    public void combine(CohortsBySegment other) {
        for (int segment = 0; segment < cohorts.size(); segment++) {
            cohorts.get(segment).combine(other.cohorts.get(segment));
        }
        undated.combine(other.undated);
    }

    /**
     * Tickets created in some segments that follow each other.
     *
     * @param from first segment, inclusive
     * @param to last segment, exclusive
     */
    public Cohort between(int from, int to) {
        if (to - from == 1) {
            return cohorts.get(from);
        }
        var all = new Cohort();
        cohorts.subList(from, to).forEach(all::combine);
        return all;
    }

    /** Tickets without a creation time. */
    public Cohort undated() {
        return undated;
    }

    /** All tickets. */
    public Cohort all() {
        Cohort all = between(0, cohorts.size());
        if (undated.tickets() == 0) {
            return all;
        }
        var both = new Cohort();
        both.combine(all);
        both.combine(undated);
        return both;
    }

    /**
     * How ratings are told.
     *
     * @param dimension index of the dimension of ratings in the facts
     * @param good codes of good ones
     * @param bad codes of bad ones
     */
    public record Rating(int dimension, BitSet good, BitSet bad) {

        public Rating {
            good = (BitSet) good.clone();
            bad = (BitSet) bad.clone();
        }
    }
}
