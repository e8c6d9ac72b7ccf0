package io.supportgenius.server.sentiment;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.supportgenius.analytics.text.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts as points of a space in which those of like meaning are near: e5-small-v2 (Wang et al. 2022, arXiv:2212.03533) with weights of
 * eight bits, by ONNX Runtime. The point is the mean over the text's pieces, of length 1. Safe for use by many threads: each
 * call works in the thread that made it, and in no other. Of a text the first {@value #MOST_PIECES} pieces count.
 */
final class SentenceEmbedder implements AutoCloseable {

    /** Other points, another name. */
    static final String NAME = "e5-small-v2-q/256";

    static final int DIMENSIONS = 384;
    static final int MOST_PIECES = 256;

    /** The model was taught with questions and passages; for other uses its makers advise the word for questions. */
    private static final String PREFIX = "query: ";

    private static final String MODEL = "e5-small-v2-q.onnx";
    private static final String TOKENIZER = "e5-small-v2-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceEmbedder(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads model and native runtime, which takes about a second and 100 MB.
     *
     * @throws NoNativeRuntimeException if this machine cannot run it
     */
    static SentenceEmbedder load() throws IOException {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                byte[] model = bytes(MODEL);
                return new SentenceEmbedder(environment, environment.createSession(model, options), wordPieces());
            }
        } catch (OrtException | LinkageError | IllegalStateException e) {
            throw new NoNativeRuntimeException(e);
        }
    }

    /** The pieces that the model knows, with their numbers. */
    static WordPieces wordPieces() throws IOException {
        JsonNode known = JsonMapper.builder().build().readTree(bytes(TOKENIZER)).at("/model/vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        known.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        return WordPieces.of(vocabulary);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** How many pieces of a text count. */
    int pieces(String text) {
        return pieces.numbers(PREFIX + text, MOST_PIECES).length;
    }

    /** The point of a text: {@value #DIMENSIONS} numbers. */
    float[] embed(String text) {
        int[] numbers = pieces.numbers(PREFIX + text, MOST_PIECES);
        long[] shape = {1, numbers.length};
        long[] all = new long[numbers.length];
        Arrays.fill(all, 1);
        long[] ids = Arrays.stream(numbers).asLongStream().toArray();
        try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(all), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), numbers.length);
        } catch (OrtException e) {
            throw new IllegalStateException("The native runtime failed on a text of " + numbers.length + " pieces", e);
        }
    }

    private static float[] mean(FloatBuffer states, int count) {
        var sum = new double[DIMENSIONS];
        for (int piece = 0; piece < count; piece++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += states.get(piece * DIMENSIONS + i);
            }
        }
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        double length = Math.sqrt(square);
        var mean = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            mean[i] = (float) (sum[i] / length);
        }
        return mean;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The native runtime could not be closed", e);
        }
    }

    /** This machine cannot run the native code; the message says what it said. */
    static final class NoNativeRuntimeException extends IOException {

        private static final long serialVersionUID = 1L;

        private static Throwable deepest(Throwable cause) {
            Throwable next = cause.getCause();
            return next == null || next == cause ? cause : deepest(next);
        }

        NoNativeRuntimeException(Throwable cause) {
            super(deepest(cause).toString(), cause);
        }
    }
}
