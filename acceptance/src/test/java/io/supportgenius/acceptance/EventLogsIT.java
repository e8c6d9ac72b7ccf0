package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files with a row for each event of a ticket become tickets, by the command and on the page. */
class EventLogsIT {
    private static final double MILLISECOND_IN_HOURS = 1e-6;

    /** As a service desk exports its incidents: a row for each change, days first, in no order. */
    private static final String[] INCIDENTS = {
        "number;incident_state;reopen_count;sys_updated_by;sys_updated_at;opened_at;priority;assigned_to",
        "INC0001;Closed;1;Updated by 9;21/3/2016 12:00;29/2/2016 01:16;2 - High;Resolver 2",
        "INC0001;New;0;Updated by 1;29/2/2016 01:23;29/2/2016 01:16;3 - Moderate;?",
        "INC0001;Resolved;0;Updated by 2;29/2/2016 11:16;29/2/2016 01:16;3 - Moderate;Resolver 1",
        "INC0001;Active;1;Updated by 1;1/3/2016 01:16;29/2/2016 01:16;2 - High;Resolver 1",
        "INC0001;Resolved;1;Updated by 3;2/3/2016 01:16;29/2/2016 01:16;2 - High;Resolver 2",
        "INC0002;New;0;Updated by 1;29/2/2016 04:40;29/2/2016 04:40;3 - Moderate;?",
        "INC0002;Resolved;0;Updated by 2;29/2/2016 06:40;29/2/2016 04:40;3 - Moderate;Resolver 1",
        "INC0002;Resolved;0;Updated by 2;29/2/2016 06:40;29/2/2016 04:40;3 - Moderate;Resolver 1",
        "INC0002;Active;1;Updated by 1;29/2/2016 09:00;29/2/2016 04:40;3 - Moderate;Resolver 1",
        "INC0003;New;0;Updated by 1;soon;29/2/2016 05:00;4 - Low;?",
        "INC0003;Active;0;Updated by 4;29/2/2016 06:00;29/2/2016 05:00;4 - Low;Resolver 3",
    };

    @Test
    void theItalianHelpdeskGivesTheFiguresBesideTheFile() {
        String directory = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(directory != null, "SUPPORTGENIUS_REFERENCE_DATA names no reference data");
        Path file = Path.of(directory, "italian_helpdesk", "helpdesk_events.csv");
        try (Product product = Product.start("--empty")) {
            JsonNode report = report(importInto(product, file, "--zone", "UTC"));

            // All figures: README beside the file (pandas 1.5.3, scipy 1.10.1, linear percentiles).
            assertCounts(report, 21_348, 4_580, 0, 0, 21_348 - 4_580 - 127, 127, 0);
            assertThat(report.at("/events/tickets").asInt()).isEqualTo(4_580);
            JsonNode dashboard = dashboard(product);
            assertThat(dashboard.at("/selection/tickets").asInt()).isEqualTo(4_580);
            JsonNode heatmap = dashboard.at("/heatmap/counts");
            assertThat(IntStream.range(0, 7)
                            .map(day -> StreamSupport.stream(heatmap.path(day).spliterator(), false)
                                    .mapToInt(JsonNode::asInt)
                                    .sum()))
                    .containsExactly(868, 1012, 963, 912, 824, 1, 0);
            assertThat(heatmap.path(2).path(15).asInt()).isEqualTo(139);
            JsonNode resolution = dashboard.path("fullResolutionTime");
            assertThat(resolution.path("n").asInt()).isEqualTo(4_569);
            assertThat(resolution.path("medianHours").asDouble()).isCloseTo(159.790278, within(MILLISECOND_IN_HOURS));
            assertThat(resolution.path("p90Hours").asDouble()).isCloseTo(721.019667, within(MILLISECOND_IN_HOURS));
            JsonNode reply = dashboard.path("firstReplyTime");
            assertThat(reply.path("n").asInt()).isEqualTo(4_285);
            assertThat(reply.path("medianHours").asDouble()).isCloseTo(16.389722, within(MILLISECOND_IN_HOURS));
            // The README's fit is over 4,569 tickets. Ours leaves out Case2436, which was taken in charge only after
            // its solution:
            // least squares over the other 4,568 (Python 3.11, sums in double precision over the rows without
            // repetitions).
            assertThat(dashboard.at("/timeProblems/resolutionBeforeFirstReply").asInt())
                    .isEqualTo(1);
            JsonNode fit = dashboard.path("resolutionByTouches");
            assertThat(fit.path("n").asInt()).isEqualTo(4_568);
            assertThat(fit.path("slope").asDouble()).isCloseTo(92.03176145103524, within(1e-6));
            assertThat(fit.path("intercept").asDouble()).isCloseTo(-149.47993704287217, within(1e-6));

            JsonNode again = report(importInto(product, file));
            assertCounts(again, 21_348, 0, 0, 4_580, 21_348 - 4_580 - 127, 127, 0);
        }
    }

