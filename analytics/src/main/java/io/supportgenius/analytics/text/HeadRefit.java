package io.supportgenius.analytics.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A head moved by labels that people gave to texts of their own, with what that gains: each label is judged by a head that was
 * moved by about nine tenths of the others, and never by one that has seen it (cross-validation in ten parts, by the order of
 * labels; texts that are described alike are in one part, so that none is learned and held out at once).
 *
 * @param head moved by all labels
 * @param n labels
 * @param rightBefore how many of them the prior head gets right
 * @param rightAfter how many of them the moved heads get right that have not seen them
 * @param lossBefore mean negative logarithm of the probability of the right label, by the prior head
 * @param lossAfter the same by the moved heads that have not seen it
 */
public record HeadRefit(LinearHead head, int n, int rightBefore, int rightAfter, double lossBefore, double lossAfter) {

    private static final int PARTS = 10;

    /**
     * Moves a head and measures the gain.
     *
     * @param examples each of the weight 1
     */
    public static HeadRefit of(HeadTraining options, LinearHead prior, Examples examples) {
        int[] parts = parts(examples);
        int right = 0;
        double loss = 0;
        for (int part = 0; part < PARTS; part++) {
            var learned = new Examples();
            var heldOut = new Examples();
            for (int i = 0; i < examples.size(); i++) {
                Examples of = parts[i] == part ? heldOut : learned;
                of.add(examples.described(i), examples.sentiment(i), examples.weight(i));
            }
            LinearHead moved = options.refit(prior, learned);
            right += heldOut.right(moved);
            loss += heldOut.loss(moved);
        }
        int n = examples.size();
        return new HeadRefit(
                options.refit(prior, examples),
                n,
                examples.right(prior),
                right,
                n == 0 ? 0 : examples.loss(prior) / n,
                n == 0 ? 0 : loss / n);
    }

    private static int[] parts(Examples examples) {
        Map<List<Float>, Integer> distinct = new HashMap<>();
        int[] parts = new int[examples.size()];
        for (int i = 0; i < parts.length; i++) {
            List<Float> described = listed(examples.described(i));
            distinct.putIfAbsent(described, distinct.size());
            parts[i] = distinct.getOrDefault(described, 0) % PARTS;
        }
        return parts;
    }

    private static List<Float> listed(float[] numbers) {
        List<Float> list = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    /** Whether labels that were held out come out better: more of them right, and their probabilities higher. */
    public boolean gains() {
        return rightAfter > rightBefore && lossAfter < lossBefore;
    }
}
