package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tickets of a file of our own, with texts that nobody would judge otherwise. */
class SentimentIT {

    private static final String TICKETS = """
            ticket_id,created_at,subject,description,requester,company,assignee,channel
            N1,2024-03-04 08:00,Export,"This update is terrible, nothing works any more.",Ann,Acme,Olga,Email
            N2,2024-03-04 09:00,Slow,"Terrible service, I am very disappointed.",Ann,Acme,Olga,Email
            N3,2024-03-06 08:00,<b>Bad</b> & worse,"It is <i>awful</i> & I hate the ""new"" page 😡.",Bob,Beta,Olga,Phone
            U1,2024-03-04 10:00,Question,How do I add a user?,Bob,Beta,Piet,Phone
            U2,2024-03-05 08:00,Docs,Where can I find the API documentation?,Bob,Beta,Piet,Email
            P1,2024-03-06 09:00,Thanks,"Great support, thank you so much!",Cleo,Beta,Piet,Email
            M1,2024-03-06 10:00,,,Cleo,Beta,Piet,Email
            """;

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        product = Product.start("--empty");
        Path file = Launcher.newDirectory("moods").resolve("moods.csv");
        Files.writeString(file, TICKETS);
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    /** The first letter of an id says what its text is. */
    @ParameterizedTest
    @CsvSource({"negative, N, 3", "neutral, U, 2", "positive, P, 1", "'', M, 1"})
    void ticketsAreJudgedAtImportAndFoundByTheirSentiment(String sentiment, String ids, int count) {
        JsonNode page =
                Json.parse(product.get("/api/v1/tickets?sentiment=" + sentiment).body());

        assertThat(page.path("total").asInt()).isEqualTo(count);
        for (JsonNode ticket : page.path("tickets")) {
            assertThat(ticket.path("externalId").asString()).startsWith(ids);
            assertThat(ticket.path("sentiment").asString("")).isEqualTo(sentiment);
            assertThat(ticket.path("sentimentCertainty").isNull()).isEqualTo(sentiment.isEmpty());
        }
    }

    @Test
    void anUnknownSentimentIsRefused() {
        HttpResponse<String> response = product.get("/api/v1/tickets?sentiment=angry");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("negative, neutral, positive");
    }

    @Test
    void theCellsOfTheListStandBelowTheirHeads() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets?sentiment=negative");
            List<String> heads = window.find(".list thead th").allInnerTexts();
            List<String> cells =
                    window.find(".list tbody tr").first().locator("th, td").allInnerTexts();

