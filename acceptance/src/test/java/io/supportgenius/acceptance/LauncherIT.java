package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
                .contains(
                        "./supportgenius demo",
                        "./supportgenius serve",
                        "./supportgenius import",
                        "./supportgenius train-sentiment",
                        "./supportgenius test")
                .doesNotContain("bench");
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

    @Test
    void namesBeyondAsciiKeepTheirLettersInALocaleThatKnowsThemNot() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this test itself cannot name such files");
        Path directory = Launcher.newDirectory("Büro");
        Path file = Files.writeString(directory.resolve("Müller.csv"), "id,created\na1,2015-10-01 08:00\n");
        String data = directory.resolve("Ablage für alle").toString();
        ProcessBuilder builder = Launcher.process("import", file.toString(), "--data-dir", data, "--report", "json");
        builder.environment().put("LC_ALL", "C");

        Launcher.Result result = Launcher.run(builder);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Json.parse(result.out()).path("file").asString()).isEqualTo("Müller.csv");
        assertThat(Path.of(data, "database")).isDirectory();
    }
}
