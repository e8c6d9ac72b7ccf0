package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What stands out in tickets of our own file, see {@link PlantedSets}: the planted truths are found, and nothing where all is chance. */
class FindingsIT {

    private static final Set<String> NIGHT = Set.of("22", "23", "0", "1", "2", "3", "4");

    private static Product product;

    @BeforeAll
    static void importSets() throws IOException {
        product = Product.start("--empty");
        Path file = Launcher.newDirectory("sets").resolve("sets.csv");
        Files.writeString(file, PlantedSets.csv());
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "Europe/Paris");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    static IntStream planted() {
        return IntStream.rangeClosed(1, PlantedSets.PLANTED);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void whatIsPlantedIsFoundWithItsTickets(int set) {
        List<JsonNode> findings = findings("attribute.Set=" + set);

        JsonNode mood = pilots(findings, "negativeShare");
        assertThat(mood.path("difference").asDouble()).isGreaterThan(0.2);
        assertThat(mood.path("sentence").asString()).startsWith("Pilot customers in transportation: ");
        assertThat(pilots(findings, "fullResolutionTime").path("ratio").asDouble())
                .isGreaterThan(1.5);
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path("measure").asString()).isEqualTo("firstReplyTime");
            List<String> hours = texts(finding.at("/segment/hour"));
            assertThat(hours.stream().filter(NIGHT::contains)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(hours.stream().filter(hour -> !NIGHT.contains(hour))).hasSizeLessThanOrEqualTo(2);
        });
        // Each reply adds 480 minutes.
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path("measure").asString()).isEqualTo("resolutionByTouches");
            assertThat(finding.path("low").asDouble()).isLessThan(10);
            assertThat(finding.path("high").asDouble()).isGreaterThan(6);
        });
        for (JsonNode finding : findings) {
            assertThat(listed("attribute.Set=" + set, finding))
                    .isEqualTo(finding.path("n").asLong());
            assertThat(finding.path("adjustedP").asDouble()).isLessThan(0.02);
            assertThat(finding.path("segment").propertyNames()).doesNotContain("channel", "priority", "agent");
        }
        assertThat(clusters(set).path("clusters")).anySatisfy(cluster -> {
            List<String> distinctive = new ArrayList<>();
            cluster.path("distinctive")
                    .forEach(one -> distinctive.add(one.path("dimension").asString() + "="
                            + one.path("value").asString("")));
            assertThat(distinctive).contains("pilot=true", "industry=transportation");
        });
    }

    @Test
    void setsInWhichAllIsChanceClaimNothingInAtLeastSeventeenOfTwenty() {
        List<String> claims = new ArrayList<>();
        for (int set = PlantedSets.PLANTED + 1; set <= PlantedSets.ALL; set++) {
            List<JsonNode> findings = findings("attribute.Set=" + set);
            JsonNode clusters = clusters(set);
            if (!findings.isEmpty() || clusters.path("structure").asBoolean()) {
                claims.add(set + ": " + findings + clusters.path("verdict").asString());
            }
        }

        assertThat(claims).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void furtherFiltersAndHoursOfTheSelectionStayInTheSegment() {
        String asked = "attribute.Set=1&hour=23&hour=0&hour=1&hour=2&hour=3&hour=9&hour=10&hour=11&hour=12&hour=13"
                + "&hour=14&hour=15&hour=16&channel=Email&channel=Chat&channel=Phone";
        for (JsonNode finding : findings(asked)) {
            assertThat(texts(finding.at("/segment/hour"))).doesNotContain("22", "4", "5", "8");
            assertThat(listed(asked, finding)).isEqualTo(finding.path("n").asLong());
        }
    }

    @Test
    void tooFewTicketsSayWhyNothingCanBeSaid() {
        JsonNode answer = Json.parse(
                product.get("/api/v1/findings?q=S1-7&attribute.Set=1").body());

        assertThat(answer.path("findings").size()).isZero();
        assertThat(answer.path("comparisons").asLong()).isZero();
        assertThat(answer.at("/reasons/negativeShare").asString()).startsWith("Too few to say");
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/?q=S1-7&attribute.Set=1");
            assertThat(window.find("#findings").textContent()).contains("Too few to say");
        }
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThat(product.get("/api/v1/findings?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void aPageWithoutAnyFindingSaysHowManyComparisonsWereMade() {
        int quiet = IntStream.rangeClosed(PlantedSets.PLANTED + 1, PlantedSets.ALL)
                .filter(set -> findings("attribute.Set=" + set).isEmpty())
                .findFirst()
                .orElseThrow();
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?attribute.Set=" + quiet);

            assertThat(window.find("#findings").textContent())
                    .contains("Nothing stands out", "comparisons were made, none is surer than chance");
            assertThat(window.find("#findings .finding a, #findings-file").count())
                    .isZero();
        }
    }

    private static List<JsonNode> findings(String query) {
        List<JsonNode> findings = new ArrayList<>();
        Json.parse(product.get("/api/v1/findings?" + query).body())
                .path("findings")
                .forEach(findings::add);
        return findings;
    }

    private static JsonNode clusters(int set) {
        return Json.parse(product.get("/api/v1/clusters?attribute.Set=" + set).body());
    }

    private static JsonNode pilots(List<JsonNode> findings, String measure) {
        List<JsonNode> found = findings.stream()
                .filter(finding -> finding.path("measure").asString().equals(measure)
                        && finding.path("segment").propertyNames().equals(Set.of("industry", "pilot"))
                        && texts(finding.at("/segment/industry")).equals(List.of("transportation"))
                        && texts(finding.at("/segment/pilot")).equals(List.of("true")))
                .toList();
        assertThat(found).as(measure + " among " + findings).hasSize(1);
        return found.get(0);
    }

    /** How many tickets the list has for a finding: its filters stand in place of those of the same name. */
    private static long listed(String asked, JsonNode finding) {
        var query = new StringBuilder("limit=1");
        for (String part : asked.split("&")) {
            String name = part.substring(0, part.indexOf('='));
            query.append(finding.path("segment").has(name) ? "" : "&" + part);
        }
        finding.path("segment")
                .properties()
                .forEach(filter -> texts(filter.getValue())
                        .forEach(value -> query.append("&")
                                .append(filter.getKey())
                                .append("=")
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return Json.parse(product.get("/api/v1/tickets?" + query).body())
                .path("total")
                .asLong();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
