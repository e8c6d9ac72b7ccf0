package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.Moments;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The common slope of lines inside segments, each with a level of its own (analysis of covariance; Cochran 1957, doi:10.2307/2527916). Where
 * it has another sign than the slope over all tickets, the segments make the latter (Simpson 1951, doi:10.1111/j.2517-6161.1951.tb00088.x).
 *
 * @param slope y for one more of x among tickets of the same segment
 * @param pValue two-sided probability of a slope at least this far from 0 without a relationship inside segments
 */
public record WithinSegments(double slope, double pValue) {

    /** Tickets below which a segment tells no slope. */
    private static final int FEWEST_OF_SEGMENT = 5;

    /** The common slope; empty where fewer than two segments can tell one. */
    public static Optional<WithinSegments> of(List<Moments> segments) {
        List<Moments> telling = segments.stream()
                .filter(segment -> segment.n() >= FEWEST_OF_SEGMENT)
                .toList();
        double xx = telling.stream().mapToDouble(Moments::xx).sum();
        double xy = telling.stream().mapToDouble(Moments::xy).sum();
        double yy = telling.stream().mapToDouble(Moments::yy).sum();
        long freedom = telling.stream().mapToLong(Moments::n).sum() - telling.size() - 1;
        if (telling.size() < 2 || xx <= 0 || freedom < 1) {
            return Optional.empty();
        }
        double slope = xy / xx;
        double error = Math.sqrt(Math.max(0, yy - xy * slope) / freedom / xx);
        double p = slope == 0
                ? 1
                : 2
                        * TDistribution.of(freedom)
                                .survivalProbability(error == 0 ? Double.MAX_VALUE : Math.abs(slope) / error);
        return Optional.of(new WithinSegments(slope, p));
    }
}