    @Test
    void incidentsOfAServiceDeskAreFoldedContinuedAndTakenBack() throws IOException {
        try (Product product = Product.start("--empty")) {
            JsonNode report = report(importInto(product, file("incidents.csv", INCIDENTS), "--zone", "UTC"));

            // Counted by hand: 11 rows of three tickets, one of them twice, one without a readable time.
            assertCounts(report, 11, 3, 0, 0, 6, 1, 1);
            assertThat(report.at("/events/time").asString()).isEqualTo("sys_updated_at");
            assertThat(report.at("/events/state").asString()).isEqualTo("incident_state");
            JsonNode first = ticket(product, "INC0001");
            assertThat(first.path("created").asString()).startsWith("2016-02-29T01:16");
            // From 29 February 01:16 to the second solution on 2 March 01:16.
            assertThat(first.path("fullResolutionHours").asDouble()).isEqualTo(48);
            assertThat(first.path("status").asString()).isEqualTo("Closed");
            assertThat(first.path("agent").asString()).isEqualTo("Resolver 2");
            assertThat(first.path("touches").asInt()).isEqualTo(5);
            assertThat(first.path("firstReplyHours").isNull()).isTrue();
            // Solved, and open again.
            assertThat(ticket(product, "INC0002").path("fullResolutionHours").isNull())
                    .isTrue();
            assertThat(ticket(product, "INC0003").path("status").asString()).isEqualTo("Active");

            Path later = file(
                    "later.csv",
                    INCIDENTS[0],
                    "INC0002;Resolved;1;Updated by 2;29/2/2016 14:40;29/2/2016 04:40;3 - Moderate;Resolver 1");
            JsonNode continued = report(importInto(product, later));
            assertCounts(continued, 1, 0, 1, 0, 0, 0, 0);
            assertThat(ticket(product, "INC0002").path("fullResolutionHours").asDouble())
                    .isEqualTo(10);
            assertThat(ticket(product, "INC0002").path("touches").asInt()).isEqualTo(4);
            assertCounts(report(importInto(product, later)), 1, 0, 0, 1, 0, 0, 0);
        }
    }

    @Test
    void whetherRowsAreEventsAndWhatTheyMeanCanBeChangedOnThePage() throws IOException {
        Path log = file(
                "log.csv",
                "Case ID,Activity,Complete Timestamp,Resource",
                "C1,Angelegt,2020-01-01 08:00,desk",
                "C1,Angerufen,2020-01-01 09:30,ann",
                "C1,Gelöst,2020-01-01 12:00,ann",
                "C2,Angelegt,2020-01-02 08:00,desk",
                "C2,Gelöst,2020-01-02 18:00,bob");
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.DESK);
                Window phone = Browser.open(product, Browser.PHONE, ColorScheme.DARK)) {
            window.open("/import");
            window.find("input[type=file]").setInputFiles(log);
            window.follow(() -> window.find(".upload button").click(), "/import/files/.*");
            assertThat(window.find("section[aria-labelledby=events-title]").textContent())
                    .contains("Complete Timestamp", "Activity", "Angerufen");
            assertThat(window.find("select[aria-label='What Gelöst means']").inputValue())
                    .isEqualTo("solved");
            assertThat(window.find(".preview tbody tr").count()).isEqualTo(2);

            window.find("select[aria-label='What Angerufen means']").selectOption("reply");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*fold=auto.*");
            assertThat(window.find("select[aria-label='What Angerufen means']").inputValue())
                    .isEqualTo("reply");
            // The first ticket's reply came after an hour and a half, its only touch.
            assertThat(window.find(".preview tbody tr").first().textContent()).contains("1 h 30 min");
            assertThat(window.seriousViolations()).isEmpty();
            phone.open(window.location());
            phone.assertNoSidewaysScroll();
            assertThat(phone.seriousViolations()).isEmpty();

            window.find("select[name=fold]").selectOption("newest");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*fold=newest.*");
            assertThat(window.find("section[aria-labelledby=events-title]").count())
                    .isZero();
            window.find("select[name=fold]").selectOption("events");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*fold=events.*");
            window.find("select[aria-label='What Angerufen means']").selectOption("reply");
            window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
            window.page()
                    .waitForSelector("#run[data-state=done]", new Page.WaitForSelectorOptions().setTimeout(180_000));
            assertThat(window.find("#run").textContent())
                    .contains("5 events became 2 tickets", "An answer of an agent", "Angerufen (1 row)");
            assertThat(window.seriousViolations()).isEmpty();
            assertThat(ticket(product, "C1").path("firstReplyHours").asDouble()).isEqualTo(1.5);
            assertThat(ticket(product, "C1").path("touches").asInt()).isEqualTo(1);
            assertThat(ticket(product, "C2").path("touches").asInt()).isZero();
            assertThat(window.errors()).isEmpty();
        }
    }

    private static void assertCounts(
            JsonNode report,
            int rows,
            int created,
            int updated,
            int unchanged,
            int folded,
            int duplicates,
            int rejected) {
        assertThat(IntStream.range(0, 7)
                        .mapToObj(i -> report.path(
                                List.of("rows", "created", "updated", "unchanged", "folded", "duplicates", "rejected")
                                        .get(i)))
                        .map(JsonNode::asInt))
                .containsExactly(rows, created, updated, unchanged, folded, duplicates, rejected);
        assertThat(rows).isEqualTo(created + updated + unchanged + folded + duplicates + rejected);
    }

    private static JsonNode ticket(Product product, String externalId) {
        JsonNode tickets =
                Json.parse(product.get("/api/v1/tickets?limit=50").body()).path("tickets");
        return StreamSupport.stream(tickets.spliterator(), false)
                .filter(ticket -> ticket.path("externalId").asString().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode dashboard(Product product) {
        return Json.parse(product.get("/api/v1/dashboard").body());
    }

    private static Launcher.Result importInto(Product running, Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        words.addAll(List.of("--data-dir", running.dataDirectory().toString(), "--report", "json"));
        words.addAll(List.of(options));
        return Launcher.run(words.toArray(String[]::new));
    }

    private static JsonNode report(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
        return Json.parse(result.out());
    }

    private static Path file(String name, String... lines) throws IOException {
        return Files.writeString(Launcher.newDirectory("log").resolve(name), String.join("\n", lines) + "\n");
    }
}
