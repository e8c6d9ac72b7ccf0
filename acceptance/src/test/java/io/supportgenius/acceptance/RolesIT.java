package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the product's table of routes as a visitor of each role: who may ask gets an answer, who may not is refused. */
@ExtendWith(SharedTeam.class)
class RolesIT {

    private static final List<String> ROLES = List.of("anyone", "viewer", "analyst", "administrator");
    private static final String TABLE = "server/src/main/resources/access/routes.txt";

    /** One line of the table. */
    record Route(String method, String pattern, String least) {

        String path() {
            return pattern.replaceAll("\\{\\w+}", "1").replace("/**", "");
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean mayBeAskedBy(int role) {
            return role >= ROLES.indexOf(least);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Stream<Route> routes() throws IOException {
        return Files.readAllLines(Launcher.root().resolve(TABLE)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .map(words -> new Route(words[0], words[1], words[2]));
    }

    /** Leaving is tried elsewhere: it would end the session that the next routes need. So are events: who they are from is told by their signature. */
    static Stream<Route> routesThatKeepTheSession() throws IOException {
        return routes().filter(route ->
                !route.pattern().equals("/sign-out") && !route.pattern().startsWith("/api/v1/webhooks"));
    }

    @ParameterizedTest
    @MethodSource("routesThatKeepTheSession")
    void eachRouteIsForItsRolesAlone(Route route, Team team) {
        List<Person> visitors = List.of(team.nobody(), team.viewer(), team.analyst(), team.administrator());
        for (int role = 0; role < visitors.size(); role++) {
            HttpResponse<String> answer = ask(team, visitors.get(role), route);
            assertThat(isRefused(answer))
                    .as("%s as %s: %s", route, ROLES.get(role), answer.statusCode())
                    .isEqualTo(!route.mayBeAskedBy(role));
            if (role > 0 && !route.mayBeAskedBy(role)) {
                assertThat(answer.statusCode()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routesThatKeepTheSession")
    void aTokenOpensTheApiAsItsRoleAndNothingElse(Route route, Team team) {
        for (int role = 1; role < ROLES.size(); role++) {
            String token = Tokens.of(team, ROLES.get(role));
            HttpResponse<String> answer =
                    team.nobody().send(request(team, route).header("Authorization", "Bearer " + token));
            boolean open = route.least().equals("anyone") && route.method().equals("GET");
            assertThat(isRefused(answer))
                    .as("%s with a token as %s: %s", route, ROLES.get(role), answer.statusCode())
                    .isEqualTo(!open && !(route.isApi() && route.mayBeAskedBy(role)));
        }
    }

    private static HttpResponse<String> ask(Team team, Person visitor, Route route) {
        return visitor.send(request(team, route)
                .header("X-CSRF-TOKEN", route.method().equals("GET") ? "" : visitor.proof(page(visitor))));
    }

    /** A page with a form that the visitor sees. */
    private static String page(Person visitor) {
        return visitor.get("/settings").statusCode() == 200 ? "/settings" : "/sign-in";
    }

    private static HttpRequest.Builder request(Team team, Route route) {
        return HttpRequest.newBuilder(URI.create(team.product().address() + route.path()))
                .method(
                        route.method(),
                        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(""))
                .header("Accept", route.isApi() ? "application/json" : "text/html");
    }

    /** Whether the visitor was told to sign in or that the role does not suffice. */
    private static boolean isRefused(HttpResponse<String> answer) {
        boolean toTheDoor = answer.headers()
                .firstValue("Location")
                .filter(next -> next.matches(".*/sign-in(\\?next=.*)?"))
                .isPresent();
        return answer.statusCode() == 401 || answer.statusCode() == 403 || answer.statusCode() == 302 && toTheDoor;
    }

    /** What the table must say whatever else changes; not taken from it. */
    @Test
    void whoMaySignInIsSaidByAdministratorsAndWhatComesInByAnalysts() throws IOException {
        List<Route> table = routes().toList();

        assertThat(table)
                .filteredOn(route -> route.pattern().startsWith("/settings/users"))
                .hasSize(4)
                .allMatch(route -> route.least().equals("administrator"));
        assertThat(table)
                .filteredOn(route ->
                        route.pattern().contains("import") && !route.method().equals("GET"))
                .isNotEmpty()
                .allMatch(route -> route.least().equals("analyst"));
        assertThat(table)
                .filteredOn(route -> route.least().equals("anyone"))
                .extracting(Route::pattern)
                .allMatch(
                        pattern -> pattern.matches(
                                "/(assets|vendor|webjars)/\\*\\*|/actuator/health(/\\*\\*)?|/sign-in|/sign-out|/welcome|/api/v1/webhooks/tickets"));
    }

    @Test
    void whatIsInNoTableIsNotThere(Team team) {
        assertThat(team.administrator().get("/error").statusCode()).isEqualTo(404);
        assertThat(team.administrator().get("/actuator").statusCode()).isEqualTo(404);
        assertThat(team.administrator().get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(team.nobody().get("/actuator/env").statusCode()).isEqualTo(302);
    }

    /** One token for each role, made when it is first needed. */
    private static final class Tokens {

        private static final Map<String, String> MADE = new ConcurrentHashMap<>();

        static String of(Team team, String role) {
            return MADE.computeIfAbsent(role, team.administrator()::makeToken);
        }
    }
}
