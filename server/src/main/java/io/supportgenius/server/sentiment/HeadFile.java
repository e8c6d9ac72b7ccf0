package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.LinearHead;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A {@link LinearHead} with its name as a file: the same head always gives the same bytes. */
public record HeadFile(String name, LinearHead head) {

    private static final int MARK = 0x53474c48;
    private static final int VERSION = 1;
    private static final int MOST_WEIGHTS = 1 << 16;

    void write(OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.writeInt(MARK);
        data.writeInt(VERSION);
        data.writeUTF(name);
        data.writeDouble(head.temperature());
        float[] weights = head.weights();
        data.writeInt(weights.length);
        for (float weight : weights) {
            data.writeFloat(weight);
        }
        data.flush();
    }

    /** @throws IOException if this is no whole head of this version; the message says what it is instead */
    static HeadFile read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        try {
            if (data.readInt() != MARK || data.readInt() != VERSION) {
                throw new IOException("This is no head of a sentiment model of version " + VERSION);
            }
            String name = data.readUTF();
            double temperature = data.readDouble();
            int length = data.readInt();
            if (length < 1 || length > MOST_WEIGHTS) {
                throw new IOException("The head of the sentiment model is damaged: a length is " + length);
            }
            var weights = new float[length];
            for (int i = 0; i < length; i++) {
                weights[i] = data.readFloat();
            }
            if (data.read() >= 0) {
                throw new IOException("The head of the sentiment model is damaged: something follows its end");
            }
            return new HeadFile(name, LinearHead.of(weights, temperature));
        } catch (EOFException e) {
            throw new IOException("The head of the sentiment model ends too early", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("The head of the sentiment model is damaged: " + e.getMessage(), e);
        }
    }
}
