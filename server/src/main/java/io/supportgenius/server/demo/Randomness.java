package io.supportgenius.server.demo;

/**
 * A seeded source of random numbers whose sequence is fixed by this file alone, so that the same seed gives the same
 * demo data on every machine and Java version: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195)
 * and functions of {@link StrictMath}. Not for more than one thread.
 */
final class Randomness {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Randomness(long seed, long stream) {
        restart(seed, stream);
    }

    /** Begins the sequence that belongs to this seed and stream number. */
    void restart(long seed, long stream) {
        state = mixed(mixed(seed + GOLDEN_GAMMA) ^ (stream * GOLDEN_GAMMA));
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 to bound - 1; the bias of at most bound / 2^32 does not matter here. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    /** Standard normal, by Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Log-normal with the given median; sigma is the standard deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Poisson, by multiplication (Knuth); for small means. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
