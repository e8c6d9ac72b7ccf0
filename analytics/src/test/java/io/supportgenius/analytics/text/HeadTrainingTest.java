package io.supportgenius.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeadTrainingTest {

    private static final HeadTraining OPTIONS = new HeadTraining(1, 200);

    /** Without a telling feature the best probabilities are the shares of the labels: 1, 2 and 5 of 8. */
    @Test
    void withoutATellingFeatureProbabilitiesAreTheSharesOfTheLabels() {
        var examples = new Examples();
        add(examples, Sentiment.NEGATIVE, 1);
        add(examples, Sentiment.NEUTRAL, 2);
        add(examples, Sentiment.POSITIVE, 5);

        SentimentScore score = OPTIONS.train(examples).score(new float[] {0});

        assertThat(score.negative()).isCloseTo(1 / 8.0, within(1e-4));
        assertThat(score.neutral()).isCloseTo(2 / 8.0, within(1e-4));
        assertThat(score.positive()).isCloseTo(5 / 8.0, within(1e-4));
    }

    @Test
    void aWeightCountsAsMuchAsThatManyExamples() {
        var once = new Examples();
        once.add(new float[] {1}, Sentiment.POSITIVE, 3);
        once.add(new float[] {-1}, Sentiment.NEGATIVE, 1);
        var often = new Examples();
        for (int i = 0; i < 3; i++) {
            often.add(new float[] {1}, Sentiment.POSITIVE, 1);
        }
        often.add(new float[] {-1}, Sentiment.NEGATIVE, 1);

        SentimentScore expected = OPTIONS.train(often).score(new float[] {0.3f});

        assertThat(OPTIONS.train(once).score(new float[] {0.3f}).positive())
                .isCloseTo(expected.positive(), within(1e-3));
    }

    /** At the least loss a small step into any direction makes it larger: the definition of what is looked for. */
    @Test
    void noNeighbourIsBetter() {
        Examples examples = random(200, 5);
        LinearHead head = new HeadTraining(2, 500).train(examples);
        double least = loss(examples, head, 2);

        for (int i = 0; i < head.weights().length; i++) {
            for (float step : new float[] {-0.05f, 0.05f}) {
                float[] moved = head.weights();
                moved[i] += step;
                assertThat(loss(examples, LinearHead.of(moved, 1), 2)).isGreaterThan(least);
            }
        }
    }

    private static double loss(Examples examples, LinearHead head, double penalty) {
        float[] weights = head.weights();
        double squares = 0;
        for (int i = 0; i < weights.length - LinearHead.CLASSES; i++) {
            squares += weights[i] * weights[i];
        }
        return examples.loss(head) + penalty / 2 * squares;
    }

    @Test
    void theSameExamplesGiveTheSameHead() {
        assertThat(OPTIONS.train(random(300, 8))).isEqualTo(OPTIONS.train(random(300, 8)));
    }

    @Test
    void aPriorStaysWithoutExamplesAndMovesLittleUnderAHighPenalty() {
        LinearHead prior = OPTIONS.train(random(300, 4));
        Examples others = random(30, 4);

        assertThat(OPTIONS.refit(prior, new Examples())).isEqualTo(prior);
        LinearHead moved = new HeadTraining(1e6, 50).refit(prior, others);
        for (int i = 0; i < prior.weights().length; i++) {
            assertThat(moved.weights()[i]).isCloseTo(prior.weights()[i], within(1e-3f));
        }
    }

    /** Labels that say the opposite of the prior are held-out gains; those that say the same are none. */
    @Test
    void aRefitGainsWhereCorrectionsDifferAndNotWhereTheyAgree() {
        LinearHead prior = OPTIONS.train(separated(false));

        HeadRefit opposite = HeadRefit.of(OPTIONS, prior, separated(true));
        HeadRefit same = HeadRefit.of(OPTIONS, prior, separated(false));

        assertThat(opposite.gains()).isTrue();
        assertThat(opposite.rightBefore()).isZero();
        assertThat(opposite.rightAfter()).isEqualTo(opposite.n());
        assertThat(same.rightBefore()).isEqualTo(same.n());
        assertThat(same.gains()).isFalse();
    }

    /**
     * Each text stands there twice, one after the other, with a feature of its own and a label by chance: whoever has learned from its
     * twin would get each right, and whoever has not knows nothing of it.
     */
    @Test
    void equalTextsAreNeverLearnedAndHeldOutAtOnce() {
        var examples = new Examples();
        for (int i = 0; i < 20; i++) {
            var described = new float[20];
            described[i] = 10;
            Sentiment sentiment = i % 2 == 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
            examples.add(described, sentiment, 1);
            examples.add(described, sentiment, 1);
        }
        LinearHead prior = LinearHead.of(new float[63], 1);

        HeadRefit refit = HeadRefit.of(OPTIONS, prior, examples);

        assertThat(refit.rightAfter()).isLessThanOrEqualTo(20);
        assertThat(refit.gains()).isFalse();
    }

    @Test
    void whatMakesNoHeadIsRefused() {
        assertThatThrownBy(() -> OPTIONS.train(new Examples())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeadTraining(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearHead.of(new float[7], 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearHead.of(new float[6], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearHead.of(new float[6], 1).score(new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void add(Examples examples, Sentiment sentiment, int times) {
        for (int i = 0; i < times; i++) {
            examples.add(new float[] {0}, sentiment, 1);
        }
    }

    private static Examples separated(boolean turned) {
        var examples = new Examples();
        for (int i = 0; i < 40; i++) {
            float place = (i % 2 == 0 ? 1 : -1) * (2 + i / 40f);
            boolean positive = place > 0 != turned;
            examples.add(new float[] {place}, positive ? Sentiment.POSITIVE : Sentiment.NEGATIVE, 1);
        }
        return examples;
    }

    private static Examples random(int n, int features) {
        var random = new SplittableRandom(n);
        var examples = new Examples();
        for (int i = 0; i < n; i++) {
            var described = new float[features];
            double sum = 0;
            for (int f = 0; f < features; f++) {
                described[f] = (float) (random.nextDouble() * 2 - 1);
                sum += described[f];
            }
            double place = sum + random.nextDouble();
            Sentiment sentiment = place < 0 ? Sentiment.NEGATIVE : place < 0.8 ? Sentiment.NEUTRAL : Sentiment.POSITIVE;
            examples.add(described, sentiment, 1);
        }
        return examples;
    }
}