            assertThat(cells).hasSameSizeAs(heads);
            assertThat(cells.get(heads.indexOf("Sentiment"))).contains("Negative");
            assertThat(cells.get(heads.indexOf("Created"))).contains("2024");
            assertThat(cells.get(heads.indexOf("Company"))).isIn("Acme", "Beta");
            assertThat(cells.get(heads.indexOf("Agent"))).isEqualTo("Olga");
        }
    }

    @Test
    void theDashboardCountsWhatTheListShows() {
        JsonNode sentiment = Json.parse(product.get("/api/v1/dashboard?by=channel&from=2024-03-04&to=2024-03-06")
                        .body())
                .path("sentiment");

        assertThat(counts(sentiment.path("all"))).containsExactly(3, 2, 1, 1);
        JsonNode periods = sentiment.at("/trend/periods");
        assertThat(periods.size()).isEqualTo(3);
        assertThat(counts(periods.path(0).path("figures"))).containsExactly(2, 1, 0, 0);
        assertThat(counts(periods.path(1).path("figures"))).containsExactly(0, 1, 0, 0);
        assertThat(counts(periods.path(2).path("figures"))).containsExactly(1, 0, 1, 1);
        JsonNode values = sentiment.at("/byDimension/values");
        // Both are half negative; the one with more tickets comes first.
        assertThat(values.path(0).path("value").asString()).isEqualTo("Email");
        assertThat(counts(values.path(0).path("figures"))).containsExactly(2, 1, 1, 1);
        assertThat(counts(values.path(1).path("figures"))).containsExactly(1, 1, 0, 0);
    }

    @Test
    void textsAreScoredOnRequestInTheirOrder() {
        HttpResponse<String> response = post(
                "{\"texts\":[\"Terrible service.\",\" \",\"Great support, thank you so much!\",\"\\u0000 \\ud83d\"]}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Json.parse(response.body());
        assertThat(answer.path("model").asString()).isEqualTo("fast");
        JsonNode scores = answer.path("scores");
        assertThat(scores.size()).isEqualTo(4);
        assertThat(scores.path(0).path("label").asString()).isEqualTo("negative");
        assertThat(scores.path(1).path("label").isNull()).isTrue();
        assertThat(scores.path(1).path("reason").asString()).contains("no word");
        assertThat(scores.path(3).path("label").isNull()).isTrue();
        JsonNode last = scores.path(2);
        assertThat(last.path("label").asString()).isEqualTo("positive");
        double sum = last.path("negative").asDouble()
                + last.path("neutral").asDouble()
                + last.path("positive").asDouble();
        assertThat(sum).isBetween(0.999999, 1.000001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"texts\":null}", "{\"texts\":[null]}", "{\"texts\":[{}]}", "{\"texts\":\"x\"}", "[", ""
            })
    void bodiesWithoutTextsAreRefused(String body) {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() {
        HttpResponse<String> response = post("{\"texts\":[\"" + "a".repeat(20_000_001) + "\"]}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("at most 20 MB");
    }

    @Test
    void moreTextsThanAllowedAreRefusedWithTheNumber() {
        String many = "\"a\"" + ",\"a\"".repeat(1000);

        HttpResponse<String> response = post("{\"texts\":[" + many + "]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("at most 1000", "1001");
    }

    @Test
    void theTicketPageMarksTheWordsThatDroveTheJudgement() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets/" + id("N3"));

            assertThat(window.find(".judgement").textContent()).contains("Negative", "% certain");
            assertThat(window.find("mark.driver.negative").allTextContents()).contains("awful");
            assertThat(window.find(".ticket-body").textContent())
                    .isEqualTo("It is <i>awful</i> & I hate the \"new\" page 😡.");
            assertThat(window.find("h1").textContent()).isEqualTo("<b>Bad</b> & worse");
            window.follow(() -> window.find("#sentiment a").click(), "/tickets\\?sentiment=negative");
            assertThat(window.listed()).isEqualTo(3);
        }
    }

    /** An import of strange texts, and then of the same tickets with others: all are taken, judged or not as the text allows. */
    @Test
    void anyTextIsTakenAndANewTextIsJudgedAnew() throws IOException {
        try (Product desk = Product.start("--empty")) {
            bring(
                    desk,
                    "long,2024-03-04 08:00," + "\"" + "I am very disappointed, this is terrible. ".repeat(25_000)
                            + "\",2024-03-05 08:00",
                    "emoji,2024-03-04 08:00,😡😡,2024-03-05 08:00",
                    "nul,2024-03-04 08:00,Terrible\0 service,2024-03-05 08:00",
                    "chinese,2024-03-04 08:00,服务太差了,2024-03-05 08:00",
                    "numbers,2024-03-04 08:00,12:30 ?!,2024-03-05 08:00",
                    "html,2024-03-04 08:00,\"<p class=\"\"terrible\"\">Great support,<br/>thank you so much!</p>\",2024-03-05 08:00");

            assertThat(labels(desk))
                    .containsEntry("long", "negative")
                    .containsKey("emoji")
                    .containsEntry("nul", "negative")
                    .containsEntry("chinese", "")
                    .containsEntry("numbers", "")
                    .containsEntry("html", "positive");
            assertThat(labels(desk).get("emoji")).isNotEmpty();

            bring(desk, "nul,2024-03-04 08:00,\"Great support, thank you so much!\",2024-03-06 08:00");

            assertThat(labels(desk)).hasSize(6).containsEntry("nul", "positive");
        }
    }

    private static void bring(Product desk, String... rows) throws IOException {
        Path file = Launcher.newDirectory("texts").resolve("texts.csv");
        Files.writeString(file, "ticket_id,created_at,description,updated_at\n" + String.join("\n", rows) + "\n");
        Launcher.Result result = Launcher.run(
                "import",
                file.toString(),
                "--data-dir",
                desk.dataDirectory().toString(),
                "--zone",
                "UTC",
                "--source",
                "t");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static Map<String, String> labels(Product desk) {
        Map<String, String> labels = new HashMap<>();
        for (JsonNode ticket : Json.parse(desk.get("/api/v1/tickets").body()).path("tickets")) {
            labels.put(
                    ticket.path("externalId").asString(),
                    ticket.path("sentiment").asString(""));
        }
        return labels;
    }

    @Test
    void aTicketWithoutATextSaysWhyItWasNotJudged() {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/tickets/" + id("M1"));

            assertThat(window.find("#sentiment").textContent())
                    .contains("Not judged: there is no text with words in Latin letters.");
            assertThat(window.find("mark").count()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"#sentimentTrend, 0, 0, 2", "#sentimentTrend, 3, 2, 1", "#sentimentByDimension, 0, 0, 2"})
    void aMarkOfTheMoodLeadsToItsTickets(String card, int series, int item, int count) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?by=channel");

            window.follow(() -> window.clickMark(card, series, item), "/tickets.*");

            assertThat(window.location()).contains("sentiment=");
            assertThat(window.listed()).isEqualTo(count);
        }
    }

    /** Who has negative tickets only, how many, and somebody else with the share of negative ones among those judged. */
    @ParameterizedTest
    @CsvSource({
        "companies, company, Acme, 2, Beta, 25 %",
        "agents, agent, Olga, 3, Piet, 0 %",
        "customers, requester, Ann, 2, Bob, 33.3 %"
    })
    void peopleHaveTheirShareOfNegativeTicketsWithItsTickets(
            String view, String filter, String unhappy, int count, String other, String share) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/" + view + "?sort=-negativeShare");

            assertThat(window.find("tbody tr").first().textContent()).contains(unhappy, "100 %");
            assertThat(window.find("tbody tr:has-text('" + other + "')").textContent())
                    .contains(share);
            window.follow(() -> window.find("tbody tr td:last-child a").first().click(), "/tickets.*");
            assertThat(window.location()).contains(filter + "=" + unhappy, "sentiment=negative");
            assertThat(window.listed()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @CsvSource({"companies, Acme, 2", "agents, Olga, 3", "customers, Ann, 2"})
    void theirPagesShowHowTheirTicketsFeelAndLeadToTheNegativeOnes(String view, String name, int count) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/" + view);
            window.follow(
                    () -> window.find("tbody a:has-text('" + name + "')")
                            .first()
                            .click(),
                    "/" + view + "/\\d+");

            assertThat(window.find(".shares > div").allInnerTexts().get(0)).contains("Negative", "100 %");
            window.follow(
                    () -> window.find(".figure-list > div:has-text('Negative tickets') a")
                            .click(),
                    "/tickets.*");
            assertThat(window.listed()).isEqualTo(count);
        }
    }

    private static HttpResponse<String> post(String body) {
        return product.send(product.request("/api/v1/sentiment")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static long id(String externalId) {
        JsonNode page =
                Json.parse(product.get("/api/v1/tickets?q=" + externalId).body());
        return page.at("/tickets/0/id").asLong();
    }

    private static List<Integer> counts(JsonNode figures) {
        return List.of(
                figures.path("negative").asInt(),
                figures.path("neutral").asInt(),
                figures.path("positive").asInt(),
                figures.path("unscored").asInt());
    }
}
