package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.LinearSentimentModel;
import io.supportgenius.analytics.text.LinearSentimentModel.Parameters;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A {@link LinearSentimentModel} as a file: the same model always gives the same bytes. They are not compressed, because compressors
 * differ between Java versions.
 */
final class ModelFile {

    private static final int MARK = 0x53474c4d;
    private static final int VERSION = 1;
    private static final int MOST_WEIGHTS = 1 << 24;
    private static final int MOST_CLASSES = 16;

    private ModelFile() {}

    static void write(LinearSentimentModel model, OutputStream out) throws IOException {
        Parameters parameters = model.parameters();
        var data = new DataOutputStream(out);
        data.writeInt(MARK);
        data.writeInt(VERSION);
        data.writeUTF(parameters.name());
        data.writeDouble(parameters.temperature());
        data.writeInt(parameters.scales().length);
        for (int i = 0; i < parameters.scales().length; i++) {
            data.writeFloat(parameters.scales()[i]);
            data.writeDouble(parameters.bias()[i]);
        }
        data.writeInt(parameters.weights().length);
        data.write(parameters.weights());
        data.flush();
    }

    /** @throws IOException if this is no whole model of this version; the message says what it is instead */
    static LinearSentimentModel read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        try {
            if (data.readInt() != MARK) {
                throw new IOException("This is no sentiment model");
            }
            int version = data.readInt();
            if (version != VERSION) {
                throw new IOException("This is a sentiment model of version " + version + ", expected " + VERSION);
            }
            return LinearSentimentModel.of(parameters(data));
        } catch (EOFException e) {
            throw new IOException("The sentiment model ends too early", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("The sentiment model is damaged: " + e.getMessage(), e);
        }
    }

    private static Parameters parameters(DataInputStream data) throws IOException {
        String name = data.readUTF();
        double temperature = data.readDouble();
        int classes = checked(data.readInt(), MOST_CLASSES);
        var scales = new float[classes];
        var bias = new double[classes];
        for (int i = 0; i < classes; i++) {
            scales[i] = data.readFloat();
            bias[i] = data.readDouble();
        }
        var weights = new byte[checked(data.readInt(), MOST_WEIGHTS)];
        data.readFully(weights);
        if (data.read() >= 0) {
            throw new IOException("The sentiment model is damaged: something follows its end");
        }
        return new Parameters(name, weights, scales, bias, temperature);
    }

    private static int checked(int length, int most) throws IOException {
        if (length < 1 || length > most) {
            throw new IOException("The sentiment model is damaged: a length is " + length);
        }
        return length;
    }
}
