package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of one's own come in by the command and by the API, and the pages' figures are about them. */
class ImportIT {
    private static final double MILLISECOND_IN_HOURS = 1e-6;

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("--empty");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void serviceRequestsOfNewYorkGiveTheFiguresBesideTheFile() {
        Path file = reference("nyc311/311_nyc_sample.csv");
        try (Product empty = Product.start("--empty")) {
            // The figures take the clock as written; in UTC no change of clocks makes a written hour longer or shorter.
            JsonNode report = report(importInto(empty, file, "--zone", "UTC"));
            assertThat(report.path("created").asInt()).isEqualTo(999);
            assertEquation(report);

            JsonNode dashboard = Json.parse(empty.get("/api/v1/dashboard").body());

            // All figures: README beside the file (pandas 1.5.3, linear percentiles).
            assertThat(dashboard.at("/selection/tickets").asInt()).isEqualTo(999);
            JsonNode heatmap = dashboard.at("/heatmap/counts");
            assertThat(IntStream.range(0, 7).map(day -> sum(heatmap.path(day))))
                    .containsExactly(0, 462, 507, 30, 0, 0, 0);
            assertThat(IntStream.range(0, 24)
                            .map(hour -> IntStream.range(0, 7)
                                    .map(day -> heatmap.path(day).path(hour).asInt())
                                    .sum()))
                    .containsExactly(
                            20, 19, 13, 10, 7, 7, 12, 20, 36, 62, 82, 83, 89, 65, 73, 68, 61, 35, 25, 33, 23, 46, 54,
                            56);
            assertThat(heatmap.path(1).path(11).asInt()).isEqualTo(58);
            JsonNode resolution = dashboard.path("fullResolutionTime");
            assertThat(resolution.path("n").asInt()).isEqualTo(989);
            assertThat(resolution.path("medianHours").asDouble()).isCloseTo(4.795278, within(MILLISECOND_IN_HOURS));
            assertThat(resolution.path("meanHours").asDouble()).isCloseTo(146.182654, within(MILLISECOND_IN_HOURS));
            assertThat(resolution.path("p90Hours").asDouble()).isCloseTo(485.803611, within(MILLISECOND_IN_HOURS));
            assertThat(dashboard.path("resolutionByTouches").isNull()).isTrue();
            assertThat(dashboard.at("/reasons/resolutionByTouches").asString()).isNotBlank();
            assertThat(total(empty, "status=Closed")).isEqualTo(989);
            assertThat(total(empty, "status=assigned")).isEqualTo(5);
            assertThat(total(empty, "channel=PHONE")).isEqualTo(978);
            assertThat(total(empty, "channel=UNKNOWN")).isEqualTo(12);
            assertThat(total(empty, "attribute.Agency=NYPD")).isEqualTo(562);

            JsonNode again = report(importInto(empty, file));
            assertThat(again.path("unchanged").asInt()).isEqualTo(999);
            assertEquation(again);
        }
    }

    @Test
    void theNumbersOf2015GiveTheirFits() {
        Path file = reference("golden-2015/tickets_numeric.csv");
        try (Product empty = Product.start("--empty")) {
            assertThat(report(importInto(empty, file, "--zone", "UTC"))
                            .path("created")
                            .asInt())
                    .isEqualTo(801);

            JsonNode dashboard = Json.parse(empty.get("/api/v1/dashboard").body());

            // Least squares in exact fractions over the file (Python 3.11, fractions.Fraction).
            JsonNode reply = dashboard.path("firstReplyByHour");
            assertThat(reply.path("n").asInt()).isEqualTo(801);
            assertThat(reply.path("slope").asDouble()).isCloseTo(-0.8676037730145252, within(1e-9));
            assertThat(reply.path("intercept").asDouble()).isCloseTo(105.57246385542581, within(1e-9));
            JsonNode touches = dashboard.path("resolutionByTouches");
            assertThat(touches.path("slope").asDouble()).isCloseTo(0.10213704813639095, within(1e-9));
            assertThat(touches.path("intercept").asDouble()).isCloseTo(154.7174439333374, within(1e-9));
        }
    }

