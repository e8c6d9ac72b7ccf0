package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person corrects about the reading of a file holds for the next one with these columns, until it is forgotten. */
class RememberedMappingIT {
    private static final String KONTO = "select[aria-label='What the column Konto is']";

    @Test
    void aCorrectedMappingIsAppliedToTheNextFileShownAndForgotten() throws IOException {
        Path october = file("Ticket ID,Created at,Konto\n1,2016-10-01 08:00,Orchard Labs\n");
        Path november = file("TICKET_ID,Created At,Konto\n2,2016-11-01 08:00,Blue Harbor\n");
        Path december = file("Ticket ID,Created at,Konto\n3,2016-12-01 08:00,Kite & Sons\n");
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.DESK);
                Window phone = Browser.open(product, Browser.PHONE, ColorScheme.DARK)) {
            upload(window, october);
            assertThat(window.find(".remembered").count()).isZero();
            window.find(KONTO).selectOption("company");
            window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
            window.page().waitForSelector("#run[data-state=done]");

            // The next export, by the command: only the writing of its header differs.
            JsonNode report = imported(product, november);
            assertThat(report.at("/mapping/company").asString()).isEqualTo("Konto");
            assertThat(report.path("warnings").toString()).contains("once corrected for files with these columns");
            // Another source has not been corrected.
            assertThat(imported(product, november, "--source", "shop")
                            .path("mapping")
                            .has("company"))
                    .isFalse();
            // What the command is told goes before what is remembered.
            Path own = file("{\"location\": \"Konto\"}");
            assertThat(imported(product, november, "--dry-run", "--mapping", own.toString())
                            .path("mapping")
                            .has("company"))
                    .isFalse();

            upload(window, december);
            assertThat(window.find(".remembered").textContent()).contains("earlier file of this source");
            assertThat(window.find(KONTO).inputValue()).isEqualTo("company");
            assertThat(window.find(".preview tbody").textContent()).contains("Kite & Sons");
            assertThat(window.seriousViolations()).isEmpty();
            phone.open(window.location());
            phone.assertNoSidewaysScroll();
            assertThat(phone.seriousViolations()).isEmpty();

            window.follow(() -> window.find("button:text-is('Forget it')").click(), "/import/files/.*");
            assertThat(window.find(".remembered").count()).isZero();
            assertThat(window.find(KONTO).inputValue()).isEqualTo("keep");
            assertThat(window.errors()).isEmpty();
            assertThat(imported(product, december).path("mapping").has("company"))
                    .isFalse();
        }
    }

    private static void upload(Window window, Path file) {
        window.open("/import");
        window.find("input[type=file]").setInputFiles(file);
        window.follow(() -> window.find(".upload button").click(), "/import/files/.*");
    }

    private static JsonNode imported(Product product, Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("import", file.toString(), "--report", "json"));
        words.addAll(List.of("--data-dir", product.dataDirectory().toString()));
        words.addAll(List.of(options));
        Launcher.Result result = Launcher.run(words.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Json.parse(result.out());
    }

    private static Path file(String content) throws IOException {
        return Files.writeString(
                Launcher.newDirectory("remembered").resolve("tickets.csv"), content, StandardCharsets.UTF_8);
    }
}
