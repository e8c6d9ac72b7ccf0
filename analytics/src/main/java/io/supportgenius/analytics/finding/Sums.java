package io.supportgenius.analytics.finding;

/**
 * What is compared of a group of tickets: exact sums, so that groups can be added and taken away.
 *
 * @param n tickets that have the measure
 * @param sum of the measure: negative tickets, or steps of the {@link LogScale}
 * @param squares sum of its squares
 * @param ranks sum of its ranks; 0 for a share
 * @param squaredRanks sum of their squares
 */
record Sums(long n, long sum, long squares, long ranks, long squaredRanks) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums plus(Sums other) {
        return new Sums(
                n + other.n,
                sum + other.sum,
                squares + other.squares,
                ranks + other.ranks,
                squaredRanks + other.squaredRanks);
    }

    Sums minus(Sums other) {
        return new Sums(
                n - other.n,
                sum - other.sum,
                squares - other.squares,
                ranks - other.ranks,
                squaredRanks - other.squaredRanks);
    }

    double mean() {
        return (double) sum / n;
    }

    /** Sample variance, from integers that a double holds to about its last digit. */
    double variance() {
        return Math.max(0, ((double) squares - (double) sum / n * sum) / (n - 1));
    }
}
