package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is set once holds on every page, without a start. */
class SettingsIT {

    /**
     * Times with an offset, so that each zone shows them at an hour of its own: two on both sides of New York's change from UTC-5 to
     * UTC-4 at 07:00 UTC of 13 March 2016, and one right before midnight.
     */
    private static final String TICKETS = """
            Ticket ID,Created at,Subject
            1,2016-03-13T06:30:00Z,before the change
            2,2016-03-13T07:30:00Z,after the change
            3,2016-03-13T23:59:00Z,late
            """;

    private static Product withTickets() throws IOException {
        Path data = Launcher.newDirectory("zones").resolve("data");
        Path file = Files.writeString(Launcher.newDirectory("file").resolve("tickets.csv"), TICKETS);
        Product product = Product.startIn(data, "--empty");
        assertThat(Launcher.run("import", file.toString(), "--data-dir", data.toString(), "--zone", "UTC")
                        .exitCode())
                .isZero();
        return product;
    }

    private static JsonNode dashboard(Product product, String query) {
        return Json.parse(product.get("/api/v1/dashboard" + query).body());
    }

    private static void setZone(Product product, String name, String zone) {
        Person person = new Person(product);
        assertThat(person.submit("/settings", "/settings", Map.of("name", name, "zone", zone))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/settings?saved");
        await(() ->
                dashboard(product, "").path("selection").path("zone").asString().equals(zone));
    }

    /** Asks again until it is so; each question waits for its answer. */
    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("half a minute has passed").isBefore(end);
            Thread.onSpinWait();
        }
    }

    /**
     * Hours by the zones' rules: New York skips 02:00 to 03:00 on that day; Kolkata is 5:30 ahead, Lord Howe 11:00, Chatham 13:45.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York,   6, 1, 6, 3, 6, 19",
        "Asia/Kolkata,       6, 12, 6, 13, 0, 5",
        "Australia/Lord_Howe, 6, 17, 6, 18, 0, 10",
        "Pacific/Chatham,    6, 20, 6, 21, 0, 13"
    })
    void figuresFollowTheZoneWithoutAStart(String zone, int day1, int hour1, int day2, int hour2, int day3, int hour3)
            throws IOException {
        try (Product product = withTickets()) {
            setZone(product, "", zone);

            JsonNode counts = dashboard(product, "").path("heatmap").path("counts");
            assertThat(counts.path(day1).path(hour1).asInt()).isEqualTo(1);
            assertThat(counts.path(day2).path(hour2).asInt()).isEqualTo(1);
            assertThat(counts.path(day3).path(hour3).asInt()).isEqualTo(1);
            assertThat(product.get("/dashboard").body()).contains("Times in " + zone);
        }
    }

    @Test
    void daysAreThoseOfTheZone() throws IOException {
        try (Product product = withTickets()) {
            setZone(product, "Umbrella & Söhne", "Asia/Kolkata");

            // 23:59 UTC is 05:29 of the next day in Kolkata.
            assertThat(dashboard(product, "?from=2016-03-14")
                            .path("selection")
                            .path("tickets")
                            .asInt())
                    .isEqualTo(1);
            assertThat(dashboard(product, "?to=2016-03-13")
                            .path("selection")
                            .path("tickets")
                            .asInt())
                    .isEqualTo(2);
            try (Window window = Browser.open(product, Browser.DESK)) {
                window.open("/settings");
                assertThat(window.find(".about").textContent()).contains("Umbrella & Söhne", "Asia/Kolkata");
                window.find("input[name=zone]").fill("Europe/Atlantis");
                window.follow(() -> window.find("form.form button").click(), "/settings");
                assertThat(window.find(".problem").textContent()).contains("Europe/Atlantis", "Europe/Berlin");
                assertThat(window.find("input[name=zone]").inputValue()).isEqualTo("Europe/Atlantis");
                assertThat(window.seriousViolations()).isEmpty();
            }
            assertThat(dashboard(product, "").path("selection").path("zone").asString())
                    .isEqualTo("Asia/Kolkata");
        }
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        try (Team team = new Team();
                Window window = Browser.open(team.product(), Browser.DESK)) {
            window.open("/sign-in?next=/settings/tokens");
            window.find("input[name=email]").fill(Team.ANALYST);
            window.find("input[name=password]").fill(Person.PASSWORD);
            window.follow(() -> window.find("button").click(), "/settings/tokens");
            window.find("form.form input[name=name]").fill("Nightly report");
            window.find("form.form button").click();
            String token = window.find(".made input").inputValue();
            assertThat(window.seriousViolations()).isEmpty();
            window.assertNoSidewaysScroll();

            assertThat(status(team, token)).isEqualTo(200);
            window.open("/settings/tokens");
            assertThat(window.page().content()).doesNotContain(token);
            assertThat(window.find("tbody").textContent()).contains("Nightly report", "Grace", "Viewer");
            window.follow(
                    () -> window.find("button[aria-label='Revoke the token Nightly report']")
                            .click(),
                    "/settings/tokens");

            assertThat(status(team, token)).isEqualTo(401);
            assertThat(window.find("main").textContent()).contains("No tokens yet");
            assertThat(window.errors()).isEmpty();
        }
    }

    private static int status(Team team, String token) {
        return team.nobody()
                .send(HttpRequest.newBuilder(URI.create(team.product().address() + "/api/v1/dashboard"))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void commandsOnThisMachineAreLetInByWhatLiesInTheDataDirectory() throws IOException {
        try (Team team = new Team()) {
            Path file = Files.writeString(Launcher.newDirectory("file").resolve("tickets.csv"), TICKETS);

            Launcher.Result result = Launcher.run(
                    "import",
                    file.toString(),
                    "--data-dir",
                    team.product().dataDirectory().toString());

            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(Json.parse(team.viewer().get("/api/v1/dashboard").body())
                            .path("selection")
                            .path("tickets")
                            .asInt())
                    .isEqualTo(3);
        }
    }
}
