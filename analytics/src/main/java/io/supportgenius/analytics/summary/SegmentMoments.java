package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The moments of a {@link MeasurePair} among the tickets of each value of a dimension. */
public final class SegmentMoments implements SliceSummary<SegmentMoments> {

    private final MeasurePair pair;
    private final ZoneId zone;
    private final int dimension;
    private final Moments[] moments;

    /**
     * @param dimension index in the facts
     * @param codes how many codes the dimension has
     */
    public SegmentMoments(MeasurePair pair, ZoneId zone, int dimension, int codes) {
        this.pair = pair;
        this.zone = zone;
        this.dimension = dimension;
        this.moments = new Moments[codes];
        Arrays.setAll(moments, unused -> new Moments());
    }

    @Override
    public void accept(Slice slice) {
        PairColumns pairs = PairColumns.of(slice, pair, zone);
        int[] codes = slice.codes(dimension);
        for (int i = 0; i < pairs.size; i++) {
            moments[codes[pairs.places[i]]].accept(pairs.x[i], pairs.y[i]);
        }
    }

    @Override
    public SegmentMoments identity() {
        return new SegmentMoments(pair, zone, dimension, moments.length);
    }

    @Override
    public void combine(SegmentMoments other) {
        for (int code = 0; code < moments.length; code++) {
            moments[code].combine(other.moments[code]);
        }
    }

    /** By code; not to be changed. */
    public List<Moments> moments() {
        return List.of(moments);
    }
}
