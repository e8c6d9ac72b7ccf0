package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide's examples do what the guide says, the description is the one that reviews see, and it can be tried. */
class ApiGuideIT {

    private static final Pattern EXAMPLE = Pattern.compile("```sh run\\n(.*?)```.*?```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleOfTheGuideAnswersWhatTheGuideSays() throws IOException {
        String guide = Files.readString(Launcher.root().resolve("docs/api.md"));
        Path directory = Launcher.newDirectory("guide");
        try (Team team = new Team()) {
            String token = team.analyst().makeToken("analyst");
            String secret = team.analyst().makeWebhook("guide");
            Matcher example = EXAMPLE.matcher(guide);
            int examples = 0;
            while (example.find()) {
                examples++;
                ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", example.group(1))
                        .directory(directory.toFile());
                bash.environment().put("SUPPORTGENIUS", team.product().address().toString());
                bash.environment().put("TOKEN", token);
                bash.environment().put("SECRET", secret);
                Launcher.Result result = Launcher.run(bash);
                assertThat(result.exitCode())
                        .as(example.group(1) + result.err())
                        .isZero();
                assertHolds(Json.parse(result.out()), Json.parse(example.group(2)), example.group(1));
            }
            assertThat(examples)
                    .isEqualTo(guide.split("```sh run\n", -1).length - 1)
                    .isGreaterThanOrEqualTo(5);
        }
    }

    /** Everything that the guide shows stands in the answer; the answer may say more. */
    private static void assertHolds(JsonNode answer, JsonNode shown, String place) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(member -> assertHolds(
                            answer.path(member.getKey()), member.getValue(), place + " " + member.getKey()));
        } else if (shown.isArray()) {
            assertThat(answer.size()).as(place).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertHolds(answer.path(i), shown.path(i), place + " " + i);
            }
        } else {
            assertThat(answer).as(place).isEqualTo(shown);
        }
    }

    @Test
    @ExtendWith(SharedDemo.class)
    void theDescriptionIsTheOneThatIsKept(Product product) throws IOException {
        String made = JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                Json.parse(product.get("/api/v1/openapi").body()))
                + "\n";
        Path copy = Files.writeString(Launcher.root().resolve("acceptance/target/openapi.json"), made);

        assertThat(Files.readString(Launcher.root().resolve("docs/openapi.json")))
                .as("The API has changed. If it was meant to: cp %s docs/openapi.json", copy)
                .isEqualTo(made);
    }

    @Test
    @ExtendWith(SharedDemo.class)
    void theDescriptionCanBeTriedOnItsPage(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/settings/api");
            Locator request = window.find("#operations-Requests-tickets");
            request.locator(".opblock-summary-control").click();
            request.locator(".try-out__btn").click();
            request.locator("tr[data-param-name=limit] input").fill("3");
            Response answer = window.page()
                    .waitForResponse(
                            response -> response.url().contains("/api/v1/tickets?"),
                            () -> request.locator(".execute").click());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(Json.parse(answer.text()).path("tickets").size()).isEqualTo(3);
            assertThat(window.errors()).isEmpty();
        }
    }
}
