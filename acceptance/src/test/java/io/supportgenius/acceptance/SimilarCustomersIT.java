package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Similar customers in a file of our own. Of its set "kinds" the companies Kind 0-0 to Kind 5-4 are six kinds of five that share a
 * profile, seven values in eight, and behave alike: kind 0 writes at night, kind 1 much, kind 2 gets slow replies, and so on. In the set
 * "strangers" sixty companies have any profile, and their tickets are all of one kind. What a reason says must be the number of tickets
 * that its link lists.
 */
class SimilarCustomersIT {

    private static final String BAD = "This is terrible, nothing works and I am very disappointed.";
    private static final String PLAIN = "How do I add a user?";

    private static final int KINDS = 6;
    private static final int OF_A_KIND = 5;

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("ticket_id,created_at,first_reply_at,solved_at,description,requester,company,industry,support tier,"
                + "location,pilot,channel,Set");
        var random = new Random(11);
        for (int kind = 0; kind < KINDS; kind++) {
            for (int i = 0; i < OF_A_KIND; i++) {
                String[] profile = profile(random);
                for (int d = 0; d < profile.length; d++) {
                    if (random.nextInt(8) > 0) {
                        profile[d] = ofKind(kind)[d];
                    }
                }
                int tickets = kind == 1 ? 90 : 30;
                tickets(lines, random, "Kind %d-%d".formatted(kind, i), "kinds", profile, kind, tickets);
            }
        }
        for (int i = 0; i < 60; i++) {
            tickets(lines, random, "Stranger " + i, "strangers", profile(random), KINDS, 24);
        }
        Path file = Launcher.newDirectory("similar").resolve("tickets.csv");
        Files.write(file, lines);
        product = Product.start("--empty");
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static String[] ofKind(int kind) {
        return new String[] {"trade " + kind, "tier " + kind % 3, "city " + kind, kind % 2 == 0 ? "yes" : "no"};
    }

    private static String[] profile(Random random) {
        return new String[] {
            "trade " + random.nextInt(6),
            "tier " + random.nextInt(3),
            "city " + random.nextInt(20),
            random.nextBoolean() ? "yes" : "no"
        };
    }

    private static void tickets(
            List<String> lines, Random random, String company, String set, String[] profile, int kind, int count) {
        for (int i = 0; i < count; i++) {
            int day = random.nextInt(60);
            int hour = kind == 0 ? (22 + random.nextInt(7)) % 24 : 8 + random.nextInt(10);
            long created = day * 1440L + hour * 60L + random.nextInt(60);
            long replied = created + Math.round((kind == 2 ? 900 : 60) * Math.exp(0.5 * random.nextGaussian()));
            long solved = replied + Math.round((kind == 3 ? 9000 : 600) * Math.exp(0.5 * random.nextGaussian()));
            String text = random.nextInt(10) < (kind == 4 ? 8 : 2) ? BAD : PLAIN;
            String channel = kind == 5 || random.nextInt(4) == 0 ? "Phone" : "Email";
            lines.add(String.join(
                    ",",
                    company.replace(' ', '-') + "/" + i,
                    time(created),
                    time(replied),
                    time(solved),
                    "\"" + text + "\"",
                    company + " " + i % 2,
                    company,
                    String.join(",", profile),
                    channel,
                    set));
        }
    }

