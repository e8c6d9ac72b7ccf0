package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.HeadTraining;
import io.supportgenius.analytics.text.SentimentEvaluation;
import io.supportgenius.server.sentiment.TrainingRecord.Source;
import java.util.List;

/**
 * How the head of the accurate step was made and how good it is.
 *
 * @param fast name of the fast model whose word is among its inputs
 * @param balance how far rare labels of a file are lifted, 0 to 1
 * @param folds of the fast models that judged the texts to learn from
 * @param temperature that makes probabilities fit to texts it has not learned from
 * @param goEmotionsTest figures on the test part of GoEmotions
 * @param productSentencesHeldOut figures on the held-out part of the product sentences
 */
public record HeadRecord(
        String model,
        String form,
        String fast,
        HeadTraining options,
        double balance,
        int folds,
        double temperature,
        List<Source> sources,
        SentimentEvaluation goEmotionsTest,
        SentimentEvaluation productSentencesHeldOut) {

    public HeadRecord {
        sources = List.copyOf(sources);
    }
}
