package io.supportgenius.analytics.text;

/**
 * A text that a person has judged.
 *
 * @param weight how much it counts among the others, above 0
 */
public record LabelledText(String text, Sentiment sentiment, double weight) {

    public LabelledText {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("A text must count something, but its weight is " + weight);
        }
    }
}
