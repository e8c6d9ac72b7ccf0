package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The product on a PostgreSQL of the user's, alone and with a second server beside it. */
class UsersDatabaseIT {

    /** Two tickets on Monday 1 February 2016 at 8 and at 10 o'clock UTC, one of them replied to after 90 minutes. */
    private static final String TICKETS = """
            Ticket ID,Created at,First response at,Status,Company,Subject
            1,2016-02-01T08:15:00Z,2016-02-01T09:45:00Z,open,Überflieger,Frage zur Größe
            2,2016-02-01T10:00:00Z,,open,ÜBERFLIEGER,second
            """;

    private static Path file(String text) throws IOException {
        return Files.writeString(Launcher.newDirectory("file").resolve("tickets.csv"), text);
    }

    private static Launcher.Result importInto(UsersPostgres postgres, Path file, String... options) {
        var words = new ArrayList<>(
                List.of("import", file.toString(), "--db-url", postgres.url(), "--db-user", UsersPostgres.USER));
        words.addAll(List.of(options));
        ProcessBuilder builder = Launcher.process(words.toArray(String[]::new));
        builder.environment().put("SUPPORTGENIUS_DB_PASSWORD", UsersPostgres.PASSWORD);
        return Launcher.run(builder);
    }

    private static Product serve(UsersPostgres postgres) {
        return Product.serveOn(postgres.url(), UsersPostgres.USER, UsersPostgres.PASSWORD);
    }

    private static JsonNode dashboard(Person person) {
        return Json.parse(person.get("/api/v1/dashboard").body());
    }

    private static int tickets(Person person) {
        return dashboard(person).path("selection").path("tickets").asInt();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everyVersionHoldsWhatTheProductKeeps(int version) throws IOException {
        try (UsersPostgres postgres = UsersPostgres.start(UsersPostgres.ofVersion(version))) {
            assertThat(importInto(postgres, file(TICKETS), "--zone", "UTC").exitCode())
                    .isZero();
            try (Product product = serve(postgres)) {
                Person ada = Person.firstAdministrator(product, "ada@example.org");

                JsonNode dashboard = dashboard(ada);
                assertThat(dashboard
                                .path("heatmap")
                                .path("counts")
                                .path(0)
                                .path(8)
                                .asInt())
                        .isEqualTo(1);
                assertThat(dashboard
                                .path("heatmap")
                                .path("counts")
                                .path(0)
                                .path(10)
                                .asInt())
                        .isEqualTo(1);
                assertThat(dashboard.path("firstReplyTime").path("medianHours").asDouble())
                        .isEqualTo(1.5);
                // Names and words are compared without regard to case, umlauts included.
                assertThat(ada.get("/companies").body()).contains("1 company");
                assertThat(Json.parse(ada.get("/api/v1/tickets?q=GR%C3%96SSE").body())
                                .path("total")
                                .asInt())
                        .isZero();
                assertThat(Json.parse(ada.get("/api/v1/tickets?q=GR%C3%96%C3%9FE")
                                        .body())
                                .path("total")
                                .asInt())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void twoServersOnDebiansPostgresqlStayInStep() throws IOException {
        Optional<Path> programs = UsersPostgres.ofDebian();
        assumeTrue(programs.isPresent(), "No PostgreSQL of Debian's is installed here");
        try (UsersPostgres postgres = UsersPostgres.start(programs.orElseThrow());
                Product first = serve(postgres);
                Product second = serve(postgres)) {
            Person onFirst =
                    Person.firstAdministrator(second, "ada@example.org").on(first);
            Person onSecond = onFirst.on(second);

            assertThat(onFirst.get("/settings/users").statusCode()).isEqualTo(200);
            assertThat(importInto(postgres, file(TICKETS), "--zone", "UTC").exitCode())
                    .isZero();
            SettingsIT.await(() -> tickets(onFirst) == 2 && tickets(onSecond) == 2);

            onFirst.submit("/settings", "/settings", Map.of("name", "Umbrella", "zone", "Asia/Kolkata"));
            SettingsIT.await(() -> onSecond.get("/").body().contains("Times in Asia/Kolkata"));
            assertThat(onSecond.get("/").body()).contains("Umbrella");
            // 08:15 UTC is 13:45 in Kolkata.
            assertThat(dashboard(onSecond)
                            .path("heatmap")
                            .path("counts")
                            .path(0)
                            .path(13)
                            .asInt())
                    .isEqualTo(1);

            String token = onFirst.makeToken("viewer");
            assertThat(second.send(second.request("/api/v1/dashboard")
                                    .header("Authorization", "Bearer " + token)
                                    .GET()
                                    .build())
                            .statusCode())
                    .isEqualTo(200);

            onSecond.submit("/settings", "/sign-out", Map.of());
            assertThat(onFirst.get("/").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void whatIsInTheWayIsToldInOneSentence() throws IOException {
        try (UsersPostgres postgres = UsersPostgres.start(UsersPostgres.ofVersion(18), "C")) {
            assertRefused(postgres.url(), UsersPostgres.PASSWORD, "knows no letters beyond ASCII");
            assertRefused(postgres.url(), "wrong", "does not let the user team in");
            assertRefused(
                    postgres.url().replace("/postgres", "/nothing"),
                    UsersPostgres.PASSWORD,
                    "There is no database at 127.0.0.1");
        }
        assertRefused("jdbc:postgresql://127.0.0.1:1/tickets", "", "cannot be reached");
        assertRefused("mysql://127.0.0.1/tickets", "", "jdbc:postgresql://host:5432/database");
    }

    private static void assertRefused(String url, String password, String sentence) {
        ProcessBuilder builder = Launcher.process("serve", "--port", "0", "--db-url", url, "--db-user", "team");
        builder.environment().put("SUPPORTGENIUS_DB_PASSWORD", password);

        Launcher.Result result = Launcher.run(builder);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(sentence).doesNotContain("Exception");
        assertThat(result.err().strip().lines()).hasSize(1);
    }

    @Test
    void optionsThatContradictEachOtherAreTold() {
        Launcher.Result result = Launcher.run("serve", "--db-url", "jdbc:postgresql://localhost/x", "--data-dir", "y");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--db-url", "--data-dir");
    }
}
