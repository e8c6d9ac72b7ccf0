package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever runs the product limits what files may hold, and whoever meets a limit is told which. */
class FileLimitsIT {
    private static Product product;

    @BeforeAll
    static void start() {
        Path data = Launcher.newDirectory("limits").resolve("data");
        ProcessBuilder builder = Launcher.process("demo", "--empty", "--port", "0", "--data-dir", data.toString());
        builder.environment().put("SUPPORTGENIUS_IMPORT_UPLOADSIZE", "1MB");
        builder.environment().put("SUPPORTGENIUS_IMPORT_COLUMNS", "3");
        product = Product.start(builder, data);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    private static HttpResponse<String> post(String csv) {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tickets.csv\"\r\n\r\n" + csv
                + "\r\n--edge--\r\n";
        return product.send(product.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static String large() {
        return "id,created\n" + "1,2016-03-05\n".repeat(100_000);
    }

    @Test
    void theApiSaysThatAFileIsTooLarge() {
        HttpResponse<String> refused = post(large());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Json.parse(refused.body()).path("detail").asString())
                .contains("1 MB", "supportgenius.import.upload-size");
        assertThat(post("id,created\n1,2016-03-05\n").statusCode()).isEqualTo(201);
    }

    @Test
    void thePageSaysItBeforeTheFileIsSentAndAlsoWithoutScripts() throws IOException {
        Path file = Files.writeString(Launcher.newDirectory("large").resolve("large.csv"), large());
        try (Window window = Browser.open(product, Browser.DESK);
                Window plain = Browser.openWithoutScripts(product, Browser.DESK)) {
            window.open("/import");
            assertThat(window.find(".upload ~ .hint").textContent()).contains("1 MB");
            window.find("input[type=file]").setInputFiles(file);
            window.find(".upload button").click();
            assertThat(window.find("[data-problem]").textContent()).contains("larger than 1 MB");

            plain.page().navigate(product.address() + "/import");
            plain.find("input[type=file]").setInputFiles(file);
            plain.find(".upload button").click();
            plain.page().waitForURL(url -> url.contains("/import?"));
            assertThat(plain.find("main .problem:not([hidden])").textContent()).contains("larger than 1 MB");
        }
    }

    @Test
    void tooManyColumnsAreRefusedWithTheSettingThatLimitsThem() {
        HttpResponse<String> refused = post("id,created,a,b\n1,2016-03-05,x,y\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.parse(refused.body()).path("message").asString()).contains("supportgenius.import.columns");
    }
}
