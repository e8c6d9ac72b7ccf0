package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Exports of many desks and spreadsheets, each in its own columns, language, order of dates and units, give the figures that
 * {@code exports/truth.py} counts in them without the product. Each of them has a month of its own.
 */
class HelpdesksIT {
    /** Durations are kept in whole seconds. */
    private static final double SECOND_IN_HOURS = 1.01 / 3600;

    private static final JsonNode TRUTH = Json.parse(new String(export("truth.json"), StandardCharsets.UTF_8));

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("--empty");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    static Stream<String> files() {
        return TRUTH.propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExportGivesTheFiguresThatItHolds(String file) {
        JsonNode truth = TRUTH.path(file);

        JsonNode report = imported(file);

        assertThat(texts(report.path("mapping"))).isEqualTo(texts(truth.path("mapping")));
        assertThat(report.path("created").asInt())
                .isEqualTo(truth.path("tickets").asInt());
        assertThat(report.path("rejects")).isEmpty();
        String days = "from=" + truth.path("from").asString() + "&to="
                + truth.path("to").asString();
        JsonNode dashboard = Json.parse(product.get("/api/v1/dashboard?" + days).body());
        assertThat(dashboard.at("/selection/tickets").asInt())
                .isEqualTo(truth.path("tickets").asInt());
        assertThat(weekdays(dashboard.at("/heatmap/counts"))).isEqualTo(numbers(truth.path("weekdays")));
        assertFigures(dashboard.path("firstReplyTime"), truth.path("firstReplyTime"));
        assertFigures(dashboard.path("fullResolutionTime"), truth.path("fullResolutionTime"));
        for (String status : truth.path("status").propertyNames()) {
            assertThat(total(days + "&status=" + URLEncoder.encode(status, StandardCharsets.UTF_8)))
                    .as("status " + status)
                    .isEqualTo(truth.at("/status").path(status).asInt());
        }
    }

    @Test
    void idsThatASpreadsheetDamagedMergeNothing() {
        JsonNode report = imported("zoho-damaged.csv", "damaged once more");

        // All 30 rows of the file bear the id 5.67E+17.
        assertThat(report.path("created").asInt()).isEqualTo(30);
        assertThat(report.path("warnings").toString()).contains("30 ids were damaged by a spreadsheet");
        JsonNode again = imported("zoho-damaged.csv", "damaged once more");
        assertThat(again.path("unchanged").asInt()).isEqualTo(30);
        undo(again);
        undo(report);
    }

    @Test
    void whatOnlyCountsBusinessHoursIsKeptBesideAndSaid() {
        JsonNode report = imported("otrs-deutsch.csv", "business hours");

        assertThat(report.path("mapping").has("fullResolutionTime")).isFalse();
        assertThat(report.path("warnings").toString())
                .contains("Lösungszeit (Geschäftszeiten) in Minuten\\\" counts business hours only");
        undo(report);
    }

    @Test
    void codesBecomeWordsWhereTheDeskIsKnownAndStayElsewhere() {
        String known = """
                id,status,priority,source,responder_id,fr_escalated,email_config_id,created_at
                1,4,4,3,7,false,9,2016-03-01T08:00:00Z
                """;
        String unknown = "id,status,priority,created\n2,4,4,2016-04-01 08:00\n";

        assertThat(post(known, "codes.csv", "codes").path("warnings").toString())
                .contains("those of Freshdesk");
        post(unknown, "unknown.csv", "unknown");

        // Freshdesk's API: status 4 is Resolved, priority 4 Urgent, source 3 Phone.
        assertThat(total("from=2016-03-01&to=2016-03-01&status=Resolved&priority=Urgent&channel=Phone"))
                .isEqualTo(1);
        assertThat(total("from=2016-04-01&to=2016-04-01&status=4&priority=4")).isEqualTo(1);
    }

    @Test
    void withoutACreationTimeThePageSaysWhichColumnIsMissingAndNoOtherIsTakenForIt() throws IOException {
        try (Product other = Product.start("--empty")) {
            JsonNode report = importInto(other, export("without-creation.csv"), "without-creation.csv", "undated");

            assertThat(report.path("created").asInt()).isEqualTo(30);
            assertThat(report.path("mapping").has("created")).isFalse();
            assertThat(report.at("/mapping/firstReply").asString()).isEqualTo("First Response Time");
            assertThat(report.at("/mapping/solved").asString()).isEqualTo("Time to Resolution");
            assertThat(report.path("warnings").toString())
                    .contains("No column holds a creation time", "Date of Purchase");
            JsonNode dashboard = Json.parse(other.get("/api/v1/dashboard").body());
            assertThat(dashboard.path("heatmap").isNull()).isTrue();
            for (String key : List.of("heatmap", "firstReplyTime", "fullResolutionTime", "firstReplyByHour")) {
                assertThat(dashboard.path("reasons").path(key).asString()).contains("creation time");
            }
            assertThat(other.get("/dashboard").body()).contains("No ticket of the selection has a creation time");
        }
    }

    @Test
    void placeholdersAreCountedPerColumn() {
        JsonNode report = post("""
                id,created,solved,agent,replies
                p1,2016-05-01 08:00,1900-01-01 00:00,0,0
                p2,2016-05-02 08:00,NA,None,0
                p3,2016-05-03 08:00,2016-05-04 08:00,Ines,3
                """, "placeholders.csv", "placeholders");

        assertThat(report.path("warnings").toString())
                .contains("2 of \\\"solved\\\"", "2 of \\\"agent\\\"")
                .doesNotContain("of \\\"replies\\\"");
        JsonNode dashboard = Json.parse(
                product.get("/api/v1/dashboard?from=2016-05-01&to=2016-05-03").body());
        assertThat(dashboard.at("/fullResolutionTime/n").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/fullResolutionTime/medianHours").asDouble()).isEqualTo(24);
    }

    private static void assertFigures(JsonNode figures, JsonNode truth) {
        if (truth.isNull()) {
            assertThat(figures.isNull()).isTrue();
            return;
        }
        assertThat(figures.path("n").asInt()).isEqualTo(truth.path("n").asInt());
        for (String figure : List.of("medianHours", "p90Hours")) {
            assertThat(figures.path(figure).asDouble())
                    .as(figure)
                    .isCloseTo(truth.path(figure).asDouble(), within(SECOND_IN_HOURS));
        }
    }

    private static int total(String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asInt();
    }

    private static List<Integer> weekdays(JsonNode counts) {
        return IntStream.range(0, 7)
                .mapToObj(day -> IntStream.range(0, 24)
                        .map(hour -> counts.path(day).path(hour).asInt())
                        .sum())
                .toList();
    }

    private static List<Integer> numbers(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private static void undo(JsonNode report) {
        HttpResponse<String> undone = product.send(
                product.request("/api/v1/imports/" + report.path("id").asInt())
                        .DELETE()
                        .build());
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    }

    private static JsonNode imported(String file) {
        return imported(file, file);
    }

    private static JsonNode imported(String file, String source) {
        return importInto(product, export(file), file, source);
    }

    private static JsonNode post(String csv, String file, String source) {
        return importInto(product, csv.getBytes(StandardCharsets.UTF_8), file, source);
    }

    /** Times without offset are taken as the files write them: in UTC. */
    private static JsonNode importInto(Product running, byte[] content, String file, String source) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n" + source
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"zone\"\r\n\r\nUTC"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"wait\"\r\n\r\n30"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n";
        HttpResponse<String> answer = running.send(running.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--edge--\r\n")))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body());
    }

    private static byte[] export(String name) {
        try (InputStream resource = HelpdesksIT.class.getResourceAsStream("/exports/" + name)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("There is no export " + name, unreadable);
        }
    }
}
