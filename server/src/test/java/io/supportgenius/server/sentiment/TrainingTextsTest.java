package io.supportgenius.server.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.text.LabelledText;
import io.supportgenius.analytics.text.Sentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTextsTest {

    @TempDir
    private Path directory;

    @Test
    void labelledLinesAreRead() throws IOException {
        Files.writeString(directory.resolve("a.tsv"), "neg\tThis\tis bad\r\nneu\tSo so\npos\t\n");

        TrainingTexts read = TrainingTexts.read(directory, "a.tsv");

        assertThat(read.texts())
                .containsExactly(
                        new LabelledText("This\tis bad", Sentiment.NEGATIVE, 1),
                        new LabelledText("So so", Sentiment.NEUTRAL, 1),
                        new LabelledText("", Sentiment.POSITIVE, 1));
        // printf 'neg\tThis\tis bad\r\nneu\tSo so\npos\t\n' | sha256sum
        assertThat(read.sha256()).isEqualTo("2873b7bb2b2153bbc8a3ed16e141c8b1facceb489d43d652b245a549721135b7");
    }

    @Test
    void aLineWithoutALabelIsNamed() throws IOException {
        Files.writeString(directory.resolve("a.tsv"), "neg\tbad\nangry\tvery bad\n");

        assertThatThrownBy(() -> TrainingTexts.read(directory, "a.tsv"))
                .isInstanceOf(SentimentTrainingException.class)
                .hasMessage("a.tsv, line 2: expected neg, neu or pos, a tab and a text, but got \"angry\tvery bad\".");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TrainingTexts.read(directory, "a.tsv"))
                .isInstanceOf(SentimentTrainingException.class)
                .hasMessageContaining("There is no " + directory.resolve("a.tsv"));
    }

    @Test
    void otherEncodingsAndEmptyFilesAreRefused() throws IOException {
        Files.write(directory.resolve("latin.tsv"), new byte[] {'n', 'e', 'g', '\t', (byte) 0xe9, '\n'});
        Files.writeString(directory.resolve("empty.tsv"), "");

        assertThatThrownBy(() -> TrainingTexts.read(directory, "latin.tsv")).hasMessageContaining("not in UTF-8");
        assertThatThrownBy(() -> TrainingTexts.read(directory, "empty.tsv")).hasMessageContaining("is empty");
    }

    /** By hand: 8 and 2 texts at balance .5 count as the roots 2.828 and 1.414 do; each text its part of that. */
    @Test
    void rareLabelsAreLifted() {
        var texts = new ArrayList<LabelledText>();
        for (int i = 0; i < 10; i++) {
            texts.add(new LabelledText("x" + i, i < 8 ? Sentiment.NEUTRAL : Sentiment.POSITIVE, 1));
        }

        List<LabelledText> weighted = TrainingTexts.weighted(texts, 3, 0.5);

        assertThat(weighted.stream().mapToDouble(LabelledText::weight).sum()).isCloseTo(3, within(1e-12));
        assertThat(weighted.get(9).weight() / weighted.get(0).weight()).isCloseTo(2, within(1e-12));
    }
}
