package io.supportgenius.analytics.similarity;

import java.util.SplittableRandom;

/**
 * One trait of all customers, and how much two of them differ in it: around 1 for customers who know nothing of each other, 0 for those
 * surely the same, at most {@value #MOST}. Customers are numbered from 0. Immutable.
 */
abstract sealed class TraitColumn permits ProfileColumn, MeasuredColumn {

    /** A single trait, however rare a difference in it is, must not outweigh all others. */
    static final double MOST = 2;

    private static final int PAIRS = 20_000;
    private static final long SEED = 2015;

    private final Trait trait;
    private final double weight;
    private final double typical;

    /** @param typical mean difference of two customers; NaN for one that still has to be found out */
    TraitColumn(Trait trait, double weight, double typical) {
        this.trait = trait;
        this.weight = weight;
        this.typical = typical;
    }

    Trait trait() {
        return trait;
    }

    /** How much the trait counts. */
    double weight() {
        return weight;
    }

    /** Mean difference of two customers of whom the trait is known. */
    double typical() {
        return typical;
    }

    /** Whether the trait is known of a customer. */
    abstract boolean isKnown(int customer);

    /** How many customers there are. */
    abstract int size();

    /** Of customers of whom the trait is known. */
    abstract double known(int a, int b);

    /** The same trait of some customers, numbered anew, or of the same customers dealt in another order. */
    abstract TraitColumn of(int[] customers);

    /** Where the trait is not known it makes customers neither nearer nor farther than others. */
    final double difference(int a, int b) {
        return isKnown(a) && isKnown(b) ? known(a, b) : typical;
    }

    /** Of all pairs, or of many drawn with a fixed seed. */
    final double meanDifference() {
        double sum = 0;
        long pairs = 0;
        int size = size();
        if ((long) size * (size - 1) / 2 <= PAIRS) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    if (isKnown(a) && isKnown(b)) {
                        sum += known(a, b);
                        pairs++;
                    }
                }
            }
        } else {
            var random = new SplittableRandom(SEED);
            for (int i = 0; i < PAIRS; i++) {
                int a = random.nextInt(size);
                int b = (a + 1 + random.nextInt(size - 1)) % size;
                if (isKnown(a) && isKnown(b)) {
                    sum += known(a, b);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }
}
