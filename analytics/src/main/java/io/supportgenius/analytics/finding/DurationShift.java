package io.supportgenius.analytics.finding;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares the durations of two groups, by two tests that both have to agree; the larger probability counts.
 *
 * <ul>
 *   <li>The means of the logarithms, with variances that may differ (Welch 1947, doi:10.1093/biomet/34.1-2.28). This gives the effect
 *       and its interval: how many times as long the durations of the one group are as those of the other. A test of this kind
 *       can be led astray by a group in which, by chance, many durations are equal: its variance is too small.
 *   <li>The sum of ranks, with the variance that it has when tickets are dealt to the groups at random (Wilcoxon 1945,
 *       doi:10.2307/3001968; Mann and Whitney 1947, doi:10.1214/aoms/1177730491), ties included. However far off some values are,
 *       and however many are equal, chance keeps to it; its tails are lighter than the normal ones that are used.
 * </ul>
 *
 * <p>Ranks are those among all tickets of the selection, also when some of these are left out: any fixed scores give a valid test.
 *
 * <ul>
 *   <li>All durations equal: the probability is 1.
 *   <li>Both groups without any spread, but different: the ranks alone decide.
 *   <li>The two tests point in different directions: the probability is 1.
 *   <li>Cost: constant.
 * </ul>
 */
final class DurationShift {

    /** Less than a fifth longer, or shorter by the same factor, is not worth a sentence. */
    static final double SMALLEST_RATIO = 1.2;

    private DurationShift() {}

    /** @param group at least two tickets, likewise other */
    static Contrast contrast(Sums group, Sums other) {
        double steps = group.mean() - other.mean();
        double varianceOne = group.variance() / group.n();
        double varianceTwo = other.variance() / other.n();
        double error = Math.sqrt(varianceOne + varianceTwo);
        double ratio = LogScale.ratio(steps);
        boolean large = ratio >= SMALLEST_RATIO || ratio <= 1 / SMALLEST_RATIO;
        double ranks = ranks(group, other);
        double pOfRanks = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(ranks));
        if (error == 0) {
            return new Contrast(ratio, ratio, ratio, ranks, Math.min(1, pOfRanks), large);
        }
        double freedom = (varianceOne + varianceTwo)
                * (varianceOne + varianceTwo)
                / (varianceOne * varianceOne / (group.n() - 1) + varianceTwo * varianceTwo / (other.n() - 1));
        TDistribution t = TDistribution.of(freedom);
        double margin = error * t.inverseSurvivalProbability((1 - Contrast.CONFIDENCE) / 2);
        double welch = steps / error;
        double pOfMeans = 2 * t.survivalProbability(Math.abs(welch));
        boolean agree = Math.signum(welch) == Math.signum(ranks);
        return new Contrast(
                ratio,
                LogScale.ratio(steps - margin),
                LogScale.ratio(steps + margin),
                Math.signum(welch) * (agree ? Math.min(Math.abs(welch), Math.abs(ranks)) : 0),
                agree ? Math.min(1, Math.max(pOfMeans, pOfRanks)) : 1,
                large);
    }

    /** Standard errors that the group's mean rank lies above that of all tickets. */
    private static double ranks(Sums group, Sums other) {
        double n = group.n() + other.n();
        double sum = group.ranks() + other.ranks();
        double variance = (group.squaredRanks() + other.squaredRanks() - sum * sum / n) / (n - 1);
        if (variance <= 0) {
            return 0;
        }
        double above = group.ranks() - group.n() * sum / n;
        return above / Math.sqrt(variance * group.n() * other.n() / n);
    }
}
