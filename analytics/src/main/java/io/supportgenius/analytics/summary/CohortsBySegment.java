package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tickets by the segment of time they were created in; those without a creation time stand apart. */
public final class CohortsBySegment implements Summary<CohortsBySegment> {

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
    public void accept(Chunk chunk) {
        FactsBlock block = chunk.block();
        int segment = 0;
        for (int i = 0; i < chunk.size(); i++) {
            int row = chunk.row(i);
            Cohort cohort = undated;
            if (block.isDated()) {
                segment = segments.index(block.created(row), segment);
                cohort = cohorts.get(segment);
            }
            int rated = block.code(rating.dimension(), row);
            cohort.accept(
                    block,
                    row,
                    block.code(sentiment, row),
                    rating.good().get(rated),
                    rating.bad().get(rated));
        }
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
