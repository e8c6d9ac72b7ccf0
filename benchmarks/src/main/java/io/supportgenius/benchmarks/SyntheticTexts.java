package io.supportgenius.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts to measure with, the same for the same seed: 5 to 35 words, 20 on average, of 2 to 11 letters out of a vocabulary of 20,000 of
 * which few are frequent, with commas, full stops, numbers and marks between.
 */
final class SyntheticTexts {

    private static final int VOCABULARY = 20_000;
    private static final String LETTERS = "etaoinshrdlucmfwypvbgkjqxz";

    private SyntheticTexts() {}

    static List<String> of(int count, long seed) {
        var random = new SplittableRandom(seed);
        List<String> vocabulary =
                IntStream.range(0, VOCABULARY).mapToObj(i -> word(random)).toList();
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(IntStream.range(0, 5 + random.nextInt(31))
                    .mapToObj(position -> next(vocabulary, random))
                    .collect(Collectors.joining(" ")));
        }
        return texts;
    }

    private static String word(SplittableRandom random) {
        var word = new StringBuilder();
        for (int length = 2 + random.nextInt(10); length > 0; length--) {
            double skew = random.nextDouble();
            word.append(LETTERS.charAt((int) (LETTERS.length() * skew * skew)));
        }
        return word.toString();
    }

    private static String next(List<String> vocabulary, SplittableRandom random) {
        double skew = random.nextDouble();
        String word = vocabulary.get((int) (VOCABULARY * skew * skew * skew));
        return switch (random.nextInt(20)) {
            case 0 -> word + ",";
            case 1 -> word + ".";
            case 2 -> Integer.toString(random.nextInt(1000));
            case 3 -> word + "!";
            default -> word;
        };
    }
}
