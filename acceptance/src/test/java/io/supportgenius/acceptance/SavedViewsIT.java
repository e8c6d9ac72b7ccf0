package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selection gets a name, and its link leads everybody to the same page. */
class SavedViewsIT {

    private static final String SELECTION = "/dashboard?from=2015-10-05&to=2015-10-11&supportTier=gold&industry=media";

    @Test
    @ExtendWith(SharedDemo.class)
    void aSelectionIsFoundAgainByItsNameAndShared(Product product) {
        try (Window window = Browser.open(product, Browser.DESK);
                Window other = Browser.open(product, Browser.PHONE)) {
            window.open(SELECTION);
            String figure = window.find(".evidence").first().textContent();
            window.find(".save-view summary").click();
            window.find(".save-view input[name=name]").fill("Gold, week 41 <b>&");
            window.follow(() -> window.find(".save-view button").click(), "/views\\?saved=\\d+");
            assertThat(window.seriousViolations()).isEmpty();
            String link = window.find(".made input").inputValue();

            other.open(link.substring(product.address().toString().length()));

            assertThat(other.location()).isEqualTo(SELECTION);
            assertThat(other.find(".evidence").first().textContent()).isEqualTo(figure);
            other.open("/views");
            other.assertNoSidewaysScroll();
            other.follow(() -> other.find("text=Gold, week 41 <b>&").click(), "/dashboard.*");
            assertThat(other.location()).isEqualTo(SELECTION);

            window.open(SELECTION);
            window.find(".save-view summary").click();
            window.find(".save-view input[name=name]").fill("GOLD, WEEK 41 <B>&");
            window.follow(() -> window.find(".save-view button").click(), "/views");
            assertThat(window.find(".problem").textContent()).contains("There is a saved view named");
            window.follow(
                    () -> window.find("button[aria-label^='Delete the saved view Gold']")
                            .click(),
                    "/views");
            assertThat(product.get(link.substring(product.address().toString().length()))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    @ExtendWith(SharedTeam.class)
    void viewersDeleteTheirOwnViewsAndAnalystsAll(Team team) {
        String ofViewer = save(team.viewer(), "The viewer's");
        String ofAdministrator = save(team.administrator(), "The administrator's");

        assertThat(delete(team.viewer(), ofAdministrator).statusCode()).isEqualTo(403);
        assertThat(team.viewer().get("/views").body()).contains("The administrator&#39;s", "Ada");
        assertThat(delete(team.viewer(), ofViewer).statusCode()).isEqualTo(302);
        assertThat(delete(team.analyst(), ofAdministrator).statusCode()).isEqualTo(302);
        assertThat(team.viewer().get(ofAdministrator).statusCode()).isEqualTo(404);
    }

    private static String save(Person person, String name) {
        HttpResponse<String> answer =
                person.submit("/settings", "/views", Map.of("name", name, "address", "/tickets?status=open"));
        String next = answer.headers().firstValue("Location").orElse("");
        assertThat(next).contains("/views?saved=");
        return "/views/" + next.replaceAll(".*saved=", "");
    }

    private static HttpResponse<String> delete(Person person, String path) {
        return person.submit("/settings", path + "/delete", Map.of());
    }

    @ParameterizedTest
    @ExtendWith(SharedTeam.class)
    @ValueSource(
            strings = {
                "//example.org",
                "https://example.org/tickets",
                "/\\example.org",
                "/settings/users",
                "/tickets?q=\r\nSet-Cookie: a=b",
                "/nothing"
            })
    void onlyPagesOfOursCanBeSaved(String address, Team team) {
        assertThat(team.viewer()
                        .submit("/settings", "/views", Map.of("name", "Elsewhere", "address", address))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @ExtendWith(SharedTeam.class)
    void bracesInASearchAreNoPlaceholders(Team team) {
        String address = "/tickets?q={x}";
        String saved = team.viewer()
                .submit("/settings", "/views", Map.of("name", "Braces", "address", address))
                .headers()
                .firstValue("Location")
                .orElse("");

        var opened = team.viewer().get("/views/" + saved.replaceAll(".*saved=", ""));

        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElse("")).endsWith(address);
    }

    @Test
    @ExtendWith(SharedTeam.class)
    void nobodyTypesNul(Team team) {
        assertThat(team.viewer()
                        .submit("/settings", "/views", Map.of("name", "a\0b", "address", "/tickets"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(team.viewer().get("/tickets?q=a%00b").statusCode()).isEqualTo(400);
    }
}
