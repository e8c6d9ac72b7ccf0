package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentEvaluation;
import io.supportgenius.analytics.text.SentimentTraining;
import java.util.List;

/**
 * How a model was made and how good it is.
 *
 * @param balance how far rare labels of a file are lifted, 0 to 1
 * @param temperature that makes probabilities fit to texts it has not learned from
 * @param goEmotionsTest figures on the test part of GoEmotions
 * @param productSentencesHeldOut figures on the held-out part of the product sentences
 */
public record TrainingRecord(
        String model,
        String form,
        SentimentTraining options,
        double balance,
        double temperature,
        List<Source> sources,
        SentimentEvaluation goEmotionsTest,
        SentimentEvaluation productSentencesHeldOut) {

    public TrainingRecord {
        sources = List.copyOf(sources);
    }

    /**
     * A file of labelled texts, or a part of it.
     *
     * @param sha256 of the whole file
     * @param use what its texts were used for
     * @param texts how many were used so
     */
    public record Source(String file, String sha256, String origin, String licence, String use, int texts) {

        static Source goEmotions(TrainingTexts file, String use, int texts) {
            return new Source(
                    file.name(),
                    file.sha256(),
                    "GoEmotions: Demszky et al. 2020, doi:10.18653/v1/2020.acl-main.372",
                    "Apache-2.0",
                    use,
                    texts);
        }

        static Source products(TrainingTexts file, String use, int texts) {
            return new Source(
                    file.name(),
                    file.sha256(),
                    "Product reviews: Hu and Liu 2004, doi:10.1145/1014052.1014073; Ding, Liu and Yu 2008,"
                            + " doi:10.1145/1341531.1341561",
                    "CC BY 4.0",
                    use,
                    texts);
        }

        static Source prosAndCons(TrainingTexts file, String use, int texts) {
            return new Source(
                    file.name(),
                    file.sha256(),
                    "Pros and cons of products: Liu, Hu and Cheng 2005, doi:10.1145/1060745.1060797",
                    "CC BY 4.0",
                    use,
                    texts);
        }
    }
}
