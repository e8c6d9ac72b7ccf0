package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import io.supportgenius.analytics.facts.ZoneClock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The pairs of a {@link MeasurePair} in a slice, side by side in columns; rows without a pair are left out. */
final class PairColumns implements Slice.Derived {

    final double[] x = new double[Slice.ROWS];
    final double[] y = new double[Slice.ROWS];

    /** Which row of the slice each pair is of. */
    final int[] places = new int[Slice.ROWS];

    int size;

    private final MeasurePair pair;
    private final ZoneClock clock;

    private final @Nullable Long until;

    private PairColumns(MeasurePair pair, ZoneId zone, @Nullable Long until) {
        this.pair = pair;
        this.clock = new ZoneClock(zone);
        this.until = until;
    }

    /** Those of a slice, worked out once for all who ask for them. */
    static PairColumns of(Slice slice, MeasurePair pair, ZoneId zone) {
        return slice.derived(new Key(pair, zone, null), () -> new PairColumns(pair, zone, null));
    }

    /** Those rows that still wait for the second measure, which is how long they have waited until a moment. */
    static PairColumns open(Slice slice, MeasurePair pair, ZoneId zone, long until) {
        return slice.derived(new Key(pair, zone, until), () -> new PairColumns(pair, zone, until));
    }

    @Override
    public void fill(Slice slice) {
        size = 0;
        if (until == null) {
            pair.fill(slice, clock, this);
        } else {
            pair.fillOpen(slice, clock, until, this);
        }
    }

    private record Key(
            MeasurePair pair, ZoneId zone, @Nullable Long until) {}
}
