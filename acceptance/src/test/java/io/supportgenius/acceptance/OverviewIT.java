package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The overview of the demo's 800 tickets: its figures recomputed from the list of tickets. */
@ExtendWith(SharedDemo.class)
class OverviewIT {

    private static final String DAYS = "from=2015-10-12&to=2015-10-18";

    @ParameterizedTest
    @ValueSource(strings = {"", DAYS, DAYS + "&supportTier=gold", "pilot=true", "from=2015-10-20"})
    void figuresAreThoseOfTheTicketsInTheList(String query, Product product) {
        JsonNode overview = overview(product, query);
        List<JsonNode> tickets = tickets(product, query);

        JsonNode figures = overview.path("figures");
        assertThat(figures.at("/created/value").asInt()).isEqualTo(tickets.size());
        assertDuration(figures.path("firstReplyTime"), tickets, "firstReplyHours");
        assertDuration(figures.path("fullResolutionTime"), tickets, "fullResolutionHours");
        long judged =
                tickets.stream().filter(one -> !one.path("sentiment").isNull()).count();
        long negative = tickets.stream()
                .filter(one -> one.path("sentiment").asString("").equals("negative"))
                .count();
        assertThat(figures.at("/negativeShare/n").asLong()).isEqualTo(judged);
        assertThat(figures.at("/negativeShare/value").asDouble()).isCloseTo((double) negative / judged, within(1e-12));
        assertThat(figures.at("/csat/n").asLong())
                .isEqualTo(total(product, query + "&satisfaction=good&satisfaction=bad"));
        assertThat(figures.at("/csat/value").asDouble())
                .isCloseTo(
                        (double) total(product, query + "&satisfaction=good")
                                / figures.at("/csat/n").asLong(),
                        within(1e-12));
        long solved = tickets.stream()
                .filter(one -> !one.path("fullResolutionHours").isNull())
                .count();
        assertThat(figures.at("/csat/response/solved").asLong()).isEqualTo(solved);
    }

    /** Creation and full resolution time of every ticket tell, without any filter of ours, when it was solved. */
    @Test
    void solvedAndBacklogOfEveryDayFollowFromTheTickets(Product product) {
        List<JsonNode> all = tickets(product, "");
        JsonNode overview = overview(product, "from=2015-10-01&to=2015-10-31");
        JsonNode periods = overview.at("/trend/periods");
        assertThat(periods.size()).isEqualTo(31);
        long sum = 0;
        for (int i = 0; i < periods.size(); i++) {
            String day = periods.path(i).path("from").asString();
            long begin = LocalDate.parse(day).toEpochDay() * 86_400;
            long solved = all.stream()
                    .mapToLong(OverviewIT::solvedSecond)
                    .filter(second -> second >= begin && second < begin + 86_400)
                    .count();
            long open = all.stream()
                    .filter(one -> createdSecond(one) < begin + 86_400 && solvedSecond(one) >= begin + 86_400)
                    .count();
            assertThat(overview.at("/figures/solved/series/" + i + "/value").asLong())
                    .as(day)
                    .isEqualTo(solved);
            assertThat(overview.at("/figures/backlog/series/" + i + "/value").asLong())
                    .as(day)
                    .isEqualTo(open);
            assertThat(total(product, "solvedFrom=" + day + "&solvedTo=" + day)).isEqualTo(solved);
            assertThat(total(product, "openOn=" + day)).isEqualTo(open);
            sum += solved;
        }
        assertThat(overview.at("/figures/solved/value").asLong()).isEqualTo(sum);
    }

