package io.supportgenius.analytics.similarity;

import java.util.Optional;

/**
 * A trait that is a mean over a customer's tickets: of one number, or of shares. What is seen of a customer with few tickets is mostly
 * chance, so the difference of two customers is the one that is to be expected given what is seen:
 *
 * <pre>
 *   d(a, b) = sqrt(|x_a - x_b|^2 / 2t + (1 - r_a) / 2 + (1 - r_b) / 2),   r = t / (t + s^2 / n)
 * </pre>
 *
 * where {@code t} is the variance between customers, {@code s^2 / n} that of a mean by chance, and {@code x} the mean drawn to that of all
 * by {@code r}. With very many tickets it is the difference seen, with very few it is 1, the expected one of any two customers. So three
 * tickets bring nobody near. The variance between customers is estimated by moments (DerSimonian and Laird 1986,
 * doi:10.1016/0197-2456(86)90046-2); where it is not surely above 0, customers do not differ in the trait, and it is left out.
 */
final class MeasuredColumn extends TraitColumn {

    private static final int LEAST_CUSTOMERS = 3;
    private static final double SURE = 2;

    private final int cells;

    /** Drawn to the mean of all and scaled, one after the other. */
    private final float[] values;

    /** {@code (1 - r) / 2}; NaN where the trait is not known. */
    private final float[] doubts;

    private MeasuredColumn(Trait trait, double weight, double typical, int cells, float[] values, float[] doubts) {
        super(trait, weight, typical);
        this.cells = cells;
        this.values = values;
        this.doubts = doubts;
    }

    /**
     * @param means of each customer, cell by cell
     * @param noise variance of a customer's means by chance, above 0; NaN where the trait is not known
     * @return empty where customers do not differ by more than chance
     */
    static Optional<TraitColumn> of(Trait trait, double weight, double[][] means, double[] noise) {
        int cells = means.length == 0 ? 0 : means[0].length;
        var centre = new double[cells];
        double weights = 0;
        double squaredWeights = 0;
        int known = 0;
        for (int c = 0; c < noise.length; c++) {
            if (!Double.isNaN(noise[c])) {
                double w = 1 / noise[c];
                weights += w;
                squaredWeights += w * w;
                known++;
                for (int k = 0; k < cells; k++) {
                    centre[k] += w * means[c][k];
                }
            }
        }
        if (known < LEAST_CUSTOMERS) {
            return Optional.empty();
        }
        for (int k = 0; k < cells; k++) {
            centre[k] /= weights;
        }
        double seen = 0;
        for (int c = 0; c < noise.length; c++) {
            if (!Double.isNaN(noise[c])) {
                seen += squaredDistance(means[c], centre) / noise[c];
            }
        }
        int freedom = known - 1;
        double between = (seen - freedom) / (weights - squaredWeights / weights);
        if (seen <= freedom + SURE * Math.sqrt(2.0 * freedom) || !(between > 0)) {
            return Optional.empty();
        }
        return Optional.of(scaled(trait, weight, means, noise, centre, between));
    }

    private static TraitColumn scaled(
            Trait trait, double weight, double[][] means, double[] noise, double[] centre, double between) {
        int cells = centre.length;
        var values = new float[means.length * cells];
        var doubts = new float[means.length];
        double scale = 1 / Math.sqrt(2 * between);
        for (int c = 0; c < means.length; c++) {
            double r = between / (between + noise[c]);
            doubts[c] = (float) ((1 - r) / 2);
            for (int k = 0; k < cells && !Double.isNaN(r); k++) {
                values[c * cells + k] = (float) (r * (means[c][k] - centre[k]) * scale);
            }
        }
        var unscaled = new MeasuredColumn(trait, weight, Double.NaN, cells, values, doubts);
        return new MeasuredColumn(trait, weight, unscaled.meanDifference(), cells, values, doubts);
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    @Override
    boolean isKnown(int customer) {
        return !Float.isNaN(doubts[customer]);
    }

    @Override
    int size() {
        return doubts.length;
    }

    @Override
    double known(int a, int b) {
        double sum = (double) doubts[a] + doubts[b];
        for (int k = 0; k < cells; k++) {
            double gap = (double) values[a * cells + k] - values[b * cells + k];
            sum += gap * gap;
        }
        return Math.min(MOST, Math.sqrt(sum));
    }

    @Override
    TraitColumn of(int[] customers) {
        var theirs = new float[customers.length * cells];
        var theirDoubts = new float[customers.length];
        for (int i = 0; i < customers.length; i++) {
            System.arraycopy(values, customers[i] * cells, theirs, i * cells, cells);
            theirDoubts[i] = doubts[customers[i]];
        }
        return new MeasuredColumn(trait(), weight(), typical(), cells, theirs, theirDoubts);
    }
}
