package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairSample.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The line whose slope is the median of the slopes between all pairs of points (Theil 1950; Sen 1968, doi:10.1080/01621459.1968.10480934):
 * up to 29 % of the points may be anything without moving it far.
 *
 * @param slope y for one more of x
 * @param intercept y at x = 0, so that half of the points lie above the line
 */
public record RobustLine(double slope, double intercept) {

    /** Points to look at; their pairs grow with the square. */
    private static final int MOST_POINTS = 600;

    /** The line through the first points of a fair sample; empty where no two differ in x. */
    public static Optional<RobustLine> through(List<Point> sample) {
        List<Point> points = sample.subList(0, Math.min(MOST_POINTS, sample.size()));
        var slopes = new double[points.size() * (points.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            for (int j = 0; j < i; j++) {
                Point b = points.get(j);
                if (a.x() != b.x()) {
                    slopes[n++] = (a.y() - b.y()) / (a.x() - b.x());
                }
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        double slope = median(Arrays.copyOf(slopes, n));
        double intercept = median(points.stream()
                .mapToDouble(point -> point.y() - slope * point.x())
                .toArray());
        return Optional.of(new RobustLine(slope, intercept));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** y of the line at x. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