    @Test
    void aChangeIsTheDifferenceOfTwoAnswers(Product product) {
        JsonNode now = overview(product, DAYS);
        JsonNode before = overview(product, "from=2015-10-05&to=2015-10-11");

        assertThat(now.at("/comparison/previous/from").asString()).isEqualTo("2015-10-05");
        assertThat(now.at("/comparison/previous/to").asString()).isEqualTo("2015-10-11");
        now.path("figures").properties().forEach(entry -> {
            JsonNode figure = entry.getValue();
            double old = before.at("/figures/" + entry.getKey() + "/value").asDouble();
            assertThat(figure.at("/previous/value").asDouble())
                    .as(entry.getKey())
                    .isEqualTo(old);
            assertThat(figure.at("/previous/n").asLong())
                    .isEqualTo(before.at("/figures/" + entry.getKey() + "/n").asLong());
            double difference = figure.path("value").asDouble() - old;
            assertThat(figure.at("/change/difference").asDouble()).isCloseTo(difference, within(1e-12));
        });
        assertThat(now.at("/figures/created/change/better").isNull()).isTrue();
    }

    /** The demo ends on 2 November, so that day is not finished; the days before 1 to 7 October lie before all tickets. */
    @Test
    void unfinishedDaysAndDaysBeforeTheFirstTicketAreNotCompared(Product product) {
        JsonNode end = overview(product, "from=2015-10-28&to=2015-11-02");
        assertThat(end.at("/comparison/current/to").asString()).isEqualTo("2015-11-01");
        assertThat(end.at("/comparison/previous/from").asString()).isEqualTo("2015-10-23");
        assertThat(end.at("/comparison/unfinished/from").asString()).isEqualTo("2015-11-02");

        JsonNode begin = overview(product, "from=2015-10-01&to=2015-10-07");
        assertThat(begin.path("comparison").isNull()).isTrue();
        assertThat(begin.at("/reasons/comparison").asString())
                .contains("before the first ticket of all, of 1 October 2015");
        assertThat(begin.at("/figures/created/change").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/overview?from=2015-10-02&to=2015-10-01",
        "/api/v1/overview?openOn=never",
        "/api/v1/overview?by=channel",
        "/api/v1/tickets?solvedFrom=2015-10-02&solvedTo=2015-10-01",
        "/api/v1/tickets?hasFirstReplyTime=maybe"
    })
    void whatCannotBeAnsweredGivesAProblemDocument(String path, Product product) {
        assertThat(product.get(path).statusCode()).isEqualTo(400);
        assertThat(product.get(path).headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?" + DAYS,
                "/?" + DAYS + "&supportTier=Gold&sentiment=negative&sentiment=neutral",
                "/?to=2015-10-10&openOn=2015-10-07",
                "/?from=2015-10-20&solvedTo=2015-10-28"
            })
    void everyFigureLeadsToExactlyItsTickets(String path, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(path);
            List<String> numbers = new ArrayList<>();
            List<String> links = new ArrayList<>();
            for (String figure : List.of("created", "solved", "backlog", "firstReplyTime", "fullResolutionTime")) {
                String card = "#" + figure;
                String number = figure.endsWith("Time") ? card + " .evidence" : card + " .figure-value";
                if (window.find(card + " .figure-value a").count() > 0) {
                    numbers.add(window.find(number).first().textContent());
                    links.add(window.find(card + " .figure-value a").getAttribute("href"));
                }
            }
            for (String share : List.of("negativeShare", "csat")) {
                if (window.find("#" + share + " .evidence a").count() > 0) {
                    String text = window.find("#" + share + " .evidence a").textContent();
                    numbers.add(text.replaceAll("(judged|rated).*", ""));
                    links.add(window.find("#" + share + " .evidence a").getAttribute("href"));
                }
            }
            assertThat(links).hasSizeGreaterThan(3);
            for (int i = 0; i < links.size(); i++) {
                assertThat(links.get(i)).startsWith("/tickets");
                long expected = Long.parseLong(numbers.get(i).replaceAll(":.*|\\D", ""));
                assertThat(total(
                                product,
                                links.get(i).substring("/tickets".length()).replaceFirst("\\?", "")))
                        .as(links.get(i))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?" + DAYS, "/?from=2015-10-29&to=2015-11-02&industry=media", "/?openOn=2015-10-14"})
    void everyNumberOfTheTableLeadsToExactlyItsTickets(String path, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(path);
            @SuppressWarnings("unchecked")
            List<List<String>> cells = (List<List<String>>) window.page().evaluate("""
                    () => [...document.querySelectorAll('#trend tbody td a')]
                      .map(link => [link.getAttribute('href'), link.dataset.count, link.closest('td').dataset.figure,
                        link.closest('td').dataset.exact])""");

            assertThat(cells).hasSizeGreaterThan(10);
            for (List<String> cell : cells) {
                assertThat(total(product, cell.get(0).substring("/tickets?".length())))
                        .as(cell.toString())
                        .isEqualTo(Long.parseLong(cell.get(1)));
                if (List.of("created", "solved", "backlog").contains(cell.get(2))) {
                    assertThat(cell.get(3)).isEqualTo(cell.get(1));
                }
            }
        }
    }

    @Test
    void aPeriodOfASparklineSaysItsSentenceAndLeadsToItsTickets(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?" + DAYS);
            String expected = window.find("#trend tbody:not(.before) tr")
                    .nth(2)
                    .locator("td[data-figure=solved]")
                    .textContent()
                    .strip();

            window.find("#solved .spark-hit").nth(2).hover();
            assertThat(window.find(".spark-tip").textContent())
                    .startsWith("14 October 2015: " + expected
                            + " tickets solved, whenever created; against 7 October 2015: ");
            assertThat(window.find("#solved .spark a").first().getAttribute("tabindex"))
                    .isEqualTo("-1");

            window.follow(() -> window.find("#solved .spark-hit").nth(2).click(), "/tickets.*");
            assertThat(window.location()).isEqualTo("/tickets?solvedFrom=2015-10-14&solvedTo=2015-10-14");
            assertThat(window.listed()).isEqualTo(Long.parseLong(expected));
            assertThat(window.find(".chip").first().textContent()).contains("Solved", "14 October 2015");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void changesSayDirectionSizeAndWhetherTheyAreGood(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?" + DAYS);

            assertThat(window.find("#compared").textContent())
                    .contains("Compared: 12\u201318 October 2015 with 5\u201311 October 2015.");
            JsonNode solved = overview(product, DAYS).at("/figures/solved");
            long difference = solved.at("/change/difference").asLong();
            String sign = difference < 0 ? "\u2212" : "+";
            assertThat(window.find("#solved .change-pill").textContent())
                    .contains(sign + Math.abs(difference), difference < 0 ? "worse" : "better");
            assertThat(window.find("#created .change").textContent()).doesNotContain("better", "worse");
            assertThat(window.find("#solved .change").getAttribute("title"))
                    .contains(
                            "n = " + solved.path("n").asInt(),
                            "n = " + solved.at("/previous/n").asInt());

            window.open("/?from=2015-10-28&to=2015-11-02");
            assertThat(window.find("#compared").textContent()).contains("2 November 2015 is not finished.");
            assertThat(window.find("#trend tbody:not(.before) tr").last().textContent())
                    .contains("Not finished");

            window.open("/?" + DAYS + "&supportTier=Gold");
            assertThat(overview(product, DAYS + "&supportTier=Gold")
                            .at("/figures/csat/n")
                            .asInt())
                    .isLessThan(15);
            assertThat(window.find("#csat").textContent()).contains("too few to say", "too few to compare");
        }
    }

    @Test
    void withoutDaysThePresetsAreOffered(Product product) {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/");
            assertThat(window.find(".change").count()).isZero();

            window.follow(
                    () -> window.find("#compared a:has-text('25\u201331 October 2015')")
                            .click(),
                    "/\\?from=2015-10-25&to=2015-10-31");

            assertThat(window.find(".change").count()).isGreaterThan(4);
            window.assertNoSidewaysScroll();
            // The table is wider than a phone and scrolls inside its card; the days stay where they are.
            window.find("#trend .table-panel").evaluate("panel => panel.scrollLeft = 200");
            assertThat((Boolean) window.page().evaluate("""
                    () => {
                      const panel = document.querySelector('#trend .table-panel');
                      const day = panel.querySelector('tbody th').getBoundingClientRect();
                      return panel.scrollLeft > 100 && Math.abs(day.left - panel.getBoundingClientRect().left) < 2;
                    }""")).isTrue();
        }
    }

