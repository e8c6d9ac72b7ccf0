package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mark leads to its tickets. Expected numbers are read from the mark itself or from the card's table, so that the
 * tests hold for any demo data.
 */
@ExtendWith(SharedDemo.class)
class DashboardPageIT {

    private static final String FILTERED = "/dashboard?from=2015-10-05&to=2015-10-25&pilot=false";

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 14", "4, 9"})
    void clickingACellOfTheHeatmapListsExactlyItsTickets(int weekday, int hour, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(FILTERED);
            long count = count(window.find("#heatmap tbody tr:nth-child(" + weekday + ") td")
                    .nth(hour));

            window.follow(() -> window.clickMark("#heatmap", 0, (weekday - 1) * 24 + hour), "/tickets.*");

            assertThat(window.location())
                    .contains("from=2015-10-05", "to=2015-10-25", "pilot=false")
                    .contains("weekday=" + weekday, "hour=" + hour);
            assertThat(window.listed()).isEqualTo(count);
        }
    }

    @Test
    void clickingAnHourOnAPhoneWhereHoursGoDownListsExactlyItsTickets(Product product) {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/dashboard");
            long count = count(window.find("#heatmap tbody tr:nth-child(3) td").nth(10));

            window.follow(() -> window.clickMark("#heatmap", 0, 2 * 24 + 10), "/tickets.*");

            assertThat(window.location()).contains("weekday=3", "hour=10");
            assertThat(window.listed()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @CsvSource({"bySupportTier, 0", "bySupportTier, 1", "byIndustry, 0", "byIndustry, 3", "byDimension, 1"})
    void clickingABarOrAPartOfTheRingListsExactlyItsTickets(String card, int item, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(FILTERED);
            long count = count(window.find("#" + card + " tbody tr").nth(item));

            window.follow(() -> window.clickMark("#" + card, 0, item), "/tickets.*");

            assertThat(window.listed()).isPositive().isEqualTo(count);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 1"})
    void theTotalsAtTheEdgesOfTheHeatmapLeadToTheirTickets(int series, int item, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            Locator total = series == 1
                    ? window.find("#heatmap tfoot td").nth(item)
                    : window.find("#heatmap tbody tr").nth(item).locator("td").last();
            long count = count(total);

            window.follow(() -> window.clickMark("#heatmap", series, item), "/tickets.*");

            assertThat(window.listed()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstReplyByHour", "resolutionByTouches"})
    void clickingAPointOpensItsTicket(String card, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");

            window.follow(() -> window.clickMark("#" + card, 3, 0), "/tickets/\\d+");

            assertThat(window.find("#ticket-timeline").isVisible()).isTrue();
        }
    }

    @Test
    void everyFigureOfTheTableTwinLeadsToAsManyTickets(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?by=agent");
            for (String card : new String[] {"bySupportTier", "byIndustry", "byDimension"}) {
                int rows = window.find("#" + card + " tbody tr").count();
                for (int row = 0; row < rows; row++) {
                    Locator mark =
                            window.find("#" + card + " tbody tr").nth(row).locator("[data-count]");
                    String href = mark.getAttribute("href");
                    String list = product.get(href).body();
                    assertThat(list).as(href).contains(">" + mark.textContent() + " ticket");
                }
            }
        }
    }

    @Test
    void thePartsOfEveryCardAddUpToTheTicketsCreated(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(FILTERED);
            long created = Long.parseLong(
                    window.find(".figure-value").first().textContent().strip().replace(",", ""));

            for (String card :
                    new String[] {"#heatmap tbody td:not(:last-child)", "#bySupportTier tbody", "#byIndustry tbody"}) {
                long sum = window.find(card + " [data-count]").all().stream()
                        .mapToLong(mark -> Long.parseLong(mark.getAttribute("data-count")))
                        .sum();
                assertThat(sum).as(card).isEqualTo(created);
            }
        }
    }

    @Test
    void theKeyboardMovesThroughTheHeatmapSpeaksAndOpensTheTickets(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            window.find("#heatmap .chart").focus();
            // Monday 00, down to Tuesday, right to 10 o'clock.
            window.page().keyboard().press("Home");
            window.page().keyboard().press("ArrowDown");
            for (int step = 0; step < 10; step++) {
                window.page().keyboard().press("ArrowRight");
            }
            Locator cell = window.find("#heatmap tbody tr")
                    .nth(1)
                    .locator("td")
                    .nth(10)
                    .locator("[data-count]");
            assertThat(window.find("#spoken").textContent())
                    .isEqualTo(cell.getAttribute("data-text"))
                    .contains("Tuesday", "10:00");
            long count = Long.parseLong(cell.getAttribute("data-count"));

            window.follow(() -> window.page().keyboard().press("Enter"), "/tickets.*weekday=2.*");

            assertThat(window.listed()).isEqualTo(count);
        }
    }

    @Test
    void theKeyboardOpensATicketFromAScatter(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            window.find("#resolutionByTouches .chart").focus();
            window.page().keyboard().press("End");
            assertThat(window.find("#spoken").textContent()).contains("agent replies, solved after");

            window.follow(() -> window.page().keyboard().press("Enter"), "/tickets/\\d+");
        }
    }

    @Test
    void goingBackFromTheTicketsRestoresTheDashboardAsItWas(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(FILTERED);
            String created = window.find(".figure-value").first().textContent();
            window.follow(() -> window.clickMark("#byIndustry", 0, 0), "/tickets.*");

            window.follow(() -> window.page().goBack(), "/dashboard.*");

            assertThat(window.location()).isEqualTo(FILTERED);
            assertThat(window.find(".figure-value").first().textContent()).isEqualTo(created);
            assertThat(window.find("#heatmap canvas").isVisible()).isTrue();
        }
    }

    @Test
    void anotherDimensionIsChosenWithoutLeavingAndIsInTheAddress(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(FILTERED);

            window.follow(() -> window.find("#by").selectOption("location"), "/dashboard.*by=location.*");

            window.find("#byDimension h2:has-text('location')").waitFor();
            assertThat(window.location()).contains("pilot=false");
            assertThat(window.errors()).isEmpty();

            window.follow(() -> window.page().goBack(), "/dashboard(?!.*by=).*");
            window.find("#byDimension h2:has-text('channel')").waitFor();
        }
    }

    @Test
    void theMenuOfACardShowsItsTableAndHowItIsComputed(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            for (String card : new String[] {
                "heatmap", "bySupportTier", "byIndustry", "byDimension", "firstReplyByHour", "sentimentTrend"
            }) {
                window.find("#" + card + " .card-menu summary").click();
                window.find("#" + card + " [data-show=table]").click();
                assertThat(window.find("#" + card + " tbody tr").first().isVisible())
                        .as(card)
                        .isTrue();
                assertThat(window.find("#" + card + " .chart").isVisible())
                        .as(card)
                        .isFalse();

                window.find("#" + card + " .card-menu summary").click();
                window.find("#" + card + " [data-show=how]").click();
                assertThat(window.find("#" + card + " .how").innerText())
                        .as(card)
                        .isNotBlank();
            }
            long points =
                    window.find("#firstReplyByHour [data-points] tbody tr").count();
            assertThat(window.find("#firstReplyByHour .evidence").textContent()).contains("n = " + points + " of");
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    @Test
    void chartsCanBeSavedAsImageAndTable(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            window.find("#heatmap .card-menu summary").click();
            assertThat(window.page()
                            .waitForDownload(
                                    () -> window.find("#heatmap [data-image]").click())
                            .suggestedFilename())
                    .isEqualTo("dashboard-heatmap.png");
            window.find("#byIndustry .card-menu summary").click();
            assertThat(window.page()
                            .waitForDownload(
                                    () -> window.find("#byIndustry [data-csv]").click())
                            .suggestedFilename())
                    .isEqualTo("dashboard-by-industry.csv");
        }
    }

    @Test
    void theVisitorsChoiceOfColoursStaysOnTheNextPage(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");
            window.find("[data-theme=dark]").click();
            assertThat(window.find("html").getAttribute("data-bs-theme")).isEqualTo("dark");

            window.open("/tickets");

            assertThat(window.find("html").getAttribute("data-bs-theme")).isEqualTo("dark");
        }
    }

    /** The last two weeks of the demo with the two before. */
    @ParameterizedTest
    @CsvSource({"bySupportTier, 0", "byIndustry, 2", "byDimension, 1"})
    void comparedBarsLeadToTheirTicketsToo(String card, int item, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?from=2015-10-18&to=2015-10-31");
            Locator row = window.find("#" + card + " tbody tr").nth(item);
            long count = count(row);
            Locator former = row.locator("a").nth(1);
            String there = former.getAttribute("href");
            long before = Long.parseLong(former.getAttribute("data-count"));

            window.follow(() -> window.clickMark("#" + card, 0, item), "/tickets.*");
            assertThat(window.listed()).isPositive().isEqualTo(count);

            window.open(there);
            assertThat(window.location()).contains("from=2015-10-04", "to=2015-10-17");
            assertThat(window.listed()).isPositive().isEqualTo(before);
            assertThat(window.errors()).isEmpty();
        }
    }

    /** Each share of negative tickets, series and P90 have a former value in the tables and figures; the list of the days agrees. */
    @Test
    void moodAndP90AreComparedToo(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?from=2015-10-18&to=2015-10-31&by=channel");
            assertThat(window.find(".change-p90").count()).isEqualTo(2);
            assertThat(window.find("#sentimentTrend .lead").textContent()).contains("Before: ");
            assertThat(window.find("#sentimentTrend tbody tr").count()).isEqualTo(28);
            assertThat(window.find("#firstReplyByHour table").first().textContent())
                    .contains("Slope before, 4\u201317 October 2015");
            Locator chat = window.find("#sentimentByDimension tbody tr[data-label=Chat] td")
                    .last();
            String share = chat.textContent().strip();
            String there = chat.locator("a").getAttribute("href");

            window.open(there);
            long negative = window.listed();
            long judged = Json.parse(product.get("/api/v1/tickets?limit=1&from=2015-10-04&to=2015-10-17&channel=Chat"
                                    + "&sentiment=negative&sentiment=neutral&sentiment=positive")
                            .body())
                    .path("total")
                    .asLong();
            // "12.5 % of 80"
            assertThat(share).endsWith(" of " + judged);
            assertThat(Double.parseDouble(share.substring(0, share.indexOf(' '))))
                    .isCloseTo(100.0 * negative / judged, within(0.05));
        }
    }

    private static long count(Locator around) {
        return Long.parseLong(around.locator("[data-count]").first().getAttribute("data-count"));
    }
}