    @Test
    void withoutAServerTheCommandDoesTheWorkAloneAndTheNextServerHasTheTickets() throws IOException {
        Path data = Launcher.newDirectory("alone").resolve("data");
        Path file = file("id,created,subject", "1,2015-10-01 08:00,alone");

        Launcher.Result result =
                Launcher.run("import", file.toString(), "--data-dir", data.toString(), "--zone", "Asia/Kathmandu");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("1 row: 1 created", "created = created", "Asia/Kathmandu");
        try (Product later = Product.startIn(data)) {
            JsonNode dashboard = Json.parse(later.get("/api/v1/dashboard").body());
            assertThat(dashboard.at("/selection/tickets").asInt()).isEqualTo(1);
            assertThat(dashboard.at("/selection/zone").asString()).isEqualTo("Asia/Kathmandu");
            // 1 October 2015 was a Thursday.
            assertThat(dashboard.at("/heatmap/counts/3/8").asInt()).isEqualTo(1);
        }
    }

    @Test
    void badRowsAreListedAndTheOthersComeIn() throws IOException {
        Path file = file(
                "id,created,replies",
                "r1,2015-10-01 08:00,0",
                ",2015-10-01 08:00,1",
                "r3,soon,1",
                "r4,2015-10-01 08:00,1");

        JsonNode report = report(importInto(product, file, "--source", "rejects"));

        assertEquation(report);
        assertThat(report.path("created").asInt()).isEqualTo(2);
        assertThat(report.path("rejected").asInt()).isEqualTo(2);
        assertThat(report.at("/rejects/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/rejects/0/column").asString()).isEqualTo("id");
        assertThat(report.at("/rejects/1/value").asString()).isEqualTo("soon");
        assertThat(report.at("/rejects/1/reason").asString()).contains("expected");
    }

    @Test
    void datesThatReadTwoWaysAskForADecision() throws IOException {
        Path file = file("id,created", "d1,03/04/2011", "d2,05/06/2011");

        Launcher.Result asked = importInto(product, file, "--source", "dates");

        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(Json.parse(asked.out()).path("state").asString()).isEqualTo("needs-decision");
        assertThat(asked.err()).contains("3 April 2011", "4 March 2011", "--date-order");
        JsonNode decided = report(importInto(product, file, "--source", "dates", "--date-order", "dmy"));
        assertThat(decided.path("created").asInt()).isEqualTo(2);
    }

    @Test
    void aMappingNamesColumnsThatNobodyWouldRecognise() throws IOException {
        Path mapping = file("{\"created\": \"Wann\", \"subject\": \"Was\", \"status\": null}");
        Path file = file("Nr;id;Wann;Was;Status", "1;m1;2015-10-01 08:00;Drucker;offen");

        JsonNode report = report(importInto(product, file, "--source", "mapping", "--mapping", mapping.toString()));

        assertThat(report.at("/mapping/created").asString()).isEqualTo("Wann");
        assertThat(report.path("mapping").has("status")).isFalse();
        assertThat(StreamSupport.stream(report.path("attributes").spliterator(), false)
                        .map(JsonNode::asString))
                .containsExactly("Nr", "Status");
        assertThat(total(product, "attribute.Status=offen")).isEqualTo(1);
    }

