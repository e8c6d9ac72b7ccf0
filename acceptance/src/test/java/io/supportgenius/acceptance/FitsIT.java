package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the two regressions say about files whose truth this test made: four products, told apart by the channel, in one product.
 *
 * <ul>
 *   <li>nothing: reply, resolution, hour and replies have nothing to do with each other, but for three tickets far from all others;
 *   <li>night: what comes from 22 to 4 o'clock waits four times as long for a reply;
 *   <li>segments: inside each tier a reply more makes the resolution 2 hours shorter, but Gold tickets have 8 replies more and take 60
 *       hours longer;
 *   <li>factor: each reply multiplies the resolution by 1.4.
 * </ul>
 */
class FitsIT {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final int OF_EACH = 400;

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        product = Product.start("--empty");
        var random = new Random(20260105);
        var lines = new StringBuilder("ticket id,created at,first reply at,solved at,channel,tier,agent replies\n");
        for (int i = 0; i < OF_EACH; i++) {
            line(lines, "nothing", random, i);
            line(lines, "night", random, i);
            line(lines, "segments", random, i);
            line(lines, "factor", random, i);
        }
        for (int i = 0; i < 90; i++) {
            lines.append("open ")
                    .append(i)
                    .append(',')
                    .append(MONDAY.plusSeconds(3600L * i))
                    .append(",,,factor,,1\n");
        }
        Path file = Files.writeString(Launcher.newDirectory("fits").resolve("fits.csv"), lines);
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static void line(StringBuilder lines, String kind, Random random, int number) {
        int minute = random.nextInt(24 * 60);
        int replies = random.nextInt(8);
        double wait = 2 * Math.exp(0.8 * random.nextGaussian());
        double rest = 20 * Math.exp(0.6 * random.nextGaussian());
        String tier = number % 2 == 0 ? "Gold" : "Bronze";
        switch (kind) {
            case "night" -> wait *= minute < 240 || minute >= 1320 ? 4 : 1;
            case "factor" -> rest = 10 * Math.pow(1.4, replies) * Math.exp(0.3 * random.nextGaussian());
            case "segments" -> {
                int more = number % 2 == 0 ? 8 : 0;
                wait = 0.5;
                rest = 30 - 2 * replies + random.nextInt(3) + (number % 2 == 0 ? 60 : 0);
                replies += more;
            }
            default -> {
                if (number < 3) {
                    minute = 23 * 60 + 40;
                    replies = 35;
                    wait = 700;
                    rest = 30_000;
                }
            }
        }
        Instant created = MONDAY.plus(Duration.ofMinutes(minute));
        Instant replied = created.plusSeconds((long) (wait * 3600));
        Instant solved = kind.equals("segments")
                ? created.plusSeconds((long) (rest * 3600))
                : replied.plusSeconds((long) (rest * 3600));
        lines.append(kind)
                .append(' ')
                .append(number)
                .append(',')
                .append(created)
                .append(',')
                .append(replied);
        lines.append(',')
                .append(solved)
                .append(',')
                .append(kind)
                .append(',')
                .append(tier)
                .append(',');
        lines.append(replies).append('\n');
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void threeFarTicketsMakeNoFinding() {
        JsonNode dashboard = dashboard("nothing");

        assertThat(dashboard.at("/firstReplyByHour/n").asInt()).isEqualTo(OF_EACH);
        assertThat(dashboard.at("/firstReplyByHour/related").asBoolean()).isFalse();
        assertThat(dashboard.at("/resolutionByTouches/related").asBoolean()).isFalse();
        assertThat(dashboard.at("/resolutionByTouches/verdict").asString()).startsWith("No relationship found");
        assertThat(dashboard.at("/resolutionByTouches/robustLine/slope").asDouble())
                .isBetween(-1.0, 1.0);
    }

    @Test
    void nightsAreFoundRoundTheClock() {
        JsonNode fit = dashboard("night").path("firstReplyByHour");

        assertThat(fit.path("related").asBoolean()).isTrue();
        assertThat(fit.path("verdict").asString()).startsWith("First reply time depends on the time of day");
        double longest = fit.at("/timeOfDay/longestAt").asDouble();
        assertThat(longest < 4 || longest > 22).isTrue();
        // A lognormal wait has its median at exp(0): 2 hours by day and 8 hours at night.
        assertThat(fit.at("/timeOfDay/longestHours").asDouble()).isBetween(5.5, 11.0);
        assertThat(fit.at("/timeOfDay/shortestHours").asDouble()).isBetween(1.0, 2.2);
    }

    @Test
    void aLineThatSegmentsMakeAndOneThatMultiplies() {
        assertThat(dashboard("segments").at("/resolutionByTouches/notes").toString())
                .contains("Among tickets of the same support tier it is, taken together, the other way round");
        JsonNode fit = dashboard("factor").path("resolutionByTouches");
        assertThat(fit.at("/logScale/factorLow").asDouble()).isLessThan(1.4);
        assertThat(fit.at("/logScale/factor").asDouble()).isBetween(1.2, 1.45);
        assertThat(fit.at("/withOpen/open").asInt()).isEqualTo(90);
        assertThat(fit.path("notes").toString()).contains("As a factor", "90 tickets are still unsolved");
    }

    @Test
    void thePageTellsTheSameAndDrawsTheClock() {
        String verdict = dashboard("night").at("/firstReplyByHour/verdict").asString();
        for (Window window : new Window[] {
            Browser.open(product, Browser.DESK), Browser.open(product, Browser.PHONE, ColorScheme.DARK)
        }) {
            try (window) {
                window.open("/dashboard?channel=night");
                assertThat(window.find("#firstReplyByHour .verdict").innerText())
                        .isEqualTo(verdict);
                assertThat(window.find("#firstReplyByHour .stack-legend").innerText())
                        .contains("Median around the clock");
                window.assertNoSidewaysScroll();
                assertThat(window.seriousViolations()).isEmpty();
                assertThat(window.errors()).isEmpty();
            }
        }
        assertThat(product.get("/api/v1/dashboard/resolutionByTouches.csv?channel=factor")
                        .body())
                .contains("Tickets that still wait and are in no line,90,tickets");
    }

    private static JsonNode dashboard(String channel) {
        return Json.parse(product.get("/api/v1/dashboard?channel=" + channel).body());
    }
}
