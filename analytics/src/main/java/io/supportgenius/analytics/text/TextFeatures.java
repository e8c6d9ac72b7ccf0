package io.supportgenius.analytics.text;

import java.util.Arrays;
import java.util.Set;

/**
 * A text as a set of hashed features: words, pairs of neighbours, words after a negation, and runs of 3 to 5 letters inside a word
 * with its edges. Hashing needs no dictionary (Weinberger et al. 2009, doi:10.1145/1553374.1553516); each feature counts once, and
 * has the value one over the square root of their number, so that long and short texts weigh the same.
 */
final class TextFeatures {

    /** Number of different features. */
    static final int BUCKETS = 1 << 18;

    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;
    private static final int NEGATION_REACHES = 2;
    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "cannot", "without", "nobody", "nothing", "none", "neither", "nor", "hardly");

    private static final int WORD = 0x2c1b3c6d;
    private static final int PAIR = 0x297a2d39;
    private static final int NEGATED = 0x1b56c4e9;
    private static final int RUN = 0x61c88647;
    private static final int PRIME = 0x01000193;
    private static final char EDGE = ' ';

    private int[] buckets = new int[256];
    private int size;

    /** A hash table of the buckets so far, each plus 1 so that 0 is a free place; a power of two, at most half full. */
    private int[] taken = new int[1024];

    private TextFeatures() {}

    /** All features of some tokens. */
    static TextFeatures of(Tokens tokens) {
        return without(tokens, -1);
    }

    /** The features that are left when one token is taken out; its neighbours become neighbours of each other. */
    static TextFeatures without(Tokens tokens, int leftOut) {
        var features = new TextFeatures();
        features.collect(tokens, leftOut);
        return features;
    }

    /** The feature of one token by itself. */
    static int word(Tokens tokens, int token) {
        return spread(hash(WORD, tokens.letters(), tokens.from(token), tokens.to(token)));
    }

    int size() {
        return size;
    }

    int bucket(int i) {
        return buckets[i];
    }

    /** The value of each feature. */
    double value() {
        return 1 / Math.sqrt(Math.max(1, size));
    }

    private void collect(Tokens tokens, int leftOut) {
        int previous = PAIR;
        int negated = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (token == leftOut) {
                continue;
            }
            int word = hash(WORD, tokens.letters(), tokens.from(token), tokens.to(token));
            boolean isNegated = negated > 0;
            add(isNegated ? mix(word, NEGATED) : word);
            add(mix(previous * 31 + word, PAIR));
            previous = word;
            negated = Math.max(0, negated - 1);
            if (tokens.isWord(token)) {
                runs(tokens, token, isNegated ? NEGATED : RUN);
                negated = isNegation(tokens, token) ? NEGATION_REACHES : negated;
            } else {
                negated = 0;
            }
        }
        add(mix(previous * 31, PAIR));
    }

    private static boolean isNegation(Tokens tokens, int token) {
        int from = tokens.from(token);
        int to = tokens.to(token);
        char[] letters = tokens.letters();
        boolean shortened =
                to - from > 3 && letters[to - 1] == 't' && letters[to - 2] == '\'' && letters[to - 3] == 'n';
        return shortened || to - from <= 8 && NEGATIONS.contains(new String(letters, from, to - from));
    }

    private void runs(Tokens tokens, int token, int seed) {
        int from = tokens.from(token) - 1;
        int to = tokens.to(token) + 1;
        for (int start = from; start + SHORTEST_RUN <= to; start++) {
            int hash = seed;
            for (int at = start; at < to && at - start < LONGEST_RUN; at++) {
                char c = at == from || at == to - 1 ? EDGE : tokens.letters()[at];
                hash = (hash ^ c) * PRIME;
                if (at - start >= SHORTEST_RUN - 1) {
                    add(hash);
                }
            }
        }
    }

    private static int hash(int seed, char[] letters, int from, int to) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ letters[i]) * PRIME;
        }
        return hash;
    }

    private static int mix(int hash, int seed) {
        return (hash ^ seed) * PRIME;
    }

    private void add(int hash) {
        int bucket = spread(hash);
        if (take(bucket)) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, 2 * size);
            }
            buckets[size++] = bucket;
            if (2 * size > taken.length) {
                taken = new int[2 * taken.length];
                for (int i = 0; i < size; i++) {
                    take(buckets[i]);
                }
            }
        }
    }

    /** Whether the bucket is a new one. */
    private boolean take(int bucket) {
        int at = bucket & taken.length - 1;
        while (taken[at] != 0) {
            if (taken[at] == bucket + 1) {
                return false;
            }
            at = at + 1 & taken.length - 1;
        }
        taken[at] = bucket + 1;
        return true;
    }

    /** The finishing steps of MurmurHash3 spread what the multiplications leave in the high bits. */
    private static int spread(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return (h ^ h >>> 16) & BUCKETS - 1;
    }
}
