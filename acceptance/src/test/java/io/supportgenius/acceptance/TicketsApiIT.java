package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs bring tickets: by batches with a token, and by events that they sign. */
class TicketsApiIT {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String EVENTS = "/api/v1/webhooks/tickets";
    private static final Pattern LATEST_SECRET = Pattern.compile("value=\"(sgw_[\\w-]+)\"");

    private static Team team;
    private static Product product;
    private static String token;

    @BeforeAll
    static void start() {
        team = new Team();
        product = team.product();
        token = team.analyst().makeToken("analyst");
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    /** @param headers names and values in turn */
    private static HttpResponse<String> send(String path, String body, String... headers) {
        HttpRequest.Builder request = product.request(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return product.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    private static JsonNode batch(String... tickets) {
        HttpResponse<String> answer = send(
                TICKETS, "{\"tickets\": [" + String.join(", ", tickets) + "]}", "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static JsonNode ask(String path) {
        HttpResponse<String> answer = product.send(product.request(path)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void aBatchIsToldTicketByTicketAndTheNextQuestionSeesIt() {
        JsonNode first = batch("""
                {"externalId": "b-1", "created": "2026-02-02T09:00:00+01:00", "firstReply": "2026-02-02T10:30:00+01:00", "status": "open",
                 "company": "Batch & Sons", "subject": "Printer", "text": "The printer is broken and nobody helps. I am angry.",
                 "attributes": {"Wing": "east"}}
                """, """
                {"externalId": "b-2", "created": "yesterday"}
                """, """
                {"externalId": "b-3", "stauts": "open"}
                """);

        assertThat(first.path("rows").asInt()).isEqualTo(3);
        assertThat(first.path("created").asInt()).isEqualTo(1);
        assertThat(first.path("rejected").asInt()).isEqualTo(2);
        JsonNode results = first.path("results");
        assertThat(results.path(0).path("state").asString()).isEqualTo("created");
        assertThat(results.path(1).path("field").asString()).isEqualTo("created");
        assertThat(results.path(1).path("reason").asString()).contains("ISO 8601");
        assertThat(results.path(2).path("field").asString()).isEqualTo("stauts");

        JsonNode list = ask(TICKETS + "?company=batch+%26+sons&attribute.Wing=east");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        JsonNode ticket = list.path("tickets").path(0);
        assertThat(ticket.path("id")).isEqualTo(results.path(0).path("id"));
        assertThat(ticket.path("sentiment").asString()).isEqualTo("negative");
        assertThat(ticket.path("firstReplyHours").asDouble()).isEqualTo(1.5);
        assertThat(ask("/api/v1/dashboard?company=batch+%26+sons")
                        .path("created")
                        .asInt())
                .isEqualTo(1);

        JsonNode again = batch("""
                {"externalId": "b-1", "created": "2026-02-02T08:00:00Z", "status": "solved", "company": "Batch & Sons"}
                """);
        assertThat(again.path("updated").asInt()).isEqualTo(1);
        assertThat(ask(TICKETS + "?company=batch+%26+sons&status=solved")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        // Imports of files are listed, batches are not.
        assertThat(ask("/api/v1/imports").path("imports").size()).isZero();
    }

    @Test
    void whatIsNoBatchIsRefusedInASentence() {
        String many = IntStream.range(0, 1_001)
                .mapToObj(i -> "{\"externalId\": \"m-" + i + "\"}")
                .collect(Collectors.joining(","));
        for (Map.Entry<String, Integer> one : Map.of(
                        "{\"tickets\": []}",
                        400,
                        "{\"tickets\": [{]}",
                        400,
                        "",
                        400,
                        "{\"tickets\": [" + many + "]}",
                        413,
                        "{\"tickets\": [{\"externalId\": \"" + "x".repeat(20_000_000) + "\"}]}",
                        413,
                        "{\"source\": \"demo\", \"tickets\": [{\"externalId\": 1}]}",
                        400)
                .entrySet()) {
            HttpResponse<String> answer = send(TICKETS, one.getKey(), "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(one.getValue());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(Json.parse(answer.body()).path("detail").asString()).isNotBlank();
        }
        assertThat(ask(TICKETS + "?q=m-1").path("total").asInt()).isZero();
        assertThat(send(TICKETS, "{\"tickets\": [{\"externalId\": 1}]}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anEventCountsIfItIsSignedAndCountsOnce() throws GeneralSecurityException {
        String secret = team.analyst().makeWebhook("Zendesk");
        String now = String.valueOf(Instant.now().getEpochSecond());
        String body = """
                {"ticket": {"id": 9001, "created_at": "2026-02-03T09:00:00Z", "status": "open", "subject": "Live", "organization": {"name": "Live Ltd"}}}
                """;

        JsonNode taken = Json.parse(event(secret, now, body, 200));
        assertThat(taken.path("repeated").asBoolean()).isFalse();
        assertThat(taken.path("created").asInt()).isEqualTo(1);
        assertThat(ask(TICKETS + "?company=live+ltd")
                        .path("tickets")
                        .path(0)
                        .path("externalId")
                        .asString())
                .isEqualTo("9001");

        // What was sent later stays, though the first event is sent once more.
        event(secret, now, "{\"externalId\": \"9001\", \"status\": \"solved\", \"company\": \"Live Ltd\"}", 200);
        assertThat(Json.parse(event(secret, now, body, 200)).path("repeated").asBoolean())
                .isTrue();
        assertThat(ask(TICKETS + "?company=live+ltd")
                        .path("tickets")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("solved");

        String old = String.valueOf(Instant.now().getEpochSecond() - 301);
        assertThat(event(secret, old, body, 401)).contains("five minutes");
        assertThat(event("sgw_another-secret-altogether", now, body, 401)).contains("fits no secret");
        assertThat(send(EVENTS, body).statusCode()).isEqualTo(401);
        assertThat(send(EVENTS, body, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        String signed = signature(secret, now + "." + body);
        assertThat(send(
                                EVENTS,
                                body.replace("Live", "Dead"),
                                "X-SupportGenius-Timestamp",
                                now,
                                "X-SupportGenius-Signature",
                                "sha256=" + signed)
                        .statusCode())
                .isEqualTo(401);
        assertThat(event(secret, now, "{\"hello\": \"world\"}", 400)).contains("No column was recognised");

        String page = team.analyst().get("/settings/webhooks").body();
        assertThat(page)
                .contains("No column was recognised")
                .contains("Last refused request")
                .doesNotContain(secret);
    }

    @Test
    void zendeskSignsInItsOwnWay() throws GeneralSecurityException {
        String secret = team.analyst().makeWebhook("Zendesk too");
        String now = Instant.now().toString();
        String body = "{\"externalId\": \"z-1\", \"status\": \"open\"}";
        String code = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(signature(secret, now + body)));

        HttpResponse<String> answer =
                send(EVENTS, body, "X-Zendesk-Webhook-Signature-Timestamp", now, "X-Zendesk-Webhook-Signature", code);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aNewSecretTakesOverAndARevokedOneCountsNoMore() throws GeneralSecurityException {
        String before = team.analyst().makeWebhook("Replaced");
        String page = team.analyst().get("/settings/webhooks").body();
        Matcher action = Pattern.compile("/settings/webhooks/(\\d+)/replace").matcher(page);
        String id = action.results().reduce((one, next) -> next).orElseThrow().group(1);
        Matcher made = LATEST_SECRET.matcher(team.analyst()
                .submit("/settings/webhooks", "/settings/webhooks/" + id + "/replace", Map.of())
                .body());
        assertThat(made.find()).isTrue();
        String now = String.valueOf(Instant.now().getEpochSecond());
        for (String secret : List.of(before, made.group(1))) {
            event(secret, now, "{\"externalId\": \"r-1\", \"subject\": \"" + secret.hashCode() + "\"}", 200);
        }

        team.analyst().submit("/settings/webhooks", "/settings/webhooks/" + id + "/revoke", Map.of());

        for (String secret : List.of(before, made.group(1))) {
            event(secret, now, "{\"externalId\": \"r-1\"}", 401);
        }
    }

    @Test
    void theDemoTakesBatchesWithoutATokenButNoEventWithoutASignature() throws GeneralSecurityException {
        try (Product demo = Product.start("--empty")) {
            assertThat(demo.send(demo.request(TICKETS)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"tickets\": [{\"externalId\": \"d-1\"}]}"))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Json.parse(demo.get(TICKETS).body()).path("total").asInt())
                    .isEqualTo(1);
            assertThat(demo.send(demo.request(EVENTS)
                                    .POST(BodyPublishers.ofString("{\"externalId\": \"d-2\"}"))
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
            Matcher secret = LATEST_SECRET.matcher(demo.send(demo.request("/settings/webhooks")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("name=desk&source=desk"))
                            .build())
                    .body());
            assertThat(secret.find()).isTrue();
            String now = String.valueOf(Instant.now().getEpochSecond());
            String body = "{\"externalId\": \"d-2\"}";
            assertThat(demo.send(demo.request(EVENTS)
                                    .header("X-SupportGenius-Timestamp", now)
                                    .header(
                                            "X-SupportGenius-Signature",
                                            "sha256=" + signature(secret.group(1), now + "." + body))
                                    .POST(BodyPublishers.ofString(body))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Sends an event signed in our form and returns the answer. */
    private static String event(String secret, String time, String body, int expected) throws GeneralSecurityException {
        HttpResponse<String> answer = send(
                EVENTS,
                body,
                "X-SupportGenius-Timestamp",
                time,
                "X-SupportGenius-Signature",
                "sha256=" + signature(secret, time + "." + body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private static String signature(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
