package io.supportgenius.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentimentEvaluationTest {

    /** Says what the text says. */
    private static final SentimentScorer SCORER = new SentimentScorer() {

        private final Map<String, SentimentScore> scores = Map.of(
                "n9", new SentimentScore(0.9, 0.05, 0.05),
                "n5", new SentimentScore(0.5, 0.3, 0.2),
                "u8", new SentimentScore(0.1, 0.8, 0.1),
                "p6", new SentimentScore(0.2, 0.2, 0.6));

        @Override
        public String model() {
            return "given";
        }

        @Override
        public @Nullable SentimentScore score(String text) {
            return scores.get(text);
        }

        @Override
        public List<WordInfluence> explain(String text) {
            return List.of();
        }
    };

    /**
     * Worked out by hand: labels n n u p against truths n u u n. Right are the first and the third. Negative: precision 1/2, recall 1/2,
     * F1 1/2. Neutral: precision 1/1, recall 1/2, F1 2/3. Positive: 0. Certainties .9 (right), .5 (wrong), .8 (right), .6
     * (wrong) fall into four bins: error (.1 + .5 + .2 + .6) / 4.
     */
    @Test
    void figuresAreThoseWorkedOutByHand() {
        SentimentEvaluation figures = SentimentEvaluation.of(
                SCORER,
                List.of(
                        new LabelledText("n9", Sentiment.NEGATIVE, 1),
                        new LabelledText("n5", Sentiment.NEUTRAL, 1),
                        new LabelledText("u8", Sentiment.NEUTRAL, 1),
                        new LabelledText("p6", Sentiment.NEGATIVE, 1),
                        new LabelledText("?", Sentiment.NEGATIVE, 1)));

        assertThat(figures.n()).isEqualTo(4);
        assertThat(figures.unscored()).isEqualTo(1);
        assertThat(figures.accuracy()).isEqualTo(0.5);
        assertThat(figures.macroF1()).isCloseTo((1 / 2.0 + 2 / 3.0) / 3, within(1e-12));
        assertThat(figures.classes().get(1).precision()).isEqualTo(1);
        assertThat(figures.classes().get(1).recall()).isEqualTo(0.5);
        assertThat(figures.expectedCalibrationError()).isCloseTo(0.35, within(1e-12));
        assertThat(figures.reliability()).hasSize(4);
    }

    @Test
    void withoutTextsThereIsNothingToSay() {
        SentimentEvaluation figures = SentimentEvaluation.of(SCORER, List.of());

        assertThat(figures.n()).isZero();
        assertThat(figures.accuracy()).isZero();
        assertThat(figures.reliability()).isEmpty();
    }

    @Test
    void aTieIsNeutral() {
        assertThat(new SentimentScore(0.4, 0.2, 0.4).label()).isEqualTo(Sentiment.NEUTRAL);
        assertThat(new SentimentScore(0.4, 0.4, 0.2).label()).isEqualTo(Sentiment.NEUTRAL);
        assertThat(new SentimentScore(0.41, 0.4, 0.19).label()).isEqualTo(Sentiment.NEGATIVE);
    }
}
