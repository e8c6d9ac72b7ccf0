package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.Sentiment;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One file of labelled texts: a line for each, with {@code neg}, {@code neu} or {@code pos}, a tab and the text, in UTF-8.
 *
 * @param name of the file
 * @param sha256 of its bytes
 */
record TrainingTexts(String name, String sha256, List<LabelledText> texts) {

    private static final Map<String, Sentiment> LABELS =
            Map.of("neg", Sentiment.NEGATIVE, "neu", Sentiment.NEUTRAL, "pos", Sentiment.POSITIVE);

    TrainingTexts {
        texts = List.copyOf(texts);
    }

    /** @throws SentimentTrainingException naming file, line and what was expected */
    static TrainingTexts read(Path directory, String name) {
        Path file = directory.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            var texts = new ArrayList<LabelledText>();
            int number = 0;
            for (String line : decoded(bytes).lines().toList()) {
                number++;
                texts.add(text(name, number, line));
            }
            if (texts.isEmpty()) {
                throw new SentimentTrainingException(file + " is empty: expected one labelled text on each line.");
            }
            return new TrainingTexts(name, sha256(bytes), texts);
        } catch (NoSuchFileException e) {
            throw new SentimentTrainingException(
                    "There is no " + file + ": --data must name the directory with the labelled texts.", e);
        } catch (CharacterCodingException e) {
            throw new SentimentTrainingException(file + " is not in UTF-8.", e);
        } catch (IOException e) {
            throw new SentimentTrainingException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(java.nio.ByteBuffer.wrap(bytes))
                .toString();
    }

    private static LabelledText text(String name, int number, String line) {
        int tab = line.indexOf('\t');
        Sentiment sentiment = tab < 0 ? null : LABELS.get(line.substring(0, tab));
        if (sentiment == null) {
            String begin = line.substring(0, Math.min(line.length(), 40));
            throw new SentimentTrainingException(name + ", line " + number
                    + ": expected neg, neu or pos, a tab and a text, but got \"" + begin + "\".");
        }
        return new LabelledText(line.substring(tab + 1), sentiment, 1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Texts that count together as much as asked, with rare labels lifted: a label's texts count as its number of texts to the power
     * of {@code 1 - balance}, so 0 leaves the labels as they are and 1 makes them equal.
     */
    static List<LabelledText> weighted(List<LabelledText> texts, double total, double balance) {
        var counts = new EnumMap<Sentiment, Integer>(Sentiment.class);
        texts.forEach(text -> counts.merge(text.sentiment(), 1, Integer::sum));
        double sum = counts.values().stream()
                .mapToDouble(count -> StrictMath.pow(count, 1 - balance))
                .sum();
        return texts.stream()
                .map(text -> new LabelledText(
                        text.text(),
                        text.sentiment(),
                        total * StrictMath.pow(counts.getOrDefault(text.sentiment(), 1), -balance) / sum))
                .toList();
    }
}
