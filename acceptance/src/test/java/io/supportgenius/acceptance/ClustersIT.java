package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Clusters of a file of our own. Its column Set tells several sets of tickets apart: "three" groups of customers of which the couriers
 * are unhappy, "forty" that share nothing, "one" in which all are alike, "plain" without texts and companies. What the figures of a
 * cluster must be is counted from the list of its tickets.
 */
class ClustersIT {

    private static final String BAD = "This is terrible, nothing works and I am very disappointed.";
    private static final String GOOD = "Great support, thank you so much!";
    private static final String PLAIN = "How do I add a user?";

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("ticket_id,created_at,description,company,industry,support tier,location,pilot,assignee,channel,Set");
        addThree(lines);
        for (int group = 0; group < 40; group++) {
            for (int i = 0; i < 6; i++) {
                lines.add("F%d-%d,2024-03-05 10:00,%s,Firm %1$d,trade %1$d,tier %1$d,city %1$d,,,Email,forty"
                        .formatted(group, i, PLAIN));
            }
        }
        for (int i = 0; i < 30; i++) {
            lines.add("O%d,2024-03-05 10:00,%s,Solo,retail,Gold,Rome,no,Olga,Email,one".formatted(i, PLAIN));
            lines.add("P%d,2024-03-05 10:00,,,,,,,,Email,plain".formatted(i));
        }
        Path file = Launcher.newDirectory("clusters").resolve("customers.csv");
        Files.write(file, lines);
        product = Product.start("--empty");
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    /** 60 couriers, pilots, mostly unhappy; 90 of media, mostly content; 50 of energy, never content. */
    private static void addThree(List<String> lines) {
        for (int i = 0; i < 60; i++) {
            lines.add("A%d,2024-03-%02d 10:00,\"%s\",Courier %d,transportation,Gold,%s,yes,Agent %d,%s,three"
                    .formatted(
                            i,
                            4 + i % 7,
                            i % 10 < 7 ? BAD : i % 10 < 9 ? PLAIN : GOOD,
                            i % 3,
                            i % 3 == 0 ? "Lyon" : "Porto",
                            i % 4,
                            i % 2 == 0 ? "Email" : "Phone"));
        }
        for (int i = 0; i < 90; i++) {
            lines.add("B%d,2024-03-%02d 10:00,\"%s\",Studio %d,media,Silver,%s,no,Agent %d,%s,three"
                    .formatted(
                            i,
                            4 + i % 7,
                            i % 10 < 1 ? BAD : i % 10 < 5 ? PLAIN : GOOD,
                            i % 4,
                            i % 2 == 0 ? "Athens" : "Dublin",
                            i % 4,
                            i % 2 == 0 ? "Email" : "Phone"));
        }
        for (int i = 0; i < 50; i++) {
            lines.add("C%d,2024-03-%02d 10:00,\"%s\",Grid %d,energy,Bronze,Oslo,no,Agent %d,%s,three"
                    .formatted(i, 4 + i % 7, i % 10 < 3 ? BAD : PLAIN, i % 2, i % 4, i % 2 == 0 ? "Email" : "Phone"));
        }
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void theGroupsOfCustomersAreFoundAndTheUnhappyOneStandsOut() {
        JsonNode report = clusters("attribute.Set=three");

        assertThat(report.path("n").asLong()).isEqualTo(200);
        assertThat(sizes(report)).containsExactly(90L, 60L, 50L);
        assertThat(report.path("structure").asBoolean()).isTrue();
        assertThat(report.path("verdict").asString()).startsWith("Structure found");
        assertThat(report.path("silhouette").asDouble())
                .isGreaterThan(report.path("shuffledSilhouette").asDouble());
        JsonNode couriers = report.path("clusters").path(1);
        assertThat(couriers.path("negative").asLong()).isEqualTo(42);
        assertThat(values(couriers)).contains("industry=transportation", "pilot=true", "supportTier=Gold");
        assertThat(couriers.path("name").asString()).contains("transportation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute.Set=three",
                "attribute.Set=three&channel=Phone&from=2024-03-05&to=2024-03-08",
                "attribute.Set=forty",
                ""
            })
    void everyFigureOfAClusterIsThatOfItsListedTickets(String query) {
        JsonNode report = clusters(query);

        long tickets = 0;
        for (JsonNode cluster : report.path("clusters")) {
            tickets += cluster.path("tickets").asLong();
            String filter = filter(report, cluster);
            List<JsonNode> listed = list(filter);
            assertThat(listed).hasSize(cluster.path("tickets").asInt());
            assertThat(cluster.path("negative").asLong()
                            + cluster.path("neutral").asLong()
                            + cluster.path("positive").asLong()
                            + cluster.path("unscored").asLong())
                    .isEqualTo(listed.size());
            assertSide(cluster, of(listed, "negative"), "negative", "meanShareNegativeOfNegatives", "OfNegatives");
            assertSide(cluster, of(listed, "positive"), "positive", "meanSharePositiveOfPositives", "OfPositives");
            for (JsonNode one : cluster.path("distinctive")) {
                String value = one.path("value").asString("");
                assertThat(total(filter + "&" + one.path("dimension").asString() + "=" + encoded(value)))
                        .isEqualTo(one.path("tickets").asLong());
                assertThat(one.path("lift").asDouble())
                        .isCloseTo(
                                one.path("share").asDouble()
                                        / one.path("shareOfAll").asDouble(),
                                within(1e-9))
                        .isGreaterThan(1);
            }
        }
        assertThat(tickets).isEqualTo(report.path("n").asLong()).isEqualTo(total(query));
    }

    private static void assertSide(JsonNode cluster, List<JsonNode> side, String kind, String mean, String end) {
        assertThat(cluster.path(kind).asLong()).isEqualTo(side.size());
        if (side.isEmpty()) {
            for (String name : List.of(mean, "topIndustry" + end, "topLocation" + end, "pilotShare" + end)) {
                assertThat(cluster.path(name).isNull()).as(name).isTrue();
            }
            return;
        }
        assertThat(cluster.path(mean).asDouble())
                .isCloseTo(
                        side.stream()
                                .mapToDouble(ticket ->
                                        ticket.path("sentimentCertainty").asDouble())
                                .average()
                                .orElseThrow(),
                        within(1e-4));
        assertThat(cluster.path("topIndustry" + end).asString("")).isIn(tops(side, "industry"));
        assertThat(cluster.path("topLocation" + end).asString("")).isIn(tops(side, "location"));
        long known =
                side.stream().filter(ticket -> !ticket.path("pilot").isNull()).count();
        long pilots = side.stream()
                .filter(ticket -> ticket.path("pilot").asBoolean(false))
                .count();
        if (known == 0) {
            assertThat(cluster.path("pilotShare" + end).isNull()).isTrue();
        } else {
            assertThat(cluster.path("pilotShare" + end).asDouble()).isCloseTo((double) pilots / known, within(1e-9));
        }
    }

    @Test
    void averageLinkageIsOfferedAndEachAnswerRatesBothMethods() {
        String query = "attribute.Set=three&method=agglomerative";
        JsonNode report = clusters(query);

        assertThat(report.path("method").asString()).isEqualTo("agglomerative");
        assertThat(report.path("bandwidth").isNull()).isTrue();
        assertThat(report.path("structure").asBoolean()).isTrue();
        assertThat(report.path("methods").size()).isEqualTo(2);
        assertThat(report.path("preference").asString()).startsWith("The data prefer");
        assertThat(clusters("attribute.Set=three").path("preferred").asString())
                .isEqualTo(report.path("preferred").asString());
        long tickets = 0;
        for (JsonNode cluster : report.path("clusters")) {
            tickets += cluster.path("tickets").asLong();
            assertThat(total(filter(report, cluster)))
                    .isEqualTo(cluster.path("tickets").asLong());
            // No two of the three groups share industry, tier or city, so whatever they are parted into lies within
            // one.
            assertThat(cluster.path("stability").asDouble()).isBetween(0.3, 1.0);
            for (JsonNode one : cluster.path("distinctive")) {
                assertThat(one.path("lift").asDouble())
                        .isBetween(
                                one.path("liftLow").asDouble(),
                                one.path("liftHigh").asDouble());
            }
        }
        assertThat(tickets).isEqualTo(200);
        String page = product.get("/customers/dashboard?" + query).body();
        assertThat(page).contains("id=\"stability\"", "id=\"preference\"", "The data prefer");
        assertThat(product.get("/api/v1/clusters?method=magic").statusCode()).isEqualTo(400);
    }

    @Test
    void groupsThatShareNothingAreFortyClusters() {
        JsonNode report = clusters("attribute.Set=forty");

        assertThat(sizes(report)).hasSize(40).containsOnly(6L);
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=forty");

            assertThat(window.find("[role=tab]").count()).isEqualTo(40);
            assertThat(window.find("#clusterBars tbody tr").count()).isEqualTo(40);
            window.assertNoSidewaysScroll();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void ticketsThatAreAllAlikeAreOneClusterWithoutStructure() {
        JsonNode report = clusters("attribute.Set=one");

        assertThat(sizes(report)).containsExactly(30L);
        assertThat(report.path("structure").asBoolean()).isFalse();
        assertThat(report.path("verdict").asString()).startsWith("No structure found");
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/customers/dashboard?attribute.Set=one");

            assertThat(window.find("#verdict").textContent()).startsWith("No structure found");
            assertThat(window.find("[role=tab]").textContent()).contains("All tickets", "30 tickets");
            assertThat(window.find("tr[data-side=certainty] td")
                            .last()
                            .textContent()
                            .strip())
                    .isEqualTo("—");
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    @Test
    void withoutTextsAndCompaniesThereIsOneClusterAndItSaysWhatIsMissing() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=plain");

            for (String side : List.of("certainty", "industry", "location", "pilots")) {
                assertThat(window.find("tr[data-side=" + side + "] td")
                                .first()
                                .locator(".missing")
                                .getAttribute("title"))
                        .as(side)
                        .isNotBlank();
            }
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void withoutTicketsThePageSaysSoAndLeadsOut() {
        assertThat(clusters("attribute.Set=three&channel=Fax").path("clusters").size())
                .isZero();
        try (Window window = Browser.open(product, Browser.DESK)) {
            assertThat(window.open("/customers/dashboard?attribute.Set=three&channel=Fax"))
                    .isEqualTo(200);

            assertThat(window.find(".empty h2").textContent()).isEqualTo("No ticket matches");
            assertThat(window.find("[role=tab]").count()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 0, 1", "'', 2, 0", "&bars=shares, 0, 1"})
    void clickingAPartOfABarListsExactlyItsTickets(String look, int kind, int cluster) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three" + look);
            long count = Long.parseLong(window.find("#clusterBars tbody tr")
                    .nth(cluster)
                    .locator("td [data-count]")
                    .nth(kind)
                    .getAttribute("data-count"));

            window.follow(() -> window.clickMark("#clusterBars", kind, cluster), "/tickets.*");

            assertThat(window.listed()).isPositive().isEqualTo(count);
            assertThat(window.find(".chip").first().textContent()).contains("Cluster");
        }
    }

    @Test
    void theTooltipOfABarTellsAllThreeNumbersAndTheKeyboardReachesIt() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three");
            window.find("#clusterBars .chart").focus();
            window.page().keyboard().press("Home");
            window.page().keyboard().press("ArrowDown");

            assertThat(window.find("#spoken").textContent())
                    .contains("42 negative", "12 neutral", "6 positive", "70 % negative");
            assertThat(window.find("#clusterBars .canvas").textContent())
                    .contains("42 negative", "12 neutral", "6 positive");
            window.follow(() -> window.page().keyboard().press("Enter"), "/tickets.*sentiment=negative.*");
            assertThat(window.listed()).isEqualTo(42);
        }
    }

    @Test
    void everyNumberOfTheBoxAndOfTheTableTwinLeadsToAsManyTickets() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three&channel=Email");
            int checked = 0;
            for (var link : window.find("#clusterBars tbody a, .sides tr[data-side=tickets] a, .distinctions a")
                    .all()) {
                String count = link.textContent().strip();
                assertThat(product.get(link.getAttribute("href")).body())
                        .as(link.getAttribute("href"))
                        .contains(">" + count + " ticket");
                checked++;
            }
            assertThat(checked).isGreaterThan(8);
        }
    }

