package io.supportgenius.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinearSentimentModelTest {

    private static final List<String> BAD = List.of("awful", "broken", "terrible", "slow");
    private static final List<String> GOOD = List.of("lovely", "perfect", "superb", "quick");
    private static final List<String> PLAIN = List.of("printer", "invoice", "account", "export", "the", "a", "with");

    private static final SentimentTraining OPTIONS = new SentimentTraining(10, 0.1, 1e-5, 7);
    private static final LinearSentimentModel MODEL = OPTIONS.train("tiny-1", texts(600, 1));

    @Test
    void whatCanBeLearnedIsLearned() {
        SentimentEvaluation unseen = SentimentEvaluation.of(MODEL, texts(300, 2));

        // One word alone decides each made-up text, so a model that learns anything is right nearly always.
        assertThat(unseen.n()).isEqualTo(300);
        assertThat(unseen.accuracy()).isGreaterThan(0.98);
        assertThat(unseen.macroF1()).isGreaterThan(0.98);
    }

    @Test
    void aNegationTurnsAWordRound() {
        var texts = new ArrayList<LabelledText>();
        for (String plain : PLAIN) {
            texts.add(new LabelledText(plain + " is good", Sentiment.POSITIVE, 1));
            texts.add(new LabelledText(plain + " is not good", Sentiment.NEGATIVE, 1));
            texts.add(new LabelledText(plain + " isn't good", Sentiment.NEGATIVE, 1));
        }
        LinearSentimentModel model = new SentimentTraining(30, 0.1, 0, 7).train("not", texts);

        assertThat(score(model, "window is good").label()).isEqualTo(Sentiment.POSITIVE);
        assertThat(score(model, "window is not good").label()).isEqualTo(Sentiment.NEGATIVE);
        assertThat(score(model, "window isn't good").label()).isEqualTo(Sentiment.NEGATIVE);
    }

    @Test
    void theSameTextsGiveTheSameModelToTheLastBit() {
        LinearSentimentModel again = OPTIONS.train("tiny-1", texts(600, 1));

        assertThat(again.parameters().weights()).isEqualTo(MODEL.parameters().weights());
        assertThat(again.parameters().scales()).isEqualTo(MODEL.parameters().scales());
        assertThat(again.parameters().bias()).isEqualTo(MODEL.parameters().bias());
    }

    @Test
    void probabilitiesAddUpToOneForAnyText() {
        var random = new SplittableRandom(3);
        for (int run = 0; run < 500; run++) {
            String text = text(random, PLAIN.get(random.nextInt(PLAIN.size())));
            SentimentScore score =
                    score(MODEL, text + " " + text(random, BAD.get(0)).repeat(random.nextInt(30)));
            assertThat(score.negative() + score.neutral() + score.positive()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aTextWithoutAWordHasNoScore() {
        assertThat(MODEL.score("")).isNull();
        assertThat(MODEL.score(" \n\t 12:30 ?!")).isNull();
        assertThat(MODEL.explain("12")).isEmpty();
    }

    /** The definition itself: the word is cut out of the text by hand and the rest is scored. */
    @Test
    void theInfluenceOfAWordIsWhatItsRemovalTakesFromTheLabel() {
        String text = "the awful printer broken with a perfect invoice";
        SentimentScore whole = score(MODEL, text);

        List<WordInfluence> influences = MODEL.explain(text);

        assertThat(influences).isNotEmpty();
        for (WordInfluence influence : influences) {
            String without = text.substring(0, influence.start()) + text.substring(influence.end());
            double rest = score(MODEL, without).of(whole.label());
            assertThat(influence.influence()).isCloseTo(whole.certainty() - rest, within(1e-12));
        }
        WordInfluence first = influences.get(0);
        assertThat(BAD).contains(text.substring(first.start(), first.end()));
    }

    @Test
    void noWordThatIsLeftOutOfAnExplanationSupportsTheLabel() {
        String text = "a lovely account with the superb export";
        SentimentScore whole = score(MODEL, text);
        List<Integer> explained =
                MODEL.explain(text).stream().map(WordInfluence::start).toList();

        int start = 0;
        for (String word : text.split(" ")) {
            String without = text.substring(0, start) + text.substring(start + word.length());
            boolean supports = score(MODEL, without).of(whole.label()) < whole.certainty();
            assertThat(explained.contains(start)).as(word).isEqualTo(supports);
            start += word.length() + 1;
        }
    }

    @Test
    void theStrongestWordOfALongTextIsFound() {
        String text = "the printer with a account ".repeat(100) + "terrible" + " with the invoice".repeat(100);

        WordInfluence first = MODEL.explain(text).get(0);

        assertThat(text.substring(first.start(), first.end())).isEqualTo("terrible");
    }

    @Test
    void calibrationChangesNoLabelAndIsLessSurprisedByTheTruth() {
        List<LabelledText> noisy = new ArrayList<>(texts(300, 4));
        for (int i = 0; i < noisy.size(); i += 4) {
            noisy.set(i, new LabelledText(noisy.get(i).text(), Sentiment.NEUTRAL, 1));
        }

        LinearSentimentModel calibrated = MODEL.calibrated(noisy);

        assertThat(SentimentEvaluation.of(calibrated, noisy).accuracy())
                .isEqualTo(SentimentEvaluation.of(MODEL, noisy).accuracy());
        assertThat(surprise(calibrated, noisy)).isLessThan(surprise(MODEL, noisy));
    }

    /** Mean negative logarithm of the probability that a model gave to the truth. */
    private static double surprise(SentimentScorer scorer, List<LabelledText> texts) {
        return texts.stream()
                .mapToDouble(text -> -Math.log(score(scorer, text.text()).of(text.sentiment())))
                .average()
                .orElseThrow();
    }

    @Test
    void aModelIsTheSameAfterItWasTakenApart() {
        LinearSentimentModel copy = LinearSentimentModel.of(MODEL.parameters());

        assertThat(copy.model()).isEqualTo("tiny-1");
        assertThat(copy.score("a broken export")).isEqualTo(MODEL.score("a broken export"));
    }

    @Test
    void parametersOfAnotherFormAreRefused() {
        var parameters = MODEL.parameters();
        byte[] fewer = Arrays.copyOf(parameters.weights(), 10);
        var damaged = new LinearSentimentModel.Parameters(
                "x", fewer, parameters.scales(), parameters.bias(), parameters.temperature());

        assertThatThrownBy(() -> LinearSentimentModel.of(damaged)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsWithoutAnyWordCannotTeachAnything() {
        assertThatThrownBy(() -> OPTIONS.train("x", List.of(new LabelledText("12", Sentiment.NEUTRAL, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no text with a word");
    }

    private static SentimentScore score(SentimentScorer scorer, String text) {
        return Objects.requireNonNull(scorer.score(text));
    }

    /** Texts of plain words in which one word may be good or bad. */
    private static List<LabelledText> texts(int count, long seed) {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> switch (random.nextInt(3)) {
                    case 0 -> new LabelledText(text(random, BAD.get(random.nextInt(4))), Sentiment.NEGATIVE, 1);
                    case 1 -> new LabelledText(text(random, GOOD.get(random.nextInt(4))), Sentiment.POSITIVE, 1);
                    default -> new LabelledText(text(random, PLAIN.get(random.nextInt(4))), Sentiment.NEUTRAL, 1);
                })
                .limit(count)
                .toList();
    }

    private static String text(SplittableRandom random, String telling) {
        var words = new ArrayList<String>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            words.add(PLAIN.get(random.nextInt(PLAIN.size())));
        }
        words.add(random.nextInt(words.size()), telling);
        return String.join(" ", words);
    }
}
