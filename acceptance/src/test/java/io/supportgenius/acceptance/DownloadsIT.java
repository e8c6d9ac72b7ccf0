package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What leaves the product: the table, the file and the picture of every card, and all tickets of a list. */
@ExtendWith(SharedDemo.class)
class DownloadsIT {

    private static final String WEEK = "from=2015-10-05&to=2015-10-11";
    private static final Pattern DAYS = Pattern.compile("([\\d,.]+) days");
    private static final Pattern HOURS = Pattern.compile("(\\d+) h(?: (\\d+) min)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d+) min");
    private static final Pattern PERCENT = Pattern.compile("(\u2212|-)?([\\d,.]+) %");
    private static final Pattern INTERVAL = Pattern.compile("([\\d.]+)\u2013([\\d.]+) %");
    private static final Pattern CHANGE = Pattern.compile("(\\+|\u2212)(.*?)(?: \\(.* %\\))?");
    private static final Pattern NUMBER = Pattern.compile("(\u2212|-)?([\\d,]+(?:\\.\\d+)?)");

    /** Every panel of a page that has a menu must have all three; their number is what the page is known to have. */
    @ParameterizedTest
    @CsvSource({
        "/, 1",
        "/?from=2015-10-05&to=2015-10-11, 1",
        "/?from=2015-10-05&to=2015-10-11&compare=none, 1",
        "/?from=2015-10-12&to=2015-10-25&compare=previous, 1",
        "/dashboard, 9",
        "/dashboard?from=2015-10-05&to=2015-10-11, 9",
        "/dashboard?from=2015-10-05&to=2015-10-11&compare=none, 9",
        "/dashboard?supportTier=Gold&by=agent, 9",
        "/dashboard?attribute.Product=Reporting&by=location, 9",
        "/customers/dashboard?from=2015-10-05&to=2015-10-11, 1",
    })
    void theFileOfEveryCardHoldsTheFiguresOfItsTable(String page, int cards, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(page);
            List<Locator> all = window.find(".chart-card").all();
            assertThat(all).hasSize(cards);
            for (Locator card : all) {
                String name = card.getAttribute("id");
                if (card.locator("[data-show=table][aria-pressed=false]").count() > 0) {
                    choose(card, "[data-show=table]");
                }
                List<List<String>> screen =
                        rows(card.locator("[data-panel=table] table").first());
                List<List<String>> file = file(window, card);
                compare(page + " " + name, screen, file);
            }
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void theFileOfPointsHoldsThePointsOfTheChart(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?" + WEEK);
            for (String card : List.of("#firstReplyByHour", "#resolutionByTouches")) {
                choose(window.find(card), "[data-show=table]");
                Locator table = window.find(card + " table[data-points]");
                String address = window.find(card + " [data-csv-points]").getAttribute("href");
                List<List<String>> file = parse(product.get(address).body());
                List<List<String>> screen = rows(table);
                assertThat(screen).hasSameSizeAs(file).hasSizeGreaterThan(100);
                for (int row = 1; row < file.size(); row++) {
                    assertThat(screen.get(row).get(0)).isEqualTo(file.get(row).get(0));
                    assertSame(card + row, screen.get(row).get(2), file.get(row).get(2));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?" + WEEK, "/dashboard?" + WEEK, "/dashboard?supportTier=Gold"})
    void theFileOfFiguresHoldsTheFiguresOfThePage(String page, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open(page);
            List<List<String>> file =
                    parse(product.get(window.find("#figures-file").getAttribute("href"))
                            .body());
            List<Locator> figures = window.find(".figure").all();
            assertThat(file).hasSize(figures.size() + 1);
            for (int i = 0; i < figures.size(); i++) {
                assertThat(file.get(i + 1).get(0))
                        .isEqualTo(figures.get(i).locator("h2").innerText());
                assertSame(
                        page + i,
                        figures.get(i).locator(".figure-value").innerText(),
                        file.get(i + 1).get(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overview, created",
        "overview, backlog",
        "overview, firstReplyTime",
        "dashboard, created",
        "dashboard, solved"
    })
    void theFileOfFiguresSaysWhatTheyWereBefore(String question, String figure, Product product) {
        String selection = "from=2015-10-12&to=2015-10-18";
        JsonNode answer =
                Json.parse(product.get("/api/v1/" + question + "?" + selection).body());
        JsonNode figures = question.equals("overview")
                ? answer.get("figures")
                : answer.get("comparison").get("figures");
        int place = new ArrayList<>(figures.propertyNames()).indexOf(figure);
        List<List<String>> file = parse(
                product.get("/api/v1/" + question + "/figures.csv?" + selection).body());
        int before = file.get(0).indexOf("Before: 5\u201311 October 2015");

        assertThat(before).as(file.get(0).toString()).isPositive();
        assertThat(Double.parseDouble(file.get(place + 1).get(before)))
                .isCloseTo(figures.get(figure).get("previous").get("value").asDouble(), within(1e-9));
        assertThat(parse(product.get("/api/v1/" + question + "/figures.csv?compare=none&" + selection)
                                .body())
                        .get(0))
                .noneMatch(head -> head.startsWith("Before"));
    }

    /** What each column of the page is in the file; the page has the first fifty rows. */
    @ParameterizedTest
    @CsvSource({
        "agents, ''",
        "customers, ''",
        "customers, name=ar&sort=-negativeShare",
        "companies, from=2015-10-05&to=2015-10-11&sort=label",
    })
    void theFileOfAListHasEveryRowWithTheFiguresOfThePage(String list, String parameters, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/" + list + "?" + parameters);
            List<List<String>> file = parse(read(window.page()
                    .waitForDownload(() -> window.find("#list-file").click())));
            List<String> heads = file.get(0);
            List<Locator> rows = window.find(".table.list tbody tr").all();
            String count = window.find("#list-count").innerText();
            assertThat(count).startsWith("%,d ".formatted(file.size() - 1));
            assertThat(rows).hasSize(Math.min(50, file.size() - 1)).isNotEmpty();
            String[] figures = {
                "Tickets",
                "Unsolved",
                "First reply time, median (hours)",
                "Full resolution time, median (hours)",
                "Agent replies, mean",
                "Negative share of judged (0 to 1)"
            };
            for (int row = 0; row < rows.size(); row++) {
                List<String> kept = file.get(row + 1);
                assertThat(rows.get(row).locator(".subject").innerText()).isEqualTo(kept.get(heads.indexOf("Name")));
                List<Locator> shown = rows.get(row).locator("td").all();
                for (int i = 0; i < figures.length; i++) {
                    String words = shown.get(i).locator("a, span").count() == 0
                            ? shown.get(i).innerText()
                            : shown.get(i).locator("a, span").first().innerText();
                    assertSame(list + row + figures[i], words.strip(), kept.get(heads.indexOf(figures[i])));
                }
            }
        }
    }

    /** Companies of the week that are compared with the week before: what the page says they had "from". */
    @Test
    void theFileOfAListSaysWhatItsFiguresWereBefore(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/companies?from=2015-10-12&to=2015-10-18");
            List<List<String>> file = parse(read(window.page()
                    .waitForDownload(() -> window.find("#list-file").click())));
            int before = file.get(0).indexOf("Tickets before, 5\u201311 October 2015");
            assertThat(before).isPositive();
            List<Locator> rows = window.find(".table.list tbody tr").all();
            for (int row = 0; row < 5; row++) {
                assertThat(rows.get(row).locator("td").first().textContent())
                        .contains("from " + file.get(row + 1).get(before));
                assertRepliesBefore(
                        product, file, row + 1, rows.get(row).locator("td").nth(4));
            }
        }
    }

    /** The mean agent replies before are those of the tickets file of these days. */
    private static void assertRepliesBefore(Product product, List<List<String>> file, int row, Locator cell) {
        String company = URLEncoder.encode(file.get(row).get(0), StandardCharsets.UTF_8);
        List<List<String>> tickets =
                parse(product.get("/api/v1/tickets.csv?from=2015-10-05&to=2015-10-11&company=" + company)
                        .body());
        int replies = tickets.get(0).indexOf("Agent replies");
        OptionalDouble mean = tickets.stream()
                .skip(1)
                .map(ticket -> ticket.get(replies))
                .filter(known -> !known.isEmpty())
                .mapToDouble(Double::parseDouble)
                .average();
        String before = file.get(row).get(file.get(0).indexOf("Agent replies, mean before, 5\u201311 October 2015"));
        if (mean.isEmpty()) {
            assertThat(before).isEmpty();
            return;
        }
        assertThat(Double.parseDouble(before)).isCloseTo(mean.getAsDouble(), within(1e-9));
        assertThat(cell.locator(".change-brief").textContent()).isNotBlank();
    }

    @Test
    void findingsAndTheBoxOfClustersAreFilesToo(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/");
            List<String> sentences = window.find("#findings .finding").allInnerTexts();
            List<List<String>> findings =
                    parse(product.get(window.find("#findings-file").getAttribute("href"))
                            .body());
            assertThat(findings.stream().skip(1).map(row -> row.get(0)).toList())
                    .isNotEmpty()
                    .isEqualTo(sentences);

            window.open("/customers/dashboard?" + WEEK);
            String cluster = window.find("#cluster h3").innerText();
            List<List<String>> sides = parse(
                    product.get(window.find("#sides-file").getAttribute("href")).body());
            assertThat(sides).hasSize(window.find("[role=tab]").count() + 1);
            List<String> here = sides.stream()
                    .filter(row -> row.get(0).equals(cluster))
                    .findFirst()
                    .orElseThrow();
            assertThat(window.find("[data-side=tickets] td").allInnerTexts()).isEqualTo(here.subList(1, 3));
            assertThat(window.find("[data-side=industry] td").allInnerTexts()).isEqualTo(here.subList(5, 7));
            List<List<String>> distinctive =
                    parse(product.get(window.find("#distinctive-file").getAttribute("href"))
                            .body());
            List<String> values = window.find(".distinctions tbody .wraps").allInnerTexts();
            assertThat(distinctive.stream()
                            .filter(row -> row.get(0).equals(cluster))
                            .map(row -> row.get(3))
                            .toList())
                    .hasSameSizeAs(values)
                    .isEqualTo(
                            window.find(".distinctions tbody td:nth-child(2) a").allInnerTexts());
        }
    }

    @Test
    void everyCardIsSavedAsAPictureThatStandsAlone(Product product) throws IOException {
        for (String page : List.of("/", "/dashboard?" + WEEK, "/customers/dashboard?" + WEEK)) {
            try (Window window = Browser.open(product, Browser.DESK)) {
                window.open(page);
                for (Locator card : window.find(".chart-card").all()) {
                    Download download = window.page().waitForDownload(() -> choose(card, "[data-image]"));
                    assertThat(download.suggestedFilename()).matches("[a-z0-9-]+\\.png");
                    BufferedImage picture = ImageIO.read(download.path().toFile());
                    // Twice as many dots as the card has points; the picture has margins instead of the card's own.
                    double width = card.boundingBox().width;
                    assertThat(picture.getWidth()).as(page).isGreaterThan((int) width);
                    assertThat(picture.getHeight()).as(page).isGreaterThan(300);
                    assertThat(colors(picture)).as(page).hasSizeGreaterThan(20);
                }
                assertThat(window.errors()).isEmpty();
            }
        }
    }

    @Test
    void figuresFindingsAndTheClusterAreSavedAsTheyLook(Product product) throws IOException {
        Map<String, List<String>> pictures = Map.of(
                "/?" + WEEK, List.of("overview-figures", "overview-findings"),
                "/dashboard?" + WEEK, List.of("dashboard-figures"),
                "/customers/dashboard?" + WEEK, List.of("clusters-sides"));
        for (Map.Entry<String, List<String>> page : pictures.entrySet()) {
            try (Window window = Browser.open(product, Browser.DESK)) {
                window.open(page.getKey());
                window.find("[data-waits]")
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
                List<String> names = new ArrayList<>();
                for (Locator button : window.find("[data-picture]").all()) {
                    List<Locator> shown =
                            window.find(button.getAttribute("data-picture")).all();
                    Download download = window.page().waitForDownload(button::click);
                    names.add(download.suggestedFilename().replaceFirst("-2015-10-.*", ""));
                    BufferedImage picture = ImageIO.read(download.path().toFile());
                    assertThat(picture.getWidth())
                            .isEqualTo(2 * (screen(shown.get(0)).getWidth() + 48));
                    long ink = 0;
                    for (Locator part : shown) {
                        ink += ink(screen(part));
                    }
                    // It has four dots for each of the screen's; the cluster's has no tabs and no tickets.
                    assertThat(ink(picture)).as(page.getKey()).isBetween(ink, 12 * ink);
                }
                assertThat(names).isEqualTo(page.getValue());
                assertThat(window.errors()).isEmpty();
            }
        }
    }

    private static BufferedImage screen(Locator part) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(part.screenshot()));
    }

    /** How many dots are dark. */
    private static long ink(BufferedImage picture) {
        return IntStream.range(0, picture.getHeight())
                .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
                .filter(color -> (color >> 8 & 0xff) < 110)
                .count();
    }

    @Test
    void cardsWithoutAnAnswerOfferNoFileAndUnknownOnesAreNotFound(Product product) {
        assertThat(product.get("/api/v1/dashboard/nothing.csv").statusCode()).isEqualTo(404);
        List<List<String>> nothing =
                parse(product.get("/api/v1/dashboard/heatmap.csv?q=nosuchword").body());
        assertThat(nothing).hasSize(9);
        assertThat(nothing.get(8).get(25)).isEqualTo("0");
        assertThat(product.get("/api/v1/dashboard/heatmap.csv?from=yesterday").statusCode())
                .isEqualTo(400);
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?q=nosuchword");
            assertThat(window.find("[data-csv]").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                WEEK,
                "supportTier=Gold",
                "attribute.Product=Reporting",
                "q=printer",
                "q=nosuchword",
                "company="
            })
    void theFileOfTicketsHasARowForEachTicketOfTheList(String selection, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets?sort=-touches&" + selection);
            long listed = window.listed();
            Locator button = window.find(".list-head a[download]");
            if (listed == 0) {
                assertThat(button.count()).isZero();
                return;
            }
            assertThat(button.innerText())
                    .isEqualTo("%,d %s as CSV".formatted(listed, listed == 1 ? "ticket" : "tickets"));
            Download download = window.page().waitForDownload(button::click);
            assertThat(download.suggestedFilename())
                    .isEqualTo(selection.equals(WEEK) ? "tickets-2015-10-05-to-2015-10-11.csv" : "tickets.csv");
            List<List<String>> file = parse(read(download));
            assertThat(file)
                    .hasSize((int) listed + 1)
                    .allMatch(row -> row.size() == file.get(0).size());
            List<String> ids = window.find(".table.list tbody tr").all().stream()
                    .map(Locator::innerText)
                    .toList();
            int place = file.get(0).indexOf("External ID");
            for (int row = 0; row < ids.size(); row++) {
                assertThat(ids.get(row)).contains(file.get(row + 1).get(place));
            }
        }
    }

