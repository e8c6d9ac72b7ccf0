package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The accurate step and people's corrections, on tickets of our own whose texts nobody would judge otherwise. */
class AccurateSentimentIT {

    private static final String TICKETS = """
            ticket_id,created_at,subject,description,channel
            N1,2024-03-04 08:00,Export,"This update is terrible, nothing works any more.",Email
            N2,2024-03-04 09:00,Slow,"I have been waiting for three weeks and nobody answers.",Email
            U1,2024-03-05 08:00,Docs,Where can I find the API documentation?,Phone
            P1,2024-03-06 09:00,Thanks,"Great support, thank you so much!",Email
            G1,2024-03-06 10:00,Anmeldung,Seit dem Update kann ich mich nicht mehr anmelden.,Phone
            M1,2024-03-06 11:00,,,Phone
            """;

    private static Product product;
    private static Path file;

    @BeforeAll
    static void importTickets() throws IOException {
        Path directory = Launcher.newDirectory("accurate");
        file = directory.resolve("moods.csv");
        Files.writeString(file, TICKETS);
        product = start(directory.resolve("data"), "");
        bring(product);
        SettingsIT.await(() -> judged(product, "accurate") == 4);
        // Figures follow within a second of what is stored.
        SettingsIT.await(() -> count(product, "negative") == 2);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    private static Product start(Path directory, String javaOptions) {
        ProcessBuilder builder = Launcher.process("demo", "--empty", "--port", "0", "--data-dir", directory.toString());
        builder.environment().remove(Launcher.ACCURATE);
        if (!javaOptions.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
        }
        return Product.start(builder, directory);
    }

    private static void bring(Product desk) {
        Launcher.Result result = Launcher.run(
                "import",
                file.toString(),
                "--data-dir",
                desk.dataDirectory().toString(),
                "--zone",
                "UTC",
                "--source",
                "desk");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @Test
    void storedTicketsAreJudgedAgainAndTheListSaysByWhom() {
        JsonNode negative =
                Json.parse(product.get("/api/v1/tickets?sentiment=negative").body());

        assertThat(negative.path("total").asInt()).isEqualTo(2);
        for (JsonNode ticket : negative.path("tickets")) {
            assertThat(ticket.path("externalId").asString()).startsWith("N");
            assertThat(ticket.path("sentimentBy").asString()).isEqualTo("accurate");
        }
        SettingsIT.await(() -> product.get("/settings/sentiment").body().contains("no ticket waits for it"));
    }

    @Test
    void textsOnRequestAreJudgedByTheAccurateStepAndForeignOnesAreNot() {
        JsonNode answer = Json.parse(post(product, "/api/v1/sentiment", """
                {"texts":["I have been waiting for three weeks and nobody answers.",
                "Die Rechnung ist falsch, bitte um Korrektur.","12:30"]}""").body());

        assertThat(answer.path("model").asString()).isEqualTo("accurate");
        assertThat(answer.at("/scores/0/label").asString()).isEqualTo("negative");
        assertThat(answer.at("/scores/1/label").isNull()).isTrue();
        assertThat(answer.at("/scores/1/negative").isNull()).isTrue();
        assertThat(answer.at("/scores/1/reason").asString()).contains("not in English");
        assertThat(answer.at("/scores/2/reason").asString()).contains("no word");
    }

    @Test
    void aForeignTicketIsCountedAsNotJudgedAndItsPageSaysWhy() {
        JsonNode all = Json.parse(product.get("/api/v1/dashboard").body()).at("/sentiment/all");

        assertThat(all.path("unscored").asInt()).isEqualTo(2);
        assertThat(product.get("/tickets/" + id(product, "G1")).body()).contains("the text is not in English");
        assertThat(product.get("/tickets/" + id(product, "M1")).body())
                .contains("there is no text with words in Latin letters");
    }

    /** One click corrects; the label counts in lists, stays after the same file again, and can be taken back. */
    @Test
    void aLabelIsCorrectedByOneClickAndTakenBackByAnother() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets/" + id(product, "N2"));
            assertThat(window.find("mark.driver").count()).isPositive();
            assertThat(window.find("#sentiment").textContent()).contains("Negative", "Judged by the accurate step.");

            window.find(".correction button:has-text('Neutral')").click();

            window.find(".corrected").waitFor();
            assertThat(window.find(".judgement").textContent())
                    .contains("Neutral")
                    .doesNotContain("certain");
            assertThat(window.find(".corrected").textContent()).startsWith("Corrected by ");
            assertThat(count(product, "neutral")).isEqualTo(2);
            assertThat(count(product, "negative")).isEqualTo(1);
            bring(product);
            assertThat(count(product, "neutral")).isEqualTo(2);
            assertThat(judged(product, "person")).isEqualTo(1);
            assertThat(window.seriousViolations()).isEmpty();

            window.find(".correction button:has-text('Take the correction back')")
                    .click();

            window.find(".judgement:has-text('Negative')").waitFor();
            assertThat(count(product, "negative")).isEqualTo(2);
            assertThat(judged(product, "accurate")).isEqualTo(4);
        }
    }

