package io.supportgenius.analytics.text;

import java.util.ArrayList;
import java.util.List;

/** Texts that people have judged, as the numbers that describe them. Not safe for use by several threads while it grows. */
public final class Examples {

    private final List<float[]> described = new ArrayList<>();
    private final List<Sentiment> sentiments = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** @param weight how much it counts among the others, above 0 */
    public void add(float[] numbers, Sentiment sentiment, double weight) {
        if (!(weight > 0) || !described.isEmpty() && numbers.length != described.get(0).length) {
            throw new IllegalArgumentException(numbers.length + " numbers of the weight " + weight);
        }
        described.add(numbers.clone());
        sentiments.add(sentiment);
        weights.add(weight);
    }

    public int size() {
        return described.size();
    }

    float[] described(int example) {
        return described.get(example);
    }

    Sentiment sentiment(int example) {
        return sentiments.get(example);
    }

    double weight(int example) {
        return weights.get(example);
    }

    /** Sum of the weighted negative logarithms of the probabilities that a head gives to the right sentiments. */
    double loss(LinearHead head) {
        double loss = 0;
        for (int i = 0; i < size(); i++) {
            loss -= weight(i)
                    * StrictMath.log(Math.max(head.score(described.get(i)).of(sentiments.get(i)), 1e-12));
        }
        return loss;
    }

    /** How many get the right label from a head. */
    int right(LinearHead head) {
        int right = 0;
        for (int i = 0; i < size(); i++) {
            right += head.score(described.get(i)).label() == sentiments.get(i) ? 1 : 0;
        }
        return right;
    }
}
