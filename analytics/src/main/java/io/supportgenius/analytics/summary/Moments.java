package io.supportgenius.analytics.summary;

/**
 * Means and sums of squared deviations of pairs. Pairs are added and groups combined by the updating formulas of Chan, Golub and
 * LeVeque (1983, doi:10.2307/2683386), which keep their precision where sums of squares lose it. Used by one thread at a time.
 */
public final class Moments {

    private long n;
    private double meanX;
    private double meanY;
    private double xx;
    private double yy;
    private double xy;

    /**
     * The moments of pairs whose sums of deviations from a point are known.
     *
     * @param xx sum of the squared deviations of x from the point, likewise of y and of the products
     */
    static Moments around(double x, double y, long n, double sumX, double sumY, double xx, double yy, double xy) {
        var moments = new Moments();
        if (n > 0) {
            moments.n = n;
            moments.meanX = x + sumX / n;
            moments.meanY = y + sumY / n;
            moments.xx = Math.max(0, xx - sumX * sumX / n);
            moments.yy = Math.max(0, yy - sumY * sumY / n);
            moments.xy = xy - sumX * sumY / n;
        }
        return moments;
    }

    /** Adds one pair. */
    public void accept(double x, double y) {
        n++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (x - meanX);
        yy += dy * (y - meanY);
        xy += dx * (y - meanY);
    }

    /** Adds all pairs of another group, which stays as it is. */
    public void combine(Moments other) {
        if (other.n == 0) {
            return;
        }
        long both = n + other.n;
        double dx = other.meanX - meanX;
        double dy = other.meanY - meanY;
        double weight = (double) n * other.n / both;
        meanX += dx * other.n / both;
        meanY += dy * other.n / both;
        xx += other.xx + dx * dx * weight;
        yy += other.yy + dy * dy * weight;
        xy += other.xy + dx * dy * weight;
        n = both;
    }

    /** Pairs. */
    public long n() {
        return n;
    }

    public double meanX() {
        return meanX;
    }

    public double meanY() {
        return meanY;
    }

    /** Sum of squared deviations of x from its mean. */
    public double xx() {
        return xx;
    }

    /** Sum of squared deviations of y from its mean. */
    public double yy() {
        return yy;
    }

    /** Sum of products of the deviations of x and y. */
    public double xy() {
        return xy;
    }
}