    @Test
    void programsCorrectAndTakeBackToo() {
        String path = "/api/v1/tickets/" + id(product, "P1") + "/sentiment";

        HttpResponse<String> corrected = put(path, "{\"label\":\"neutral\"}");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(Json.parse(corrected.body()).path("label").asString()).isEqualTo("neutral");
        JsonNode ticket = Json.parse(product.get("/api/v1/tickets?q=P1").body()).at("/tickets/0");
        assertThat(ticket.path("sentiment").asString()).isEqualTo("neutral");
        assertThat(ticket.path("sentimentBy").asString()).isEqualTo("person");
        assertThat(put(path, "{\"label\":\"angry\"}").statusCode()).isEqualTo(400);
        assertThat(put("/api/v1/tickets/99999/sentiment", "{\"label\":\"neutral\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> unknown = product.send(product.request("/tickets/" + id(product, "P1") + "/sentiment")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("label=angry"))
                .build());
        assertThat(unknown.statusCode()).isEqualTo(400);

        assertThat(delete(path)).isEqualTo(204);
        assertThat(delete(path)).isEqualTo(404);
        assertThat(Json.parse(product.get("/api/v1/tickets?q=P1").body())
                        .at("/tickets/0/sentiment")
                        .asString())
                .isEqualTo("positive");
    }

    /** Native code that is not where it should be, as on a machine that it was not built for. */
    @Test
    void whereTheNativeRuntimeCannotBeLoadedTheFastStepStaysAndThePageSaysSo() {
        Path directory = Launcher.newDirectory("no native").resolve("data");
        try (Product bare = start(directory, "-Donnxruntime.native.path=/nowhere")) {
            bring(bare);

            JsonNode answer = Json.parse(post(bare, "/api/v1/sentiment", "{\"texts\":[\"Terrible service.\"]}")
                    .body());

            assertThat(answer.path("model").asString()).isEqualTo("fast");
            assertThat(answer.at("/scores/0/label").asString()).isEqualTo("negative");
            assertThat(bare.get("/settings/sentiment").body())
                    .contains("The accurate step cannot run on this machine", "/nowhere");
            assertThat(judged(bare, "fast")).isEqualTo(4);
        }
    }

    /** Labels of people, on comments that neither step has learned from; 400 of them tell shares to about 0.05. */
    @Test
    void mostCommentsOfAnUnseenFileAreJudgedAsPeopleDid() throws IOException {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(reference != null, "SUPPORTGENIUS_REFERENCE_DATA is not set");
        List<String> labels = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(reference, "sentiment", "goemotions_test.tsv"))
                .subList(0, 400)) {
            labels.add(line.substring(0, 3));
            texts.add(line.substring(4));
        }

        JsonNode scores = Json.parse(post(product, "/api/v1/sentiment", Json.write(Map.of("texts", texts)))
                        .body())
                .path("scores");

        int right = 0;
        for (int i = 0; i < labels.size(); i++) {
            right += scores.path(i).path("label").asString("").startsWith(labels.get(i)) ? 1 : 0;
        }
        assertThat(right / 400.0).isGreaterThan(0.65);
    }

    private static long judged(Product desk, String judge) {
        Matcher line = Pattern.compile("data-judge=\"" + judge + "\".*?class=\"number\">([0-9,]+)<", Pattern.DOTALL)
                .matcher(desk.get("/settings/sentiment").body());
        assertThat(line.find()).as(judge).isTrue();
        return Long.parseLong(line.group(1).replace(",", ""));
    }

    private static int count(Product desk, String sentiment) {
        return Json.parse(desk.get("/api/v1/tickets?sentiment=" + sentiment).body())
                .path("total")
                .asInt();
    }

    private static long id(Product desk, String externalId) {
        return Json.parse(desk.get("/api/v1/tickets?q=" + externalId).body())
                .at("/tickets/0/id")
                .asLong();
    }

    private static HttpResponse<String> post(Product desk, String path, String body) {
        return desk.send(desk.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> put(String path, String body) {
        return product.send(product.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private static int delete(String path) {
        return product.send(product.request(path).DELETE().build()).statusCode();
    }
}
