package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An import is taken back, and everything is as it was before it. */
class UndoIT {

    private static final String FIRST = """
            Ticket ID,Created at,Status,Requester,Requester email,Company,Industry,Agent,Subject,Description,Colour
            1,2016-02-01T08:15:00Z,open,Ann,ann@example.org,Umbrella,media,Bob,Invoice,The invoice is wrong and nobody helps. I am angry.,small
            2,2016-02-02T08:15:00Z,open,Cid,cid@example.org,Initech,energy,Bob,Thanks,Great support: thank you very much!,large
            5,2016-02-02T09:15:00Z,open,Cid,cid@example.org,,,Bob,Question,How do I print?,large
            """;

    /**
     * Changes ticket 1 in every way, its company's industry, its agent and its requester's name; adds tickets, companies, a person and an attribute. Cid
     * moves to a new company, and ticket 5, which names none, follows.
     */
    private static final String SECOND = """
            Ticket ID,Created at,Resolved at,Status,Requester,Requester email,Company,Industry,Agent,Subject,Description,Colour,Warehouse
            1,2016-02-01T09:00:00Z,2016-02-03T09:00:00Z,solved,Anna,ann@example.org,Umbrella,banking,Dora,Invoice again,All is well now. Thank you!,medium,north
            3,2016-02-05T08:15:00Z,,open,Eve,eve@example.org,Hooli,retail,Eve,New,The printer is broken.,small,south
            4,2016-02-06T08:15:00Z,,open,Cid,cid@example.org,Globex,retail,Bob,Moved,I work at Globex now.,small,south
            """;

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(Launcher.newDirectory("file").resolve(name), text);
    }

    private static void importFile(Product product, Path file) {
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    /** Everything that can be asked for, but for the number of the state, which only grows. */
    private static Map<String, String> everything(Product product) {
        Map<String, String> answers = new TreeMap<>();
        for (String question : new String[] {
            "/api/v1/dashboard?by=attribute.Colour",
            "/api/v1/overview",
            "/api/v1/tickets",
            "/api/v1/tickets?q=invoice",
            "/api/v1/tickets?q=printer",
            "/api/v1/dashboard?by=company"
        }) {
            HttpResponse<String> answer = product.get(question);
            assertThat(answer.statusCode()).as(question).isEqualTo(200);
            answers.put(question, answer.body().replaceAll("\"revision\":\\d+", ""));
        }
        answers.put(
                "warehouse",
                "" + product.get("/api/v1/dashboard?by=attribute.Warehouse").statusCode());
        for (String page : new String[] {"/agents", "/customers", "/companies", "/tickets/1"}) {
            answers.put(page, product.get(page).body().replaceAll("(?s)^.*<main|<script.*$", ""));
        }
        return answers;
    }

    @Test
    void whatTheNewestImportDidIsGoneAndTheOneBeforeComesNext() throws IOException {
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.DESK)) {
            importFile(product, file("first.csv", FIRST));
            Map<String, String> before = everything(product);
            importFile(product, file("second.csv", SECOND));
            Map<String, String> between = everything(product);
            assertThat(between.get("/companies")).contains("Hooli").isNotEqualTo(before.get("/companies"));
            assertThat(between.get("warehouse")).isEqualTo("200");

            // The older one has to wait.
            window.open("/import");
            window.follow(() -> window.find("text=first.csv").click(), "/import/runs/1");
            window.follow(() -> window.find("text=Take this import back").click(), "/import/runs/1/undo");
            assertThat(window.find("main").textContent()).contains("the newest first");
            HttpResponse<String> refused =
                    product.send(product.request("/api/v1/imports/1").DELETE().build());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("import 2 comes before 1");

            window.follow(() -> window.find("text=Go to that import").click(), "/import/runs/2");
            window.follow(() -> window.find("text=Take this import back").click(), "/import/runs/2/undo");
            assertThat(window.find("main").textContent())
                    .contains("The 2 tickets that it created", "the 1 that it changed");
            assertThat(window.seriousViolations()).isEmpty();
            window.follow(() -> window.find("main button").click(), "/import/runs/2");
            assertThat(window.find("#run h2").first().textContent()).isEqualTo("Taken back");

            SettingsIT.await(() -> product.get("/api/v1/tickets").body().contains("\"total\":3"));
            everything(product)
                    .forEach((question, answer) ->
                            assertThat(answer).as(question).isEqualTo(before.get(question)));

            importFile(product, file("second.csv", SECOND));
            JsonNode again = Json.parse(product.get("/api/v1/imports").body())
                    .path("imports")
                    .path(0);
            assertThat(again.path("created").asInt()).isEqualTo(2);
            assertThat(again.path("updated").asInt()).isEqualTo(1);
            for (int run : new int[] {3, 1}) {
                assertThat(product.send(product.request("/api/v1/imports/" + run)
                                        .DELETE()
                                        .build())
                                .statusCode())
                        .isEqualTo(200);
            }
            SettingsIT.await(() -> product.get("/api/v1/tickets").body().contains("\"total\":0"));
            assertThat(product.get("/companies").body()).contains("No tickets yet");
            assertThat(product.send(product.request("/api/v1/imports/1")
                                    .DELETE()
                                    .build())
                            .statusCode())
                    .isEqualTo(409);
            assertThat(window.errors()).isEmpty();
        }
    }
}