    @Test
    void aRequestForTheHeadOfTheFileOfTicketsNamesItAndSendsNothing(Product product) {
        var answer = product.send(product.request("/api/v1/tickets.csv?" + WEEK)
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("tickets-2015-10-05-to-2015-10-11.csv");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
        assertThat(answer.body()).isEmpty();
        assertThat(product.get("/tickets.csv?sort=colour").statusCode()).isEqualTo(400);
    }

    @Test
    void dashboardsPrintOnPaperAcrossWithTheirSelectionAndWithoutNavigation(Product product) throws IOException {
        for (String page :
                List.of("/?" + WEEK, "/dashboard?supportTier=Gold&" + WEEK, "/customers/dashboard?" + WEEK)) {
            try (Window window = Browser.open(product, Browser.DESK, ColorScheme.DARK)) {
                window.open(page);
                byte[] file = window.page()
                        .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
                try (PDDocument document = Loader.loadPDF(file)) {
                    assertThat(document.getNumberOfPages()).as(page).isBetween(2, 6);
                    // A4 across: 297 by 210 mm, in points of 1/72 inch.
                    assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(841.9f, within(1f));
                    assertThat(document.getPage(0).getMediaBox().getHeight()).isCloseTo(595.3f, within(1f));
                    String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                    assertThat(text)
                            .contains("Demo company", "5\u201311 October 2015", "Times in UTC")
                            .doesNotContain("Settings", "Add filter", "Signed in", "Click to see the tickets");
                    if (page.contains("Gold")) {
                        assertThat(text).contains("Support tier Gold");
                    }
                    for (String question : window.find(".chart-card h2").allInnerTexts()) {
                        assertThat(text.replaceAll("\\s+", " ")).contains(question);
                    }
                    BufferedImage paper = new PDFRenderer(document).renderImage(0);
                    assertThat(paper.getRGB(3, 3) & 0xFFFFFF)
                            .as("corner of the paper")
                            .isEqualTo(0xFFFFFF);
                }
                assertThat(window.find("html").getAttribute("data-bs-theme")).isEqualTo("dark");
                assertThat(window.errors()).isEmpty();
            }
        }
    }

    private static void choose(Locator card, String entry) {
        card.scrollIntoViewIfNeeded();
        card.locator(".card-menu summary").click();
        card.locator(entry).first().click();
    }

    private static List<List<String>> file(Window window, Locator card) {
        return parse(read(window.page().waitForDownload(() -> choose(card, "[data-csv]"))));
    }

    private static String read(Download download) {
        try {
            return Files.readString(download.path(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> rows(Locator table) {
        return (List<List<String>>) table.evaluate("""
                table => [...table.rows].map(row => [...row.cells].map(cell => {
                  const copy = cell.cloneNode(true);
                  copy.querySelectorAll('.period-mark').forEach(mark => mark.remove());
                  return copy.textContent.trim();
                }))""");
    }

    /**
     * A column of the screen is one or more of the file; which, the heads of the file say: it begins with the first field whose head is not
     * a companion (unit, n, end of an interval) of the one before.
     */
    private static void compare(String card, List<List<String>> screen, List<List<String>> file) {
        assertThat(file).as(card).hasSameSizeAs(screen);
        List<Integer> places = places(file.get(0));
        assertThat(places).as(card + " " + file.get(0)).hasSize(screen.get(0).size());
        for (int row = 1; row < file.size(); row++) {
            for (int column = 1; column < places.size(); column++) {
                int place = places.get(column);
                String shown = screen.get(row).get(column);
                Matcher interval = INTERVAL.matcher(shown);
                if (interval.matches()) {
                    assertEnd(card + row, interval.group(1), file.get(row).get(place));
                    assertEnd(card + row, interval.group(2), file.get(row).get(place + 1));
                } else {
                    assertSame(
                            card + " row " + row + " column " + column,
                            shown,
                            file.get(row).get(place));
                }
            }
        }
    }

    /** The ends of an interval are whole percents, those of a narrow one have a decimal. */
    private static void assertEnd(String where, String shown, String exact) {
        assertThat(100 * Double.parseDouble(exact))
                .as(where)
                .isCloseTo(plain(shown), within(shown.contains(".") ? 0.0500001 : 0.5000001));
    }

    private static List<Integer> places(List<String> heads) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < heads.size(); i++) {
            if (!heads.get(i)
                    .matches("To|Unit|Of the compared days|Judged \\(tickets\\)|.*, n|.*, high.*|95 % interval, low")) {
                places.add(i);
            }
        }
        return places;
    }

    /** A change has a sign, and behind it its part of what was before. */
    private static void assertChange(String where, Matcher shown, String exact) {
        double sign = shown.group(1).equals("+") ? 1 : -1;
        assertSame(where, shown.group(2), String.valueOf(sign * Double.parseDouble(exact)));
    }

    /** The number in the file rounds to the words of the screen, by the rules the product gives for its words. */
    private static void assertSame(String where, String shown, String exact) {
        if (exact.isEmpty()) {
            assertThat(shown).as(where).matches("\u2014|-|too few to say|too few to compare|");
            return;
        }
        if (shown.equals("no change")) {
            assertThat(Double.parseDouble(exact)).as(where).isZero();
            return;
        }
        Matcher change = CHANGE.matcher(shown);
        if (change.matches()) {
            assertChange(where, change, exact);
            return;
        }
        if (shown.equals("too few to say") || shown.startsWith("under ") || shown.startsWith("over ")) {
            assertThat(exact).as(where).isNotEmpty();
            return;
        }
        double value = Double.parseDouble(exact);
        Matcher days = DAYS.matcher(shown);
        Matcher hours = HOURS.matcher(shown);
        Matcher minutes = MINUTES.matcher(shown);
        Matcher percent = PERCENT.matcher(shown);
        Matcher number = NUMBER.matcher(shown);
        if (days.matches()) {
            assertThat(value / 24).as(where).isCloseTo(plain(days.group(1)), within(0.0500001));
        } else if (hours.matches()) {
            double told = plain(hours.group(1)) + (hours.group(2) == null ? 0 : plain(hours.group(2)) / 60);
            assertThat(value).as(where).isCloseTo(told, within(0.5001 / 60));
        } else if (minutes.matches()) {
            assertThat(value).as(where).isCloseTo(plain(minutes.group(1)) / 60, within(0.5001 / 60));
        } else if (percent.matches()) {
            double told = plain(percent.group(2)) * (percent.group(1) == null ? 1 : -1);
            assertThat(100 * value).as(where).isCloseTo(told, within(0.0500001));
        } else if (number.matches() && !number.group(2).contains(".")) {
            assertThat(value).as(where).isEqualTo(plain(number.group(2)));
        } else {
            // A number with a unit behind it, as a slope has, or a mean: as exact as its decimals.
            Matcher first = NUMBER.matcher(shown);
            assertThat(first.find()).as(where + ": " + shown).isTrue();
            double told = plain(first.group(2)) * (first.group(1) == null ? 1 : -1);
            int decimals = first.group(2).contains(".")
                    ? first.group(2).length() - first.group(2).indexOf('.') - 1
                    : 0;
            assertThat(value).as(where).isCloseTo(told, within(0.50001 * Math.pow(10, -decimals)));
        }
    }

    private static double plain(String number) {
        return Double.parseDouble(number.replace(",", ""));
    }

    private static Set<Integer> colors(BufferedImage picture) {
        var colors = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                colors.add(picture.getRGB(x, y));
            }
        }
        return colors;
    }

    /** Reads CSV as RFC 4180 describes it; written here, so that the product's writer is not judged by its own library. */
    private static List<List<String>> parse(String text) {
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char one = text.charAt(i);
            if (quoted) {
                if (one == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(one);
                    i++;
                } else if (one == '"') {
                    quoted = false;
                } else {
                    cell.append(one);
                }
            } else if (one == '"') {
                quoted = true;
            } else if (one == ',' || one == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (one == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (one != '\r') {
                cell.append(one);
            }
        }
        return rows;
    }
}
