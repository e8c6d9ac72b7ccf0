package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import io.supportgenius.analytics.facts.ZoneClock;
import java.time.ZoneId;

/** The pairs of a {@link MeasurePair} in a slice, side by side in columns; rows without a pair are left out. */
final class PairColumns implements Slice.Derived {

    final double[] x = new double[Slice.ROWS];
    final double[] y = new double[Slice.ROWS];

    /** Which row of the slice each pair is of. */
    final int[] places = new int[Slice.ROWS];

    int size;

    private final MeasurePair pair;
    private final ZoneClock clock;

    private PairColumns(MeasurePair pair, ZoneId zone) {
        this.pair = pair;
        this.clock = new ZoneClock(zone);
    }

    /** Those of a slice, worked out once for all who ask for them. */
    static PairColumns of(Slice slice, MeasurePair pair, ZoneId zone) {
        return slice.derived(new Key(pair, zone), () -> new PairColumns(pair, zone));
    }

    @Override
    public void fill(Slice slice) {
        size = 0;
        pair.fill(slice, clock, this);
    }

    private record Key(MeasurePair pair, ZoneId zone) {}
}
