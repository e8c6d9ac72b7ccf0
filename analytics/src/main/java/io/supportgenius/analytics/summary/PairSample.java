package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Slice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fair sample of the pairs of a {@link MeasurePair}: the pairs of the tickets with the smallest hashes. Every pair has the same
 * chance, the same selection always gives the same sample, and samples of parts combine to the sample of the whole (bottom-k
 * sampling, Cohen and Kaplan 2007, doi:10.1145/1281100.1281133).
 */
public final class PairSample implements SliceSummary<PairSample> {

    private static final Comparator<Point> BY_HASH =
            Comparator.comparingLong(Point::hash).thenComparingLong(Point::ticket);

    private final MeasurePair pair;
    private final ZoneId zone;
    private final int size;
    private final List<Point> kept = new ArrayList<>();
    private int ordered;
    private long largestKept = Long.MAX_VALUE;

    /** @param size most points to keep, at least 1 */
    public PairSample(MeasurePair pair, ZoneId zone, int size) {
        this.pair = pair;
        this.zone = zone;
        this.size = size;
    }

    /** Key under which blocks remember this summary. */
    public static Object key(MeasurePair pair, int size) {
        return new Key(pair, size);
    }

    @Override
    public void accept(Slice slice) {
        PairColumns pairs = PairColumns.of(slice, pair, zone);
        long[] hashes = TicketHashes.of(slice).hashes;
        for (int i = 0; i < pairs.size; i++) {
            long hash = hashes[pairs.places[i]];
            if (hash <= largestKept) {
                kept.add(new Point(hash, slice.tickets()[pairs.places[i]], pairs.x[i], pairs.y[i]));
            }
        }
        order();
    }

    @Override
    public PairSample identity() {
        return new PairSample(pair, zone, size);
    }

    /** The points of another sample are in order, so that those beyond the largest one kept need not be looked at. */
    @Override
    public void combine(PairSample other) {
        for (Point point : other.kept) {
            if (point.hash() > largestKept) {
                break;
            }
            kept.add(point);
        }
        order();
    }

    /** Sorting is cheap: what was kept before is in order already. */
    private void order() {
        if (kept.size() == ordered) {
            return;
        }
        kept.sort(BY_HASH);
        if (kept.size() > size) {
            kept.subList(size, kept.size()).clear();
        }
        ordered = kept.size();
        if (ordered == size) {
            largestKept = kept.get(size - 1).hash();
        }
    }

    /** The points kept, in an order that depends on nothing but the tickets. */
    public List<Point> points() {
        return List.copyOf(kept);
    }

    /** The pair of one ticket. */
    public record Point(long hash, long ticket, double x, double y) {}

    private record Key(MeasurePair pair, int size) {}
}
