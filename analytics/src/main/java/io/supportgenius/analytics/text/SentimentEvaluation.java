package io.supportgenius.analytics.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a model judges texts that people have judged. Texts without a word to judge by are left out and counted.
 *
 * @param n texts that were scored
 * @param unscored texts without a score
 * @param accuracy share of texts whose label is right
 * @param macroF1 mean of the three F1 values
 * @param classes figures of negative, neutral and positive, in this order
 * @param expectedCalibrationError mean distance of certainty and accuracy over the bins, weighted by their texts
 *     (Guo et al. 2017, https://proceedings.mlr.press/v70/guo17a.html)
 * @param reliability bins of equal width; those without a text are left out
 */
public record SentimentEvaluation(
        int n,
        int unscored,
        double accuracy,
        double macroF1,
        List<ClassFigures> classes,
        double expectedCalibrationError,
        List<ReliabilityBin> reliability) {

    private static final int BINS = 15;

    public SentimentEvaluation {
        classes = List.copyOf(classes);
        reliability = List.copyOf(reliability);
    }

    /**
     * Judges every text.
     *
     * @param texts their weights do not count here
     */
    public static SentimentEvaluation of(SentimentScorer scorer, List<LabelledText> texts) {
        var count = new Count();
        for (LabelledText text : texts) {
            SentimentScore score = scorer.score(text.text());
            if (score == null) {
                count.unscored++;
            } else {
                count.accept(text.sentiment(), score);
            }
        }
        return count.evaluation();
    }

    /**
     * Figures of one sentiment; those without a text are 0.
     *
     * @param texts how many texts have it
     * @param precision share of right labels among the texts that got this one
     * @param recall share of right labels among the texts that have it
     */
    public record ClassFigures(Sentiment sentiment, int texts, double precision, double recall, double f1) {}

    /**
     * Texts of about the same certainty.
     *
     * @param certainty mean certainty of their labels
     * @param accuracy share of right labels among them
     */
    public record ReliabilityBin(double from, double to, int n, double certainty, double accuracy) {}

    private static final class Count {

        private final int[][] table = new int[3][3];
        private final int[] binTexts = new int[BINS];
        private final int[] binRight = new int[BINS];
        private final double[] binCertainty = new double[BINS];
        private int unscored;

        void accept(Sentiment truth, SentimentScore score) {
            Sentiment label = score.label();
            table[truth.ordinal()][label.ordinal()]++;
            int bin = Math.min(BINS - 1, (int) (score.certainty() * BINS));
            binTexts[bin]++;
            binRight[bin] += label == truth ? 1 : 0;
            binCertainty[bin] += score.certainty();
        }

        SentimentEvaluation evaluation() {
            var classes = new ArrayList<ClassFigures>();
            int n = 0;
            int right = 0;
            for (Sentiment sentiment : Sentiment.values()) {
                ClassFigures figures = figures(sentiment);
                classes.add(figures);
                n += figures.texts();
                right += table[sentiment.ordinal()][sentiment.ordinal()];
            }
            double macro =
                    classes.stream().mapToDouble(ClassFigures::f1).average().orElse(0);
            return new SentimentEvaluation(n, unscored, share(right, n), macro, classes, calibrationError(n), bins());
        }

        private ClassFigures figures(Sentiment sentiment) {
            int own = sentiment.ordinal();
            int texts = 0;
            int labelled = 0;
            for (int other = 0; other < 3; other++) {
                texts += table[own][other];
                labelled += table[other][own];
            }
            int right = table[own][own];
            return new ClassFigures(
                    sentiment, texts, share(right, labelled), share(right, texts), share(2 * right, texts + labelled));
        }

        private double calibrationError(int n) {
            double error = 0;
            for (int bin = 0; bin < BINS; bin++) {
                error += Math.abs(binCertainty[bin] - binRight[bin]);
            }
            return n == 0 ? 0 : error / n;
        }

        private List<ReliabilityBin> bins() {
            var bins = new ArrayList<ReliabilityBin>();
            for (int bin = 0; bin < BINS; bin++) {
                int texts = binTexts[bin];
                if (texts > 0) {
                    bins.add(new ReliabilityBin(
                            (double) bin / BINS,
                            (bin + 1.0) / BINS,
                            texts,
                            binCertainty[bin] / texts,
                            share(binRight[bin], texts)));
                }
            }
            return bins;
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
