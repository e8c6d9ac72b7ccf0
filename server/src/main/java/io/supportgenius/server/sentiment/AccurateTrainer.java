package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.Examples;
import io.supportgenius.analytics.text.HeadTraining;
import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.LinearHead;
import io.supportgenius.analytics.text.LinearSentimentModel;
import io.supportgenius.analytics.text.SentimentEvaluation;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.sentiment.TrainingRecord.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the head of the accurate step from labelled texts, and the record of how it was made. The same texts give the same files, byte for
 * byte, on processors of one kind: eight-bit arithmetic differs a little between kinds. {@code docs/methods/sentiment.md} says
 * why these texts and options.
 */
public final class AccurateTrainer {

    private static final String NAME = "accurate-1";
    private static final String MODEL_FILE = "accurate.model";
    private static final String RECORD_FILE = "accurate.json";

    /** The fast step's word on a text it has learned from is worth more than on others, so the head sees it from models that have not. */
    private static final int FOLDS = 5;

    private static final HeadTraining OPTIONS = new HeadTraining(200, 80);
    private static final double BALANCE = 1;

    /** Of each data set; so the penalty is as strong as 1/C of scikit-learn at 10,000 texts of a set. */
    private static final double WEIGHT = 10_000;

    private AccurateTrainer() {}

    /**
     * Trains, calibrates and evaluates; takes about ten minutes of one processor.
     *
     * @param data directory with the labelled texts
     * @param fast what was trained from the same texts
     * @throws SentimentTrainingException if a file is missing or damaged, or if the native runtime cannot be loaded
     */
    public static TrainedHead train(Path data, LinearSentimentModel fast) {
        try (SentenceEmbedder embedder = SentenceEmbedder.load()) {
            return train(data, fast, embedder);
        } catch (IOException e) {
            throw new SentimentTrainingException("The encoder cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static TrainedHead train(Path data, LinearSentimentModel fast, SentenceEmbedder embedder) {
        TrainingTexts reddit = TrainingTexts.read(data, SentimentTrainer.REDDIT_TRAIN);
        TrainingTexts dev = TrainingTexts.read(data, SentimentTrainer.REDDIT_DEV);
        TrainingTexts test = TrainingTexts.read(data, SentimentTrainer.REDDIT_TEST);
        TrainingTexts products = TrainingTexts.read(data, SentimentTrainer.PRODUCTS);
        TrainingTexts prosAndCons = TrainingTexts.read(data, SentimentTrainer.PROS_AND_CONS);
        List<LabelledText> learned = SentimentTrainer.learned(products);
        List<LabelledText> calibration = SentimentTrainer.forCalibration(products);
        List<LabelledText> heldOut = SentimentTrainer.heldOut(products);

        var examples = new Examples();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            LinearSentimentModel others = SentimentTrainer.model(
                    SentimentTrainer.learning(reddit, products, prosAndCons, text -> fold(text.text()) != left));
            for (List<LabelledText> set : List.of(reddit.texts(), learned)) {
                TrainingTexts.weighted(set, WEIGHT, BALANCE).stream()
                        .filter(text -> fold(text.text()) == left)
                        .forEach(text -> add(examples, embedder, others, text));
            }
        }
        var unseen = new Examples();
        for (List<LabelledText> set : List.of(dev.texts(), calibration)) {
            TrainingTexts.weighted(set, 1, 0).forEach(text -> add(unseen, embedder, fast, text));
        }
        LinearHead head = OPTIONS.train(examples).calibrated(unseen);
        var file = new HeadFile(NAME, head);
        var scorer = new AccurateScorer(embedder, fast, file);
        var record = new HeadRecord(
                NAME,
                "multinomial logistic regression on the point of e5-small-v2 (8 bits) and the log-probabilities of the fast step",
                fast.model(),
                OPTIONS,
                BALANCE,
                FOLDS,
                head.temperature(),
                List.of(
                        Source.goEmotions(reddit, "learned from", reddit.texts().size()),
                        Source.goEmotions(dev, "calibration", dev.texts().size()),
                        Source.goEmotions(test, "report", test.texts().size()),
                        Source.products(products, "learned from", learned.size()),
                        Source.products(products, "calibration", calibration.size()),
                        Source.products(products, "report", heldOut.size()),
                        Source.prosAndCons(
                                prosAndCons,
                                "learned from by the fast step only",
                                prosAndCons.texts().size())),
                SentimentEvaluation.of(scorer, test.texts()),
                SentimentEvaluation.of(scorer, heldOut));
        return new TrainedHead(file, record);
    }

    private static void add(
            Examples examples, SentenceEmbedder embedder, LinearSentimentModel fast, LabelledText text) {
        SentimentScore first = fast.score(text.text());
        if (first != null) {
            examples.add(AccurateFeatures.of(embedder.embed(text.text()), first), text.sentiment(), text.weight());
        }
    }

    /** Which fold a text belongs to follows from the text alone, so repeated ones stay together. */
    private static int fold(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() / 10 % FOLDS);
    }

    /** A trained head with the record of how it was made. */
    public record TrainedHead(HeadFile file, HeadRecord record) {

        /**
         * Writes both into a directory, which is made if it is missing.
         *
         * @throws SentimentTrainingException if it cannot be written
         */
        public void write(Path directory) {
            try {
                Files.createDirectories(directory);
                try (OutputStream out = Files.newOutputStream(directory.resolve(MODEL_FILE))) {
                    file.write(out);
                }
                Files.writeString(
                        directory.resolve(RECORD_FILE),
                        JsonMapper.builder()
                                        .enable(SerializationFeature.INDENT_OUTPUT)
                                        .build()
                                        .writeValueAsString(record)
                                        .replace("\r\n", "\n")
                                + "\n");
            } catch (IOException e) {
                throw new SentimentTrainingException(
                        directory + " cannot be written: " + e.getMessage() + "; name another one with --output.", e);
            }
        }
    }
}
