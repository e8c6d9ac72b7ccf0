package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrainSentimentIT {

    private static final Path PACKAGED = Launcher.root().resolve("server/src/main/resources/sentiment");

    @Test
    void theSameTextsGiveThePackagedModelAndItsRecordByteForByte() throws IOException {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(reference != null, "SUPPORTGENIUS_REFERENCE_DATA is not set");
        Path output = Launcher.newDirectory("model");

        Launcher.Result result = Launcher.run(
                "train-sentiment", "--data", reference + "/sentiment", "--output", output.toString(), "--step", "fast");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(output.resolve("fast.model")).hasSameBinaryContentAs(PACKAGED.resolve("fast.model"));
        assertThat(output.resolve("fast.json")).hasSameTextualContentAs(PACKAGED.resolve("fast.json"));
        assertThat(result.out()).contains("GoEmotions, test part", "Product sentences, held-out part");
    }

    @Test
    void aMissingFileIsNamed() {
        Path data = Launcher.newDirectory("no texts");

        Launcher.Result result = Launcher.run("train-sentiment", "--data", data.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("There is no " + data.resolve("goemotions_train.tsv"))
                .contains("--data must name the directory");
    }

    @Test
    void aBadLineIsNamedAndNothingIsWritten() throws IOException {
        Path data = Launcher.newDirectory("bad texts");
        Path output = data.resolve("out");
        Files.writeString(data.resolve("goemotions_train.tsv"), "pos\tgood\nexcellent\n");

        Launcher.Result result =
                Launcher.run("train-sentiment", "--data", data.toString(), "--output", output.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("goemotions_train.tsv, line 2: expected neg, neu or pos")
                .contains("excellent");
        assertThat(output).doesNotExist();
    }
}