    @Test
    void theTableIsSavedWithExactNumbers(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?" + DAYS);
            window.find("#trend .card-menu summary").click();
            var download = window.page()
                    .waitForDownload(() -> window.find("#trend [data-csv]").click());
            String text = read(download.path());

            // A head, seven days, and the seven that these are compared with.
            assertThat(text.lines().toList()).hasSize(15);
            JsonNode figures = overview(product, DAYS).path("figures");
            String[] first = text.lines().toList().get(1).split(",");
            assertThat(first[0]).isEqualTo("2015-10-12");
            assertThat(first[2]).isEqualTo(figures.at("/created/series/0/value").asString());
            assertThat(Double.parseDouble(first[5]))
                    .isCloseTo(figures.at("/firstReplyTime/series/0/value").asDouble(), within(1e-4));
            assertThat(text).contains("First reply, median (hours)").contains(",CSAT (0 to 1)");
        }
    }

    @Test
    void anInvalidSelectionStaysOnThePageAndSaysWhatIsWrong(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            assertThat(window.open("/?from=2015-02-30&industry=media")).isEqualTo(400);

            assertThat(window.find("h1").textContent()).isEqualTo("Overview");
            assertThat(window.find("#from-problem").textContent()).contains("existing day");
            assertThat(window.find(".menu a[aria-current]").textContent()).contains("Overview");
            window.follow(() -> window.find("a.clear").click(), "/");
            assertThat(window.find("#created").isVisible()).isTrue();
        }
    }

    @Test
    void filtersAreChosenOnTheOverviewToo(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/");
            window.find("details.add summary").click();
            window.find(".dimension-list a:has-text('Support tier')").click();
            window.find("#choice-list li:has-text('Gold') input").check();

            window.follow(() -> window.find(".choices-actions .btn-primary").click(), "/\\?supportTier=Gold");

            assertThat(window.find("#created .figure-value").textContent().strip())
                    .isEqualTo(Long.toString(total(product, "supportTier=Gold")));
            assertThat(window.errors()).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void assertDuration(JsonNode figure, List<JsonNode> tickets, String field) {
        double[] sorted = tickets.stream()
                .filter(one -> !one.path(field).isNull())
                .mapToDouble(one -> one.path(field).asDouble())
                .sorted()
                .toArray();
        assertThat(figure.path("n").asInt()).isEqualTo(sorted.length);
        assertThat(figure.path("value").asDouble()).isCloseTo(linear(sorted, 0.5), within(1e-9));
        assertThat(figure.path("p90").asDouble()).isCloseTo(linear(sorted, 0.9), within(1e-9));
    }

    /** Percentile of type 7. */
    private static double linear(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    private static long createdSecond(JsonNode ticket) {
        return Instant.parse(ticket.path("created").asString()).getEpochSecond();
    }

    private static long solvedSecond(JsonNode ticket) {
        return ticket.path("fullResolutionHours").isNull()
                ? Long.MAX_VALUE
                : createdSecond(ticket)
                        + Math.round(ticket.path("fullResolutionHours").asDouble() * 3600);
    }

    private static JsonNode overview(Product product, String query) {
        return Json.parse(product.get("/api/v1/overview?" + query).body());
    }

    private static List<JsonNode> tickets(Product product, String query) {
        List<JsonNode> tickets = new ArrayList<>();
        Json.parse(product.get("/api/v1/tickets?limit=1000&" + query).body())
                .path("tickets")
                .forEach(tickets::add);
        return tickets;
    }

    private static long total(Product product, String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asLong(-1);
    }
}
