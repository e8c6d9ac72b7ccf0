package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files at the edges of what can come in: the answers are right and every page stands. */
class EdgesIT {

    private static final List<String> PAGES =
            List.of("/dashboard", "/tickets", "/agents", "/customers", "/companies", "/tickets/1");

    @Test
    void aDayOfTwentyFiveHoursHoldsAllItsTicketsAndImpossibleOnesAreLedTo() throws IOException {
        try (Product product = Product.start("--empty")) {
            // On 25 October 2015 clocks in Berlin went from 03:00 back to 02:00; the day began at 22:00 UTC the day
            // before.
            bring(
                    product,
                    "Europe/Berlin",
                    "id,created,first_reply,solved,touches,status",
                    "before,2015-10-24T21:59:59Z,,,,open",
                    "first,2015-10-24T22:00:00Z,2015-10-24T23:00:00Z,2015-10-25T10:00:00Z,1,closed",
                    "two,2015-10-25T00:30:00Z,2015-10-25T01:30:00Z,2015-10-25T12:00:00Z,2,closed",
                    "two again,2015-10-25T01:30:00Z,2015-10-25T02:30:00Z,2015-10-25T14:00:00Z,3,closed",
                    "last,2015-10-25T22:59:59Z,2015-10-25T21:00:00Z,,,open",
                    "after,2015-10-25T23:00:00Z,,,,open",
                    "undated,,,2015-10-25T12:00:00Z,,closed");

            JsonNode day = dashboard(product, "from=2015-10-25&to=2015-10-25");
            assertThat(day.path("created").asInt()).isEqualTo(4);
            assertThat(day.at("/heatmap/counts/6/2").asInt()).isEqualTo(2);
            assertThat(total(product, "from=2015-10-25&to=2015-10-25&weekday=7&hour=2"))
                    .isEqualTo(2);
            // one hour each for the three that were answered after their creation
            assertThat(day.at("/firstReplyTime/n").asInt()).isEqualTo(3);
            assertThat(day.at("/firstReplyTime/medianHours").asDouble()).isEqualTo(1);
            assertThat(day.path("negativeDurations").asInt()).isEqualTo(1);

            JsonNode all = dashboard(product, "");
            assertThat(all.path("created").asInt()).isEqualTo(7);
            assertThat(all.at("/selection/undated").asInt()).isEqualTo(1);
            assertThat(all.path("solved").asInt()).isEqualTo(4);
            assertThat(total(product, "solved=true")).isEqualTo(4);
            assertThat(total(product, "solved=false")).isEqualTo(3);
            assertThat(total(product, "plausibleTimes=false")).isEqualTo(1);
            assertThat(product.get("/dashboard").body())
                    .contains("/tickets?solved=true", "/tickets?solved=false", "/tickets?plausibleTimes=false");
            assertPagesStand(product);
        }
    }

    @Test
    void aZoneOfThreeQuartersOfAnHourAndTicketsAllInOneCell() throws IOException {
        try (Product product = Product.start("--empty")) {
            // Kathmandu is 5 hours and 45 minutes ahead of UTC: all of these are on Monday, 5 January 2026, from 12 to
            // 13 o'clock.
            bring(
                    product,
                    "Asia/Kathmandu",
                    "id,created,subject",
                    "1,2026-01-05T06:15:00Z,one",
                    "2,2026-01-05T06:59:59Z,two",
                    "3,2026-01-05T07:14:59Z,three");

            JsonNode dashboard = dashboard(product, "");
            assertThat(dashboard.at("/selection/zone").asString()).isEqualTo("Asia/Kathmandu");
            assertThat(dashboard.at("/heatmap/counts/0/12").asInt()).isEqualTo(3);
            assertThat(dashboard.path("byIndustry").isNull()).isTrue();
            assertThat(dashboard.at("/reasons/byIndustry").asString()).isNotBlank();
            assertThat(dashboard.at("/reasons/solved").asString()).isNotBlank();
            assertThat(total(product, "company=")).isEqualTo(3);
            assertPagesStand(product);
        }
    }

    @Test
    void oneTicketWithoutAnyTimeHasPagesThatSayWhatIsMissing() throws IOException {
        try (Product product = Product.start("--empty")) {
            bring(product, "UTC", "id,subject,status", "1,the only one,open");

            JsonNode dashboard = dashboard(product, "");
            assertThat(dashboard.path("heatmap").isNull()).isTrue();
            String reason = dashboard.at("/reasons/heatmap").asString();
            assertThat(reason).contains("creation time");
            // Without a channel it counts by what the file does have.
            assertThat(product.get("/dashboard").body()).contains(reason, "How many tickets by status?");
            assertPagesStand(product);
        }
    }

    private static void bring(Product product, String zone, String... lines) throws IOException {
        Path file = Files.writeString(
                Launcher.newDirectory("edges").resolve("tickets.csv"), String.join("\n", lines) + "\n");
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", zone);
        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
    }

    private static void assertPagesStand(Product product) {
        for (String page : PAGES) {
            var response = product.get(page);
            assertThat(response.statusCode()).as(page).isEqualTo(200);
            assertThat(response.body()).as(page).contains("</html>");
        }
    }

    private static JsonNode dashboard(Product product, String query) {
        return Json.parse(product.get("/api/v1/dashboard?" + query).body());
    }

    private static int total(Product product, String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asInt(-1);
    }
}
