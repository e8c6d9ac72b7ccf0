package io.supportgenius.analytics.similarity;

/**
 * Number, sum and sum of squares of logarithms, in whole thousandths, so that any order of adding gives the same. Values are pulled to
 * a lowest and a highest one first, so that a single impossible one cannot outweigh all others.
 */
final class LogSums {

    private static final double THOUSAND = 1000;

    private long count;
    private long sum;
    private long squares;

    /** @param lowest above 0 */
    void accept(double value, double lowest, double highest) {
        long log = Math.round(THOUSAND * Math.log(Math.max(lowest, Math.min(highest, value))));
        count++;
        sum += log;
        squares += log * log;
    }

    void combine(LogSums other) {
        count += other.count;
        sum += other.sum;
        squares += other.squares;
    }

    long count() {
        return count;
    }

    /** NaN without any value. */
    double mean() {
        return sum / THOUSAND / count;
    }

    /** Squared distances to the mean, summed. */
    double spread() {
        return count == 0 ? 0 : (squares - (double) sum * sum / count) / (THOUSAND * THOUSAND);
    }
}
