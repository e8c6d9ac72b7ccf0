package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScore;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/** The numbers that the head of the accurate step judges by: a text's point, and what the fast step thinks of the text. */
final class AccurateFeatures {

    static final int COUNT = SentenceEmbedder.DIMENSIONS + 3;

    /** Makes the numbers of a point about as large as 1, so that one penalty suits all. */
    private static final float POINT = 20;

    /** Says less than the fast step's word would on texts of the kind it has learned from, because tickets are of another kind. */
    private static final float FAST = 0.3f;

    private static final double SMALLEST = 1e-6;

    private AccurateFeatures() {}

    /** @param fast the score of the fast step */
    static float[] of(float[] embedding, SentimentScore fast) {
        var features = new float[COUNT];
        for (int i = 0; i < embedding.length; i++) {
            features[i] = POINT * embedding[i];
        }
        double negative = StrictMath.log(Math.max(fast.negative(), SMALLEST));
        double neutral = StrictMath.log(Math.max(fast.neutral(), SMALLEST));
        double positive = StrictMath.log(Math.max(fast.positive(), SMALLEST));
        double mean = (negative + neutral + positive) / 3;
        features[COUNT - 3] = (float) (FAST * (negative - mean));
        features[COUNT - 2] = (float) (FAST * (neutral - mean));
        features[COUNT - 1] = (float) (FAST * (positive - mean));
        return features;
    }

    /** A point in 16 bits for each number, which is as exact as labels need. */
    static byte[] packed(float[] embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * embedding.length);
        for (float number : embedding) {
            bytes.putShort((short) Math.round(number * Short.MAX_VALUE));
        }
        return bytes.array();
    }

    static float[] unpacked(byte[] packed) {
        ShortBuffer numbers = ByteBuffer.wrap(packed).asShortBuffer();
        var embedding = new float[numbers.remaining()];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) numbers.get(i) / Short.MAX_VALUE;
        }
        return embedding;
    }
}
