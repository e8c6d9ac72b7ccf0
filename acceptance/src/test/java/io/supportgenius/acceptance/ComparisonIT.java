package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Days compared with the days before and with a year ago, and days told from today, on a file whose counts are known by the way it is
 * written: 16 tickets of Fixed from 12 to 18 October 2015, 20 in the seven days before, 5 a year ago; and of Daily one ticket at noon of
 * every day from 800 days ago to the day after tomorrow.
 */
class ComparisonIT {

    private static final String FIXED = "company=Fixed";
    private static final String WEEK = FIXED + "&from=2015-10-12&to=2015-10-18";
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        product = Product.start("--empty");
        var lines = new ArrayList<String>();
        lines.add("ticket_id,created_at,first_reply_at,solved_at,status,subject,agent,company,support_tier");
        // Gold 10, silver 6; Ann 12, Bob 4; answered in two hours.
        for (int i = 0; i < 16; i++) {
            lines.add(
                    line("now" + i, "2015-10-" + (12 + i % 7), 10, i < 12 ? "Ann" : "Bob", i < 10 ? "gold" : "silver"));
        }
        // Gold 4, silver 8, bronze 8; Ann 6, Bob 14; answered in one hour.
        for (int i = 0; i < 20; i++) {
            String tier = i < 4 ? "gold" : i < 12 ? "silver" : "bronze";
            lines.add(line("before" + i, "2015-10-%02d".formatted(5 + i % 7), 9, i < 6 ? "Ann" : "Bob", tier));
        }
        for (int i = 0; i < 5; i++) {
            lines.add(line("year" + i, "2014-10-" + (12 + i), 9, "Ann", "gold"));
        }
        lines.add(line("first", "2014-09-01", 9, "Ann", "gold"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int back = 800; back >= -2; back--) {
            lines.add("daily" + back + "," + today.minusDays(back) + "T12:00:00Z,,,open,Daily,Cat,Daily,gold");
        }
        Path file = Launcher.newDirectory("comparison").resolve("comparison.csv");
        Files.write(file, lines);
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "UTC");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static String line(String id, String day, int replyHour, String agent, String tier) {
        return "%s,%sT08:00:00Z,%sT%02d:00:00Z,,open,Fixed,%s,Fixed,%s".formatted(id, day, day, replyHour, agent, tier);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', previous, 20, 2015-10-05, 2015-10-11", "&compare=year, year, 5, 2014-10-12, 2014-10-18"})
    void bothAnswersCountTheDaysComparedWith(String compare, String with, int before, String from, String to) {
        JsonNode overview = answer("/api/v1/overview?" + WEEK + compare);
        JsonNode dashboard = answer("/api/v1/dashboard?" + WEEK + compare);

        assertThat(overview.at("/figures/created/value").asInt()).isEqualTo(16);
        assertThat(overview.at("/figures/created/previous/value").asInt()).isEqualTo(before);
        assertThat(dashboard.path("created").asInt()).isEqualTo(16);
        assertThat(dashboard.at("/comparison/before/created").asInt()).isEqualTo(before);
        for (JsonNode answer : List.of(overview, dashboard)) {
            assertThat(answer.at("/comparison/with").asString()).isEqualTo(with);
            assertThat(answer.at("/comparison/previous/from").asString()).isEqualTo(from);
            assertThat(answer.at("/comparison/previous/to").asString()).isEqualTo(to);
        }
        assertThat(total(FIXED + "&from=" + from + "&to=" + to)).isEqualTo(before);
    }

    /** 20 tickets over seven days: three a day, but two on the last. A year ago one each on the first five days. */
    @Test
    void eachPeriodOfASeriesHasItsOwnCounterpart() {
        assertThat(seriesBefore("")).containsExactly(3, 3, 3, 3, 3, 3, 2);
        assertThat(seriesBefore("&compare=year")).containsExactly(1, 1, 1, 1, 1, 0, 0);
    }

    private static List<Integer> seriesBefore(String compare) {
        var values = new ArrayList<Integer>();
        answer("/api/v1/overview?" + WEEK + compare)
                .at("/figures/created/previousSeries")
                .forEach(reading -> values.add(reading.path("value").asInt()));
        return values;
    }

    @Test
    void nothingIsComparedWhereNothingIsAskedForAndUnknownNamesAreRefused() {
        assertThat(answer("/api/v1/overview?compare=none&" + WEEK)
                        .path("comparison")
                        .isNull())
                .isTrue();
        assertThat(answer("/api/v1/dashboard?compare=none&" + WEEK)
                        .path("comparison")
                        .isNull())
                .isTrue();
        for (String wrong : List.of("compare=month", "range=last-8-days", "range=today&from=2015-10-01")) {
            for (String path : List.of("overview", "dashboard", "clusters", "findings", "tickets")) {
                HttpResponse<String> refused = product.get("/api/v1/" + path + "?" + wrong);
                assertThat(refused.statusCode()).as(path + wrong).isEqualTo(400);
                assertThat(refused.headers().firstValue("content-type").orElse(""))
                        .contains("application/problem+json");
            }
        }
    }

    /** 16 first replies after two hours each, 20 before after one hour. */
    @Test
    void figuresOfTheOverviewSayHowTheyChangedAndLeadToBothSides() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?" + WEEK);
            assertThat(window.find("#compared").textContent())
                    .contains("Compared: 12\u201318 October 2015 with 5\u201311 October 2015.");
            assertThat(window.find("#created .change").textContent()).contains("\u22124 (\u221220 %)", "from 20");
            assertThat(window.find("#firstReplyTime .change").textContent())
                    .contains("+1 h", "worse", "from 1 h", "P90 2 h, from 1 h");
            assertThat(window.find("#created .spark-line.before").count()).isEqualTo(1);
            assertThat(window.find("#trend tbody.before tr").count()).isEqualTo(7);
            assertThat(window.find("#trend tbody.before tr")
                            .last()
                            .locator("td")
                            .first()
                            .textContent()
                            .strip())
                    .isEqualTo("2");

            window.follow(
                    () -> window.find("#created .change-from").click(),
                    "/tickets\\?from=2015-10-05&to=2015-10-11&company=Fixed");
            assertThat(window.listed()).isEqualTo(20);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aYearAgoIsChosenInTheFilterBarAndStaysOnTheWay() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?" + WEEK);
            window.find("details.compare summary").focus();
            window.page().keyboard().press("Enter");
            window.find(".compare .presets a:has-text('a year ago')").focus();
            window.follow(() -> window.page().keyboard().press("Enter"), "/\\?.*compare=year");

            assertThat(window.find("#created .change").textContent()).contains("+11 (+220 %)", "from 5");
            assertThat(window.find("details.compare summary").textContent()).contains("Against a year ago");

            window.find("details.range summary").click();
            window.follow(
                    () -> window.find(".presets a:has-text('Last 7 days')").click(),
                    "/\\?.*compare=year.*range=last-7-days|/\\?.*range=last-7-days.*compare=year");
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    /** Gold 10 from 4, silver 6 from 8, bronze none from 8. */
    @Test
    void theDashboardComparesItsFiguresAndEveryCount() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?" + WEEK);
            Locator figures = window.find(".figures .figure");
            assertThat(figures.first().textContent()).contains("16", "\u22124 (\u221220 %)", "from 20");
            assertThat(figures.nth(3).textContent()).contains("2 h", "worse", "from 1 h");
            assertThat(window.find("#heatmap .lead").textContent()).contains("16, before 20");
            // 12 October 2015 is a Monday, and so is the 5th: three tickets each, at eight.
            assertThat(window.find("#heatmap tbody:not(.before) tr:first-child td")
                            .nth(8)
                            .locator("[data-text]")
                            .getAttribute("data-text"))
                    .contains("3 tickets", "3 in 5\u201311 October 2015");

            assertThat(cells(window, "gold")).containsExactly("10", "62.5 %", "4", "+6 (+150 %)");
            assertThat(cells(window, "silver")).containsExactly("6", "37.5 %", "8", "\u22122 (\u221225 %)");
            assertThat(cells(window, "bronze")).containsExactly("0", "0 %", "8", "\u22128 (\u2212100 %)");
            String former =
                    window.find("#bySupportTier tr[data-label=bronze] td a").getAttribute("href");
            String monday = window.find("#heatmap tbody.before tr:first-child td a[data-count='3']")
                    .first()
                    .getAttribute("href");
            window.open(former);
            assertThat(window.listed()).isEqualTo(8);
            window.open(monday);
            assertThat(window.listed()).isEqualTo(3);

            window.open("/dashboard?" + WEEK + "&compare=none");
            assertThat(window.find(".change").count()).isZero();
            assertThat(window.find("#bySupportTier thead th").count()).isEqualTo(3);
        }
    }

    private static List<String> cells(Window window, String tier) {
        return window.find("#bySupportTier tr[data-label=" + tier + "] td").allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    /** Ann 12 from 6, Bob 4 from 14. */
    @Test
    void listsAndPagesOfAgentsCompareToo() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/agents?" + WEEK + "&compare=previous");
            Locator bob = window.find("tbody tr:has-text('Bob')");
            assertThat(bob.locator("td").first().textContent()).contains("4", "\u221210", "from 14");

            window.follow(() -> bob.locator(".subject").click(), "/agents/\\d+\\?.*compare=previous.*");
            assertThat(window.find("#compared").textContent()).contains("with 5\u201311 October 2015");
            assertThat(window.find(".figure-list .change").first().textContent())
                    .contains("\u221210 (\u221271 %)");

            window.follow(() -> window.find(".figure-list .change-from").first().click(), "/tickets.*");
            assertThat(window.listed()).isEqualTo(14);
        }
    }

    /** A ticket a day: as many tickets as days. Today is never compared, so the week has six days on both sides. */
    @Test
    void lastSevenDaysAreSevenWithTodayAndCompareSix() {
        JsonNode week = answer("/api/v1/overview?company=Daily&range=last-7-days");

        LocalDate today = LocalDate.parse(week.at("/selection/to").asString());
        assertThat(today).isAfterOrEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(1));
        assertThat(week.at("/selection/from").asString())
                .isEqualTo(today.minusDays(6).toString());
        assertThat(week.at("/figures/created/value").asInt()).isEqualTo(7);
        assertThat(week.at("/figures/created/compared/value").asInt()).isEqualTo(6);
        assertThat(week.at("/figures/created/previous/value").asInt()).isEqualTo(6);
        assertThat(week.at("/comparison/unfinished/to").asString()).isEqualTo(today.toString());
        JsonNode dashboard = answer("/api/v1/dashboard?company=Daily&range=last-7-days");
        assertThat(dashboard.at("/comparison/now/created").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "today",
                "yesterday",
                "last-7-days",
                "last-30-days",
                "last-90-days",
                "last-6-months",
                "last-12-months",
                "this-week",
                "last-week",
                "this-month",
                "last-month",
                "this-quarter",
                "last-quarter",
                "this-year"
            })
    void everyPresetHoldsAsManyTicketsAsItsDays(String preset) {
        JsonNode selection =
                answer("/api/v1/dashboard?company=Daily&range=" + preset).path("selection");

        LocalDate from = LocalDate.parse(selection.path("from").asString());
        LocalDate to = LocalDate.parse(selection.path("to").asString());
        assertThat(selection.path("tickets").asLong()).isEqualTo(ChronoUnit.DAYS.between(from, to) + 1);
        assertThat(total("company=Daily&range=" + preset))
                .isEqualTo(selection.path("tickets").asLong());
    }

    @Test
    void aPresetIsChosenByKeyboardStaysRelativeAndLeadsToItsTickets() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?company=Daily");
            window.find("details.range summary").focus();
            window.page().keyboard().press("Enter");
            // All tickets, Today, Yesterday, Last 7 days.
            for (int tabs = 0; tabs < 4; tabs++) {
                window.page().keyboard().press("Tab");
            }
            window.follow(
                    () -> window.page().keyboard().press("Enter"), "/dashboard\\?company=Daily&range=last-7-days");

            assertThat(window.find("details.range summary").textContent()).contains("Last 7 days: ");
            assertThat(window.find(".presets a[aria-current]").first().textContent())
                    .isEqualTo("Last 7 days");
            window.follow(() -> window.find(".figures .figure-value a").first().click(), "/tickets\\?from=.*&to=.*");
            assertThat(window.listed()).isEqualTo(7);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void daysWithoutTicketsShowTheWayOutAlsoWithoutScriptsOnAPhone() {
        try (Window window = Browser.openWithoutScripts(product, Browser.PHONE)) {
            window.page().navigate(product.address() + "/tickets?from=1999-01-01&to=1999-01-31");
            assertThat(window.find(".way-out").textContent()).contains("No ticket was created in these days");
            window.assertNoSidewaysScroll();
            window.find(".way-out a:has-text('All tickets')").click();

            assertThat(window.location()).isEqualTo("/tickets");
            assertThat(window.listed()).isEqualTo(16 + 20 + 5 + 1 + 803);
        }
    }

    @Test
    void aRangeWithDatesIsRefusedOnPagesWithTheWayOut() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            assertThat(window.open("/dashboard?range=last-7-days&from=2015-10-01"))
                    .isEqualTo(400);
            assertThat(window.find(".problems").textContent()).contains("either a range or dates");
            window.follow(() -> window.find(".problems a").click(), "/dashboard\\?from=2015-10-01");
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    /** Open data of New York, which know nothing of us: days are counted here from the file's own text. */
    @Test
    void daysOfAForeignFileAreComparedAsItsTextCounts() throws IOException {
        String reference = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(reference != null, "SUPPORTGENIUS_REFERENCE_DATA names no reference data");
        Path file = Path.of(reference).resolve("nyc311/311_nyc_sample.csv");
        List<LocalDate> days = Files.readString(file)
                .lines()
                .filter(line -> line.matches("\\d+,\\d\\d/\\d\\d/\\d{4} .*"))
                .map(line -> LocalDate.parse(line.split(",")[1].substring(0, 10), AMERICAN))
                .toList();
        try (Product foreign = Product.start("--empty")) {
            Launcher.Result result = Launcher.run(
                    "import",
                    file.toString(),
                    "--data-dir",
                    foreign.dataDirectory().toString(),
                    "--zone",
                    "America/New_York");
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            // The file begins on 1 March 2011: the day before the 2nd is in it, a year ago is not.
            LocalDate day = LocalDate.of(2011, 3, 2);
            String range = "/api/v1/dashboard?from=" + day + "&to=" + day;
            JsonNode answer = Json.parse(foreign.get(range).body());
            assertThat(count(days, day)).isPositive();
            assertThat(answer.path("created").asLong()).isEqualTo(count(days, day));
            assertThat(count(days, day.minusDays(1))).isPositive();
            assertThat(answer.at("/comparison/before/created").asLong()).isEqualTo(count(days, day.minusDays(1)));
            JsonNode year = Json.parse(foreign.get(range + "&compare=year").body());
            assertThat(year.path("comparison").isNull()).isTrue();
            assertThat(year.at("/reasons/comparison").asString())
                    .contains("a year ago", "before the first ticket of all, of 1 March 2011");
        }
    }

    private static long count(List<LocalDate> days, LocalDate wanted) {
        return days.stream().filter(wanted::equals).count();
    }

    private static long total(String query) {
        return answer("/api/v1/tickets?limit=1&" + query).path("total").asLong();
    }

    private static JsonNode answer(String path) {
        return Json.parse(product.get(path).body());
    }
}
