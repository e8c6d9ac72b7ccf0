package io.supportgenius.server.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.LinearSentimentModel;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentTraining;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final LinearSentimentModel MODEL = new SentimentTraining(2, 0.1, 0, 1)
            .train(
                    "small-1",
                    List.of(
                            new LabelledText("good", Sentiment.POSITIVE, 1),
                            new LabelledText("bad", Sentiment.NEGATIVE, 1)));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        LinearSentimentModel copy = ModelFile.read(new ByteArrayInputStream(bytes()));

        assertThat(copy.model()).isEqualTo("small-1");
        assertThat(copy.score("good")).isEqualTo(MODEL.score("good"));
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() throws IOException {
        byte[] bytes = bytes();
        for (int length : new int[] {0, 3, 4, 8, 12, 40, bytes.length - 1}) {
            assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(Arrays.copyOf(bytes, length))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ends too early");
        }
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessage("This is no sentiment model");

        byte[] newer = bytes();
        newer[7] = 9;
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(newer)))
                .hasMessage("This is a sentiment model of version 9, expected 1");

        byte[] bytes = bytes();
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(longer)))
                .hasMessageContaining("something follows its end");
    }

    private static byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        ModelFile.write(MODEL, out);
        return out.toByteArray();
    }
}
