package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A fair sample of the pairs of a {@link MeasurePair}: the pairs of the tickets with the smallest hashes. Every pair has the same
 * chance, the same selection always gives the same sample, and samples of parts combine to the sample of the whole (bottom-k
 * sampling, Cohen and Kaplan 2007, doi:10.1145/1281100.1281133).
 */
public final class PairSample implements Summary<PairSample> {

    private static final Comparator<Point> BY_HASH =
            Comparator.comparingLong(Point::hash).thenComparingLong(Point::ticket);

    private final MeasurePair pair;
    private final ZoneId zone;
    private final int size;
    private final PriorityQueue<Point> kept = new PriorityQueue<>(BY_HASH.reversed());
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
    public void accept(Chunk chunk) {
        pair.forEach(chunk, zone, (ticket, x, y) -> {
            long hash = TicketHash.of(ticket);
            if (hash <= largestKept) {
                keep(new Point(hash, ticket, x, y));
            }
        });
    }

    @Override
    public void combine(PairSample other) {
        other.kept.forEach(this::keep);
    }

    private void keep(Point point) {
        if (point.hash() > largestKept) {
            return;
        }
        kept.add(point);
        if (kept.size() > size) {
            kept.remove();
        }
        if (kept.size() == size) {
            largestKept = kept.element().hash();
        }
    }

    /** The points kept, in an order that depends on nothing but the tickets. */
    public List<Point> points() {
        var points = new ArrayList<>(kept);
        points.sort(BY_HASH);
        return points;
    }

    /** The pair of one ticket. */
    public record Point(long hash, long ticket, double x, double y) {}

    private record Key(MeasurePair pair, int size) {}
}
