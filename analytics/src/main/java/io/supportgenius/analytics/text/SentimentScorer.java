package io.supportgenius.analytics.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges texts; the same text always gets the same score. Safe for use by many threads. */
public interface SentimentScorer {

    /** Name and version of the model, for example {@code fast-2}: other scores, another name. */
    String model();

    /**
     * The score of a text.
     *
     * @return null where the text has no word to judge by
     */
    @Nullable
    SentimentScore score(String text);

    /**
     * The words that drove the label of a text, strongest first.
     *
     * @return empty where there is no score, or where no word supports the label
     */
    List<WordInfluence> explain(String text);
}
