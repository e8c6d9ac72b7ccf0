package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.facts.Dictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the profile. Two customers with different values differ by {@code 1 / sqrt(1 - sum of squared shares)}, so that the mean
 * squared difference of two customers is 1, whether there are two values or two hundred.
 */
final class ProfileColumn extends TraitColumn {

    private final int[] codes;
    private final double apart;

    private ProfileColumn(Trait trait, double weight, double typical, int[] codes, double apart) {
        super(trait, weight, typical);
        this.codes = codes;
        this.apart = apart;
    }

    /** Empty where all of whom it is known have the same value. */
    static Optional<TraitColumn> of(Trait trait, double weight, int[] codes) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(codes)
                .filter(code -> code != Dictionary.MISSING)
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        double known = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (counts.size() < 2) {
            return Optional.empty();
        }
        double same = counts.values().stream()
                .mapToDouble(count -> count / known * (count / known))
                .sum();
        double apart = Math.min(MOST, 1 / Math.sqrt(1 - same));
        var unscaled = new ProfileColumn(trait, weight, Double.NaN, codes, apart);
        return Optional.of(new ProfileColumn(trait, weight, unscaled.meanDifference(), codes, apart));
    }

    @Override
    boolean isKnown(int customer) {
        return codes[customer] != Dictionary.MISSING;
    }

    @Override
    int size() {
        return codes.length;
    }

    @Override
    double known(int a, int b) {
        return codes[a] == codes[b] ? 0 : apart;
    }

    @Override
    TraitColumn of(int[] customers) {
        int[] theirs = Arrays.stream(customers).map(customer -> codes[customer]).toArray();
        return new ProfileColumn(trait(), weight(), typical(), theirs, apart);
    }
}