    @Test
    void tabsAreReachedByKeyboardAndStandInTheAddress() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three");
            String second = window.find("[role=tab] .tab-name").nth(1).textContent();
            window.find("[role=tab]").first().focus();
            window.page().keyboard().press("ArrowDown");
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**tab=**");
            window.page()
                    .waitForCondition(
                            () -> window.find(".cluster h3").textContent().equals(second));

            assertThat(window.find("[role=tab][aria-selected=true] .tab-name").textContent())
                    .isEqualTo(second);
            window.page().reload();
            window.ready();
            assertThat(window.find(".cluster h3").textContent()).isEqualTo(second);
            window.follow(() -> window.find(".cluster-links a").first().click(), "/tickets.*");
            assertThat(window.listed()).isEqualTo(60);
        }
    }

    @Test
    void importancesAreChosenOnThePageAndStandInTheAddress() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three&tab=nothing");
            for (String name : List.of("industry", "supportTier", "location", "pilot", "agent", "sentiment")) {
                window.find("#weight-" + name).selectOption(name + ":0");
            }
            window.find("#weight-more").selectOption("channel:1");
            window.find(".importances button").click();
            window.page().waitForURL("**weight=channel%3A1**");
            window.ready();

            assertThat(window.location()).contains("weight=agent%3A0", "attribute.Set=three");
            assertThat(window.find("[role=tab] .tab-name").allTextContents())
                    .containsExactlyInAnyOrder("Email", "Phone");
            assertThat(window.find("#weight-channel").inputValue()).isEqualTo("channel:1");
        }
    }

    @Test
    void theTicketDashboardOfAClusterIsAboutItsTicketsAndSaysOfWhich() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=three&from=2024-03-05&to=2024-03-08");
            String tickets = window.find(".cluster-links a").first().textContent();

            window.follow(() -> window.find(".cluster-links a").last().click(), "/dashboard.*");

            assertThat(tickets)
                    .contains(window.find(".figure-value").first().textContent().strip() + " tickets");
            assertThat(window.find(".chip").first().textContent()).contains("Cluster", "5–8 March 2024", "three");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'weight=agent:99', weight",
        "'weight=mood:1', weight",
        "'weight=agent', weight",
        "'cluster=nowhere', cluster",
        "'cluster=x&clustersOf=nonsense', clustersOf",
        "'size=3', size"
    })
    void whatCannotBeUnderstoodIsRefusedByName(String query, String parameter) {
        HttpResponse<String> response = product.get("/api/v1/clusters?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"" + parameter + "\"");
        assertThat(product.get("/customers/dashboard?" + query).statusCode()).isEqualTo(400);
    }

    private static JsonNode clusters(String query) {
        HttpResponse<String> response = product.get("/api/v1/clusters?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body());
    }

    private static long total(String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asLong();
    }

    private static List<JsonNode> list(String query) {
        var tickets = new ArrayList<JsonNode>();
        String after = "";
        do {
            JsonNode page = Json.parse(
                    product.get("/api/v1/tickets?limit=200&" + query + after).body());
            page.path("tickets").forEach(tickets::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + encoded(page.path("next").asString());
        } while (!after.isEmpty());
        return tickets;
    }

    private static String filter(JsonNode report, JsonNode cluster) {
        return "cluster=" + encoded(cluster.path("name").asString()) + "&clustersOf="
                + encoded(report.path("clustersOf").asString());
    }

    private static List<JsonNode> of(List<JsonNode> tickets, String sentiment) {
        return tickets.stream()
                .filter(ticket -> ticket.path("sentiment").asString("").equals(sentiment))
                .toList();
    }

    /** The most frequent known values; the empty text where none is known. */
    private static List<String> tops(List<JsonNode> tickets, String field) {
        Map<String, Integer> counts = new HashMap<>();
        tickets.stream()
                .filter(ticket -> !ticket.path(field).isNull())
                .forEach(ticket -> counts.merge(ticket.path(field).asString(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0
                ? List.of("")
                : counts.keySet().stream()
                        .filter(value -> counts.get(value) == most)
                        .toList();
    }

    private static List<Long> sizes(JsonNode report) {
        return IntStream.range(0, report.path("clusters").size())
                .mapToObj(i -> report.path("clusters").path(i).path("tickets").asLong())
                .toList();
    }

    private static List<String> values(JsonNode cluster) {
        var values = new ArrayList<String>();
        cluster.path("distinctive")
                .forEach(one -> values.add(one.path("dimension").asString() + "="
                        + one.path("value").asString("")));
        return values;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