    @Test
    void aTryChangesNothing() throws IOException {
        Path file = file("id,created", "t1,2015-10-01 08:00");

        JsonNode tried = report(importInto(product, file, "--source", "try", "--dry-run"));

        assertThat(tried.path("created").asInt()).isEqualTo(1);
        assertThat(report(importInto(product, file, "--source", "try"))
                        .path("created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void severalFilesGiveOneDocument() throws IOException {
        List<String> words = new ArrayList<>(List.of("import"));
        words.add(file("id,created", "s1,2015-10-01 08:00").toString());
        words.add(file("id,created", "s2,2015-10-01 08:00").toString());
        words.addAll(List.of("--source", "several", "--report", "json"));
        words.addAll(List.of("--data-dir", product.dataDirectory().toString()));

        Launcher.Result result = Launcher.run(words.toArray(String[]::new));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Json.parse(result.out())).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsToldInOneSentence() throws IOException {
        Path directory = Launcher.newDirectory("no table");
        Path binary = Files.write(directory.resolve("picture.csv"), new byte[] {1, 0, 2});
        Path headerOnly = file("id,created");

        assertFailure(directory.resolve("none.csv"), "There is no file ");
        assertFailure(directory, directory + " is a directory");
        assertFailure(Files.createFile(directory.resolve("empty.csv")), "empty.csv is empty.");
        assertFailure(binary, "picture.csv is a binary file");
        assertFailure(headerOnly, headerOnly.getFileName() + " has a header but no rows.");
    }

    @Test
    void whateverIsWrongTheJsonReportIsOneDocument() throws IOException {
        Path file = file("id,created", "w1,2015-10-01 08:00");
        Path mapping = file("{\"created\": 7}");

        assertFailedDocument(importInto(product, file, "--zone", "Mars/Olympus"), "Mars/Olympus");
        assertFailedDocument(importInto(product, file, "--date-order", "ydm"), "ydm");
        assertFailedDocument(
                importInto(product, file, "--mapping", mapping.toString()), "must be the name of a column");
        assertFailedDocument(importInto(product, file, "--source", "demo"), "demo company");
        Path noDirectory = file("a file where the data should be");
        assertFailedDocument(
                Launcher.run("import", file.toString(), "--report", "json", "--data-dir", noDirectory.toString()),
                noDirectory.toString());
    }

    @Test
    void aFileThatFailsDoesNotHideTheOneBeforeIt() throws IOException {
        Path good = file("id,created", "g1,2015-10-01 08:00");
        Path bad = file("id,created");

        Launcher.Result result = Launcher.run(
                "import",
                good.toString(),
                bad.toString(),
                "--source",
                "two",
                "--data-dir",
                product.dataDirectory().toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("1 row: 1 created");
        assertThat(result.err()).contains("has a header but no rows.").hasLineCount(1);
    }

    @Test
    void theApiNamesAFieldItDoesNotKnow() {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"date_order\"\r\n\r\ndmy"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tickets.csv\"\r\n\r\n"
                + "id,created\nf1,2015-10-01\n\r\n--edge--\r\n";

        HttpResponse<String> refused = product.send(product.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(form))
                .build());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.parse(refused.body()).path("detail").asString()).contains("date_order", "dateOrder");
        assertThat(product.dataDirectory().resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void theApiTakesAFileAndKeepsItsReport() {
        HttpResponse<String> created = post("id,created\na1,2015-10-01 08:00\n", "api");

        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        JsonNode report = Json.parse(created.body());
        assertEquation(report);
        assertThat(location).isEqualTo("/api/v1/imports/" + report.path("id").asLong());
        assertThat(Json.parse(product.get(location).body())).isEqualTo(report);
        assertThat(product.get("/api/v1/imports").body()).contains("\"file\":\"tickets.csv\"");
        assertThat(product.dataDirectory().resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void theApiAnswersWhatItCannotDoWithAProblemThatHoldsTheReport() {
        HttpResponse<String> undecided = post("id,created\na1,03/04/2011\n", "api");

        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Json.parse(undecided.body());
        assertThat(problem.path("state").asString()).isEqualTo("needs-decision");
        assertThat(problem.path("detail").asString())
                .isEqualTo(problem.path("message").asString());
        assertThat(product.get("/api/v1/imports/999999").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String csv, String source) {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n" + source
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tickets.csv\"\r\n\r\n" + csv
                + "\r\n--edge--\r\n";
        return product.send(product.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static Launcher.Result importInto(Product running, Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        words.addAll(List.of("--data-dir", running.dataDirectory().toString(), "--report", "json"));
        words.addAll(List.of(options));
        return Launcher.run(words.toArray(String[]::new));
    }

    private static JsonNode report(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
        return Json.parse(result.out());
    }

    private static void assertEquation(JsonNode report) {
        int accounted = List.of("created", "updated", "unchanged", "folded", "duplicates", "rejected").stream()
                .mapToInt(count -> report.path(count).asInt())
                .sum();
        assertThat(report.path("rows").asInt()).isEqualTo(accounted);
    }

    private static void assertFailure(Path file, String sentence) {
        Launcher.Result result = importInto(product, file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith(sentence).hasLineCount(1);
        assertThat(Json.parse(result.out()).path("state").asString()).isEqualTo("failed");
    }

    private static void assertFailedDocument(Launcher.Result result, String words) {
        assertThat(result.exitCode()).isEqualTo(1);
        JsonNode report = Json.parse(result.out());
        assertThat(report.path("state").asString()).isEqualTo("failed");
        assertThat(report.path("message").asString()).contains(words);
        assertThat(result.err()).contains(words);
    }

    private static int total(Product running, String filter) {
        return Json.parse(running.get("/api/v1/tickets?limit=1&" + filter).body())
                .path("total")
                .asInt();
    }

    private static int sum(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private static Path file(String... lines) throws IOException {
        return Files.writeString(Launcher.newDirectory("file").resolve("tickets.csv"), String.join("\n", lines) + "\n");
    }

    private static Path reference(String name) {
        String directory = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(directory != null, "SUPPORTGENIUS_REFERENCE_DATA names no reference data");
        return Path.of(directory, name.split("/"));
    }
}
