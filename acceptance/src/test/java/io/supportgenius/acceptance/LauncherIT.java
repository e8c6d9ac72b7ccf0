package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherIT {

    @Test
    void helpNamesEveryCommandOfThisVersionAndNoOther() {
        Launcher.Result result = Launcher.run("help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("./supportgenius demo", "./supportgenius import", "./supportgenius test")
                .doesNotContain("serve ", "bench", "train-sentiment");
    }

    @Test
    void helpOfOneCommandShowsItsOptions() {
        Launcher.Result result = Launcher.run("help", "demo");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("--port", "--data-dir", "--tickets", "--seed", "--empty");
    }

    @Test
    void worksThroughALinkAndFromAnyDirectoryWithSpaces() throws IOException {
        Path elsewhere = Launcher.newDirectory("some where");
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("sg link"), Launcher.root().resolve("supportgenius"));
        ProcessBuilder builder = new ProcessBuilder(link.toString(), "demo", "--port", "0", "--data-dir", "my data");
        builder.environment().putAll(Launcher.environment());
        builder.directory(elsewhere.toFile());

        try (Product product = Product.start(builder, elsewhere.resolve("my data"))) {
            assertThat(product.dataDirectory().resolve("database")).isDirectory();
        }
    }
}