    private static String time(long minutes) {
        return java.time.LocalDateTime.of(2024, 3, 1, 0, 0)
                .plusMinutes(minutes)
                .toString()
                .replace('T', ' ');
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void companiesOfAKindAreTheNearestAndSayWhy() {
        Map<String, Long> ids = ids("kinds");
        assertThat(ids).hasSize(KINDS * OF_A_KIND);
        int alike = 0;
        int notable = 0;
        for (Map.Entry<String, Long> company : ids.entrySet()) {
            JsonNode answer = similar(company.getValue(), "attribute.Set=kinds&limit=4");
            assertThat(answer.path("label").asString()).isEqualTo(company.getKey());
            assertThat(answer.path("neighbours").size()).isEqualTo(4);
            for (JsonNode neighbour : answer.path("neighbours")) {
                boolean same = kind(neighbour.path("label").asString()).equals(kind(company.getKey()));
                alike += same ? 1 : 0;
                notable += same && neighbour.path("notable").asBoolean() ? 1 : 0;
                int reasons = neighbour.path("reasons").size();
                assertThat(reasons > 0).isEqualTo(neighbour.path("notable").asBoolean());
                assertThat(reasons).isLessThanOrEqualTo(3);
            }
        }
        // All four others of a kind among the four nearest would be 120; chance would find 120 * 4 / 29 = 17.
        assertThat(alike).isGreaterThan(100);
        assertThat(notable).isGreaterThan(60);
    }

    @Test
    void everyReasonLeadsToAsManyTicketsAsItSays() {
        Map<String, Long> ids = ids("kinds");
        var traits = new ArrayList<String>();
        for (String company : List.of("Kind 0-0", "Kind 2-1", "Kind 4-2", "Kind 1-1")) {
            JsonNode answer = similar(ids.get(company), "attribute.Set=kinds");
            for (JsonNode neighbour : answer.path("neighbours")) {
                for (JsonNode reason : neighbour.path("reasons")) {
                    traits.add(reason.path("trait").asString());
                    assertThat(reason.path("sentence").asString()).isNotBlank();
                    assertSide(company, reason.path("own"));
                    assertSide(neighbour.path("label").asString(), reason.path("theirs"));
                }
            }
        }
        assertThat(traits).hasSizeGreaterThan(15).contains("rhythm", "firstReplyTime", "industry");
    }

    private static void assertSide(String company, JsonNode side) {
        var query = new StringBuilder("attribute.Set=kinds&company=" + encoded(company));
        side.path("filters")
                .forEachEntry((name, values) -> values.forEach(
                        value -> query.append("&").append(name).append("=").append(encoded(value.asString()))));
        assertThat(total(query.toString())).isEqualTo(side.path("tickets").asLong());
        assertThat(side.path("tickets").asLong())
                .isLessThanOrEqualTo(side.path("n").asLong());
    }

    @Test
    void strangersAreSaidToBeLikeNobody() {
        Map<String, Long> ids = ids("strangers");
        assertThat(ids).hasSize(60);
        List<JsonNode> answers = ids.values().stream()
                .map(id -> similar(id, "attribute.Set=strangers"))
                .toList();

        // One set in twenty may claim something by chance; this one, always the same, does not.
        assertThat(answers.stream().filter(answer -> answer.path("notable").asInt() > 0))
                .isEmpty();
        assertThat(answers)
                .anySatisfy(answer ->
                        assertThat(answer.path("verdict").asString()).startsWith("No customer is notably similar"));
        JsonNode groups = groups("attribute.Set=strangers");
        assertThat(groups.path("groups").size()).isZero();
        assertThat(groups.path("verdict").asString()).startsWith("No groups found");
    }

    @Test
    void whatHappenedNextIsThatOfTheLastDaysAgainstAsManyBefore() {
        JsonNode answer = similar(ids("kinds").get("Kind 0-0"), "attribute.Set=kinds");
        JsonNode neighbour = answer.path("neighbours").path(0);
        String company =
                "attribute.Set=kinds&company=" + encoded(neighbour.path("label").asString());

        // 60 days of tickets: two times thirty.
        for (String side : List.of("compared", "previous")) {
            JsonNode days = answer.path("next").path(side.equals("compared") ? "current" : "previous");
            String range = "&from=" + days.path("from").asString() + "&to="
                    + days.path("to").asString();
            assertThat(neighbour.at("/changes/tickets/" + side + "/value").asLong())
                    .isEqualTo(total(company + range));
            assertThat(neighbour
                            .at("/changes/negativeShare/" + side + "/tickets")
                            .asLong())
                    .isEqualTo(total(company + range + "&sentiment=negative"));
        }
        assertThat(answer.at("/next/current/to").asString()).isBetween("2024-04-27", "2024-04-29");
    }

    @Test
    void theGroupsAreTheKinds() {
        JsonNode groups = groups("attribute.Set=kinds");

        assertThat(groups.path("groups").size()).isBetween(4, 10);
        int together = 0;
        for (JsonNode group : groups.path("groups")) {
            Map<String, Integer> kinds = new HashMap<>();
            group.path("members")
                    .forEach(member -> kinds.merge(kind(member.path("label").asString()), 1, Integer::sum));
            together +=
                    kinds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            var query = new StringBuilder("attribute.Set=kinds");
            group.path("members")
                    .forEach(member -> query.append("&company=")
                            .append(encoded(member.path("label").asString())));
            assertThat(total(query.toString())).isEqualTo(group.path("tickets").asLong());
        }
        assertThat(together).isGreaterThan(22);
    }

    @Test
    void thePageShowsNeighboursWithReasonsThatLeadToTheirTickets() {
        long id = ids("kinds").get("Kind 0-0");
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/companies/" + id + "?attribute.Set=kinds");

            assertThat(window.find("#similar-verdict").textContent()).startsWith("Nearer than chance");
            assertThat(window.find("#similar .neighbour").count()).isPositive();
            assertThat(window.find("#similar").textContent()).contains("at night");
            var link = window.find("#similar .reasons li a").first();
            String words = link.textContent();
            window.follow(link::click, "/tickets.*");
            assertThat(words).startsWith(window.listed() + " ");
            assertThat(window.errors()).isEmpty();
        }
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/companies/" + id + "?attribute.Set=kinds");

            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
            window.follow(() -> window.find("#similar .info").click(), "/methods/similar-customers");
            assertThat(window.find("h1").textContent()).isEqualTo("Similar customers");
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void theCustomerDashboardShowsTheGroups() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/customers/dashboard?attribute.Set=kinds");

            assertThat(window.find("#customer-groups .customer-groups > li").count())
                    .isBetween(4, 10);
            window.find("#customer-groups .drawings a").last().click();
            window.page().waitForURL("**groups=requester**");
            assertThat(window.errors()).isEmpty();
        }
        String csv = product.get("/api/v1/clusters/customerGroups.csv?attribute.Set=kinds")
                .body();
        assertThat(csv.lines().count()).isEqualTo(1 + KINDS * OF_A_KIND);
    }

    @Test
    void theFileHasTheNeighboursOfTheAnswer() {
        long id = ids("kinds").get("Kind 3-0");
        JsonNode answer = similar(id, "attribute.Set=kinds&limit=20");
        List<String> lines = product.get("/api/v1/companies/" + id + "/similar.csv?attribute.Set=kinds&limit=20")
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(21);
        assertThat(lines.get(0).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).doesNotHaveDuplicates();
        for (int i = 0; i < 20; i++) {
            assertThat(lines.get(i + 1))
                    .startsWith(answer.path("neighbours").path(i).path("label").asString() + ",");
        }
    }

    @Test
    void requestersAreComparedAsWell() {
        JsonNode one =
                Json.parse(product.get("/api/v1/customers/1/similar?limit=3").body());

        assertThat(one.path("compared").asInt()).isEqualTo(2 * (KINDS * OF_A_KIND + 60));
        assertThat(one.path("neighbours").size()).isEqualTo(3);
        assertThat(product.get("/customers/1").body()).contains("id=\"similar\"");
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        assertThat(product.get("/api/v1/companies/1/similar?limit=21").statusCode())
                .isEqualTo(400);
        assertThat(product.get("/api/v1/companies/999999/similar").statusCode()).isEqualTo(404);
        assertThat(product.get("/api/v1/customer-groups?of=agent").statusCode()).isEqualTo(400);
        assertThat(product.get("/methods/nothing").statusCode()).isEqualTo(404);
        assertThat(product.get("/methods").body()).contains("/methods/clustering", "/methods/similar-customers");
    }

    private static String kind(String company) {
        return company.substring(0, company.indexOf('-'));
    }

    private static Map<String, Long> ids(String set) {
        Map<String, Long> ids = new HashMap<>();
        for (int id : IntStream.rangeClosed(1, KINDS * OF_A_KIND + 60).toArray()) {
            JsonNode answer = similar(id, "attribute.Set=" + set + "&limit=1");
            if (answer.path("tickets").asLong() > 0) {
                ids.put(answer.path("label").asString(), (long) id);
            }
        }
        return ids;
    }

    private static JsonNode similar(long id, String query) {
        return Json.parse(
                product.get("/api/v1/companies/" + id + "/similar?" + query).body());
    }

    private static JsonNode groups(String query) {
        return Json.parse(product.get("/api/v1/customer-groups?" + query).body());
    }

    private static long total(String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asLong();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
