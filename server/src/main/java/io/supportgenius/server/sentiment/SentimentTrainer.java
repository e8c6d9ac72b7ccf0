package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.LinearSentimentModel;
import io.supportgenius.analytics.text.SentimentEvaluation;
import io.supportgenius.analytics.text.SentimentTraining;
import io.supportgenius.server.sentiment.TrainingRecord.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the packaged model from labelled texts, and the record of how it was made. The same texts give the same files, byte for
 * byte. {@code docs/methods/sentiment.md} says why these texts and options.
 */
public final class SentimentTrainer {

    private static final String NAME = "fast-3";
    private static final String MODEL_FILE = "fast.model";
    private static final String RECORD_FILE = "fast.json";

    static final String REDDIT_TRAIN = "goemotions_train.tsv";
    static final String REDDIT_DEV = "goemotions_dev.tsv";
    static final String REDDIT_TEST = "goemotions_test.tsv";
    static final String PRODUCTS = "hu_liu_products.tsv";
    static final String PROS_AND_CONS = "pros_cons.tsv";

    private static final SentimentTraining OPTIONS = new SentimentTraining(12, 0.06, 2e-5, 2015);
    private static final double BALANCE = 0.7;
    private static final double WEIGHT_OF_REDDIT = 1;
    private static final double WEIGHT_OF_PRODUCTS = 0.7;
    private static final double WEIGHT_OF_PROS_AND_CONS = 0.2;

    /** Of ten parts of the product sentences, two are only for the report and one is only for the calibration. */
    private static final int PARTS = 10;

    private static final int HELD_OUT_PARTS = 2;
    private static final int CALIBRATION_PART = 2;

    private SentimentTrainer() {}

    /**
     * Trains, calibrates and evaluates.
     *
     * @param data directory with the labelled texts
     * @throws SentimentTrainingException if a file is missing or damaged
     */
    public static TrainedModel train(Path data) {
        TrainingTexts reddit = TrainingTexts.read(data, REDDIT_TRAIN);
        TrainingTexts dev = TrainingTexts.read(data, REDDIT_DEV);
        TrainingTexts test = TrainingTexts.read(data, REDDIT_TEST);
        TrainingTexts products = TrainingTexts.read(data, PRODUCTS);
        TrainingTexts prosAndCons = TrainingTexts.read(data, PROS_AND_CONS);
        List<LabelledText> learned = learned(products);
        List<LabelledText> texts = learning(reddit, products, prosAndCons, text -> true);
        List<LabelledText> calibration = forCalibration(products);
        List<LabelledText> heldOut = heldOut(products);
        var unseen = new ArrayList<LabelledText>();
        unseen.addAll(TrainingTexts.weighted(dev.texts(), 1, 0));
        unseen.addAll(TrainingTexts.weighted(calibration, 1, 0));
        LinearSentimentModel model = model(texts).calibrated(unseen);
        var record = new TrainingRecord(
                NAME,
                "multinomial logistic regression on hashed words, pairs, negated words and letter runs",
                OPTIONS,
                BALANCE,
                model.parameters().temperature(),
                List.of(
                        Source.goEmotions(reddit, "learned from", reddit.texts().size()),
                        Source.goEmotions(dev, "calibration", dev.texts().size()),
                        Source.goEmotions(test, "report", test.texts().size()),
                        Source.products(products, "learned from", learned.size()),
                        Source.products(products, "calibration", calibration.size()),
                        Source.products(products, "report", heldOut.size()),
                        Source.prosAndCons(
                                prosAndCons, "learned from", prosAndCons.texts().size())),
                SentimentEvaluation.of(model, test.texts()),
                SentimentEvaluation.of(model, heldOut));
        return new TrainedModel(model, record);
    }

    /** What the model learns from, weighted; only the texts of the files that are wanted. */
    static List<LabelledText> learning(
            TrainingTexts reddit, TrainingTexts products, TrainingTexts prosAndCons, Predicate<LabelledText> wanted) {
        var texts = new ArrayList<LabelledText>();
        texts.addAll(TrainingTexts.weighted(kept(reddit.texts(), wanted), WEIGHT_OF_REDDIT, BALANCE));
        texts.addAll(TrainingTexts.weighted(kept(learned(products), wanted), WEIGHT_OF_PRODUCTS, BALANCE));
        texts.addAll(TrainingTexts.weighted(kept(prosAndCons.texts(), wanted), WEIGHT_OF_PROS_AND_CONS, BALANCE));
        return texts;
    }

    /** A model from these texts that is not calibrated. */
    static LinearSentimentModel model(List<LabelledText> texts) {
        return OPTIONS.train(NAME, texts);
    }

    private static List<LabelledText> kept(List<LabelledText> texts, Predicate<LabelledText> wanted) {
        return texts.stream().filter(wanted).toList();
    }

    /** The product sentences to learn from. */
    static List<LabelledText> learned(TrainingTexts products) {
        return parts(products, CALIBRATION_PART + 1, PARTS);
    }

    /** The product sentences that are only for the calibration. */
    static List<LabelledText> forCalibration(TrainingTexts products) {
        return parts(products, CALIBRATION_PART, CALIBRATION_PART + 1);
    }

    /** The product sentences that are only for the report. */
    static List<LabelledText> heldOut(TrainingTexts products) {
        return parts(products, 0, HELD_OUT_PARTS);
    }

    /** Sentences of some parts; which part a sentence belongs to follows from its text alone, so repeated ones stay together. */
    static List<LabelledText> parts(TrainingTexts products, int from, int to) {
        return products.texts().stream()
                .filter(text -> part(text.text()) >= from && part(text.text()) < to)
                .toList();
    }

    private static int part(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % PARTS);
    }

    /** A trained model with the record of how it was made. */
    public record TrainedModel(LinearSentimentModel model, TrainingRecord record) {

        /**
         * Writes both into a directory, which is made if it is missing.
         *
         * @throws SentimentTrainingException if it cannot be written
         */
        public void write(Path directory) {
            try {
                Files.createDirectories(directory);
                try (OutputStream out = Files.newOutputStream(directory.resolve(MODEL_FILE))) {
                    ModelFile.write(model, out);
                }
                Files.writeString(directory.resolve(RECORD_FILE), json() + "\n");
            } catch (IOException e) {
                throw new SentimentTrainingException(
                        directory + " cannot be written: " + e.getMessage() + "; name another one with --output.", e);
            }
        }

        /** The record as a JSON document. */
        public String json() {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(record)
                    .replace("\r\n", "\n");
        }
    }
}
