package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that is killed or stopped in the middle of an import ends it by itself when it starts again, as if nothing had happened; an import
 * that somebody cancels has not happened.
 */
class CutOffImportIT {
    private static final int TICKETS = 100_000;

    @Test
    void anImportThatIsCancelledChangesNothing() throws IOException {
        try (Product product = Product.start("--empty")) {
            long run = Json.parse(post(product, file()).body()).path("id").asLong();
            await(product, run, "reading");

            HttpResponse<String> answer = product.send(
                    product.request("/api/v1/imports/" + run).DELETE().build());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode ended = ended(product, run);
            assertThat(ended.path("state").asString()).isEqualTo("failed");
            assertThat(ended.path("message").asString()).contains("cancelled").contains("nothing was changed");
            assertThat(Json.parse(product.get("/api/v1/tickets").body())
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(product.get("/import/runs/" + run).body()).contains("The import was cancelled");
            assertThat(product.dataDirectory().resolve("uploads")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @CsvSource({"reading, KILL", "saving, KILL", "reading, TERM"})
    void anImportThatIsCutOffBeginsAnewAndEndsLikeAnUndisturbedOne(String stage, String signal) throws IOException {
        Path file = file();
        Product killed = Product.start("--empty");
        long run = Json.parse(post(killed, file).body()).path("id").asLong();
        await(killed, run, stage);
        if (signal.equals("KILL")) {
            killed.killServer();
        } else {
            killed.terminate();
        }

        try (Product next = Product.startIn(killed.dataDirectory(), "--empty");
                Product undisturbed = Product.start("--empty")) {
            JsonNode ended = ended(next, run);
            long other = Json.parse(post(undisturbed, file).body()).path("id").asLong();
            JsonNode expected = ended(undisturbed, other);

            assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
            assertThat(withoutSeconds(ended)).isEqualTo(withoutSeconds(expected));
            // One row in ten thousand has no readable date.
            assertThat(ended.path("created").asInt()).isEqualTo(TICKETS - TICKETS / 10_000);
            assertThat(ended.path("rejected").asInt()).isEqualTo(TICKETS / 10_000);
            assertThat(answers(next)).isEqualTo(answers(undisturbed));
            assertThat(next.get("/import/runs/" + run + "/rejects.csv").body())
                    .isEqualTo(undisturbed
                            .get("/import/runs/" + other + "/rejects.csv")
                            .body());
            assertThat(next.dataDirectory().resolve("uploads")).isEmptyDirectory();
        }
    }

    private static JsonNode withoutSeconds(JsonNode report) {
        ObjectNode copy = (ObjectNode) report.deepCopy();
        copy.remove("seconds");
        return copy;
    }

    private static Map<String, String> answers(Product product) {
        Map<String, String> answers = new TreeMap<>();
        for (String question : List.of("/api/v1/dashboard", "/api/v1/overview", "/api/v1/tickets?limit=100")) {
            SettingsIT.await(() -> Json.parse(product.get("/api/v1/dashboard").body())
                            .path("created")
                            .asInt()
                    > 0);
            answers.put(question, product.get(question).body().replaceAll("\"revision\":\\d+", ""));
        }
        return answers;
    }

    private static void await(Product product, long run, String stage) {
        String now;
        do {
            JsonNode report = Json.parse(product.get("/api/v1/imports/" + run).body());
            assertThat(report.path("state").asString()).as("before " + stage).isEqualTo("running");
            now = report.at("/progress/stage").asString();
        } while (!now.equals(stage));
    }

    private static JsonNode ended(Product product, long run) {
        JsonNode report;
        do {
            report = Json.parse(
                    product.get("/api/v1/imports/" + run + "?wait=30").body());
        } while (report.path("state").asString().equals("running"));
        return report;
    }

    private static HttpResponse<String> post(Product product, Path file) throws IOException {
        String edge = UUID.randomUUID().toString();
        String head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"wait\"\r\n\r\n0\r\n--" + edge
                + "\r\nContent-Disposition: form-data; name=\"zone\"\r\n\r\nUTC\r\n--" + edge
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"many.csv\"\r\n\r\n";
        HttpResponse<String> answer = product.send(product.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + edge + "--\r\n")))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static Path file() throws IOException {
        Path file = Launcher.newDirectory("many").resolve("many.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id,created,solved,status,priority,requester,company,agent,subject,replies\n");
            for (int i = 0; i < TICKETS; i++) {
                String created = i % 10_000 == 9_999
                        ? "some day"
                        : String.format("2016-%02d-%02d %02d:%02d", 1 + i % 12, 1 + i % 28, i % 24, i % 60);
                writer.write((i + 1) + "," + created + ",2017-01-01 08:00,solved,p" + i % 4 + ",person " + i % 5_000
                        + ",company " + i % 300 + ",agent " + i % 20 + ",Printer " + i % 97 + " is broken," + i % 7
                        + "\n");
            }
        }
        return file;
    }
}
