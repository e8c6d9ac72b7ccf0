package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A team's server: who gets in, how, and for how long. */
@ExtendWith(SharedTeam.class)
class SignInIT {

    private static final String PASSWORD = Person.PASSWORD;

    @Test
    void theFirstLinkLeadsFromAnEmptyServerToATeam() {
        Path data = Launcher.newDirectory("first").resolve("data");
        try (Product product = Product.serveIn(data);
                Window window = Browser.open(product, Browser.DESK);
                Window phone = Browser.open(product, Browser.PHONE, ColorScheme.DARK)) {
            window.open("/dashboard?from=2015-10-01");
            assertThat(window.location()).startsWith("/sign-in?next=");
            assertThat(window.find(".notice").textContent()).contains("console");

            window.open("/welcome?link=" + product.firstLink());
            window.find("input[name=name]").fill("Ada");
            window.find("input[name=email]").fill("ada@example.org");
            window.find("input[name=password]").fill("aaaaaaaaaaaa");
            window.follow(() -> window.find("button").click(), "/welcome");
            assertThat(window.find(".problem").textContent()).contains("easy to guess");
            assertThat(window.seriousViolations()).isEmpty();
            window.find("input[name=password]").fill(PASSWORD);
            window.follow(() -> window.find("button").click(), "/sign-in\\?chosen");

            window.open("/dashboard?from=2015-10-01");
            window.find("input[name=email]").fill("Ada@Example.org");
            window.find("input[name=password]").fill(PASSWORD);
            window.follow(() -> window.find("button").click(), "/dashboard\\?from=2015-10-01");
            assertThat(window.find(".side-foot").textContent()).contains("Ada");

            window.open("/settings/users");
            window.find("input[name=name]").fill("Edsger");
            window.find("input[name=email]").fill("edsger@example.org");
            window.find("form.form button").click();
            String link = window.find(".made input").inputValue();
            assertThat(window.seriousViolations()).isEmpty();
            window.open("/settings/users");
            assertThat(window.find(".made").count()).isZero();
            assertThat(window.find("tbody").textContent()).contains("Edsger", "Invited", "(you)");

            phone.open(link.substring(product.address().toString().length()));
            assertThat(phone.find("main").textContent()).contains("Edsger");
            phone.assertNoSidewaysScroll();
            phone.find("input[name=password]").fill(PASSWORD);
            phone.follow(() -> phone.find("button").click(), "/sign-in\\?chosen");
            phone.find("input[name=email]").fill("edsger@example.org");
            phone.find("input[name=password]").fill(PASSWORD);
            phone.follow(() -> phone.find("button").click(), "/");

            window.follow(() -> window.find("form[action='/sign-out'] button").click(), "/sign-in\\?out");
            window.open("/dashboard");
            assertThat(window.location()).startsWith("/sign-in");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void sessionsOutliveTheServerAndPasswordsLieNowhereInClear() throws IOException {
        Path data = Launcher.newDirectory("again").resolve("data");
        Person ada;
        try (Product product = Product.serveIn(data)) {
            ada = Person.firstAdministrator(product, "ada@example.org");
        }
        try (Product product = Product.serveIn(data)) {
            assertThat(product.output()).doesNotContain("/welcome");
            assertThat(ada.on(product).get("/settings/users").statusCode()).isEqualTo(200);
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PASSWORD))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void fiveWrongPasswordsCloseTheDoorEvenForTheRightOne(Team team) {
        Person viewer = team.administrator().invite(team.product(), "Locked", "locked@example.org", "viewer");
        Person guesser = team.nobody();
        for (int i = 0; i < 4; i++) {
            assertThat(location(guesser.signIn("locked@example.org", "wrong " + i)))
                    .endsWith("/sign-in?failed");
        }
        assertThat(location(guesser.signIn("locked@example.org", "wrong"))).contains("wait=");

        HttpResponse<String> right = guesser.signIn("locked@example.org", PASSWORD);

        assertThat(location(right)).contains("/sign-in?failed&wait=");
        assertThat(guesser.get("/sign-in?failed&wait=30").body()).contains("Too many attempts");
        assertThat(guesser.get("/").statusCode()).isEqualTo(302);
        // Who is signed in already is not thrown out by somebody else's guesses.
        assertThat(viewer.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAtOnce(Team team) {
        Person here = team.administrator().invite(team.product(), "Two", "two@example.org", "viewer");
        Person there = team.nobody();
        there.signIn("two@example.org", PASSWORD);
        assertThat(there.get("/").statusCode()).isEqualTo(200);

        HttpResponse<String> wrong = here.submit(
                "/settings/account",
                "/settings/account",
                Map.of("oldPassword", "not this one", "password", "a new password 1"));
        assertThat(wrong.body()).contains("not your present password");
        here.submit(
                "/settings/account",
                "/settings/account",
                Map.of("oldPassword", PASSWORD, "password", "a new password 1"));

        assertThat(here.get("/").statusCode()).isEqualTo(200);
        assertThat(there.get("/").statusCode()).isEqualTo(302);
        assertThat(location(team.nobody().signIn("two@example.org", "a new password 1")))
                .endsWith("/");
    }

    @Test
    void aNewRoleAndAnEndOfAccessCountWithTheNextRequest(Team team) {
        Person eve = team.administrator().invite(team.product(), "Eve", "eve@example.org", "administrator");
        String body = team.administrator().get("/settings/users").body();
        String id = body.replaceAll("(?s).*Role of Eve.*?/settings/users/(\\d+)/link.*", "$1");
        assertThat(eve.get("/settings/users").statusCode()).isEqualTo(200);

        team.administrator()
                .submit("/settings/users", "/settings/users/" + id, Map.of("role", "viewer", "active", "true"));
        assertThat(eve.get("/settings/users").statusCode()).isEqualTo(403);
        assertThat(eve.get("/settings/users").body()).contains("Not for your role");

        team.administrator()
                .submit("/settings/users", "/settings/users/" + id, Map.of("role", "viewer", "active", "false"));
        assertThat(eve.get("/").statusCode()).isEqualTo(302);
        assertThat(location(team.nobody().signIn("eve@example.org", PASSWORD))).contains("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/tokens", "/settings/account", "/sign-out", "/settings"})
    void aFormThatNoPageOfOursSentChangesNothing(String action, Team team) {
        HttpResponse<String> answer = team.analyst()
                .send(HttpRequest.newBuilder(URI.create(team.product().address() + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString("name=x&zone=Asia/Tokyo&role=viewer&days=1")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(team.analyst().get("/settings").body()).doesNotContain("Asia/Tokyo\" th");
        assertThat(team.analyst().get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org", "https://example.org/", "/\\example.org"})
    void nobodyIsLedToAnotherSite(String next, Team team) {
        Person person = team.nobody();
        HttpResponse<String> answer =
                person.submit("/sign-in", "/sign-in", Map.of("email", Team.VIEWER, "password", PASSWORD, "next", next));

        assertThat(URI.create(location(answer)).getRawAuthority())
                .isEqualTo(team.product().address().getRawAuthority());
    }

    @Test
    void visitorsLearnNothingAboutTheProduct(Team team) throws IOException {
        List<HttpResponse<String>> answers = List.of(
                team.nobody().get("/sign-in"),
                team.nobody().get("/welcome?link=x"),
                team.nobody().get("/api/v1/dashboard"),
                team.viewer().get("/nothing"),
                team.viewer().get("/tickets/1"),
                team.viewer().get("/dashboard?from=x"));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src 'self' 'unsafe-inline'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "Tomcat", "0.1.0");
        }
        try (Socket socket = new Socket(
                team.product().address().getHost(), team.product().address().getPort())) {
            socket.getOutputStream().write("GET /%zz\u0001 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("Tomcat", "Exception");
        }
    }

    @Test
    void theSessionsCookieIsForThisServersRequestsAlone(Team team) {
        HttpResponse<String> answer = team.nobody().signIn(Team.VIEWER, PASSWORD);

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("supportgenius=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
