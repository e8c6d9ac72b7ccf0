package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files go in by the browser: good ones, bad ones, big ones, and ones that end in the middle. */
class ImportPageIT {

    /**
     * Semicolons, Windows-1252, a date that only the person can read, a column of an unknown name that is the company, one that nobody wants, and in
     * the last row a number of replies that is none.
     */
    private static final String ODD = """
            Ticket ID;Created at;Konto;Interne Notiz;Replies;Subject
            1;03/04/2016 10:00;M\u00fcller;geheim;2;Stra\u00dfe
            2;03/05/2016 11:30;M\u00fcller;geheim;0;zweite
            3;03/06/2016 12:00;Schmidt;geheim;=viele;dritte
            """;

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(Launcher.newDirectory("upload").resolve(name), content);
    }

    private static void upload(Window window, Path file) {
        window.open("/import");
        window.find("input[type=file]").setInputFiles(file);
        window.follow(() -> window.find(".upload button").click(), "/import/files/.*");
    }

    /** Imports take their time where many tests run at once. */
    private static void ended(Window window, String run) {
        window.page().waitForSelector(run, new Page.WaitForSelectorOptions().setTimeout(180_000));
    }

    private static JsonNode dashboard(Product product) {
        return Json.parse(product.get("/api/v1/dashboard").body());
    }

    @Test
    void aFileIsLookedAtCorrectedImportedAndItsRejectedRowsAreTakenAlong() throws IOException {
        Path odd = file("odd.csv", ODD.getBytes("windows-1252"));
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.DESK);
                Window phone = Browser.open(product, Browser.PHONE, ColorScheme.DARK)) {
            window.open("/");
            window.follow(() -> window.find(".empty a").click(), "/import");
            upload(window, odd);

            assertThat(window.find(".file-facts").textContent())
                    .contains("windows-1252", "semicolon", "6 columns", "3 rows");
            // 3/4, 3/5 and 3/6 can be days or months: the page asks, with both readings.
            assertThat(window.find("p.problem").textContent()).contains("03/04/2016", "3 April 2016", "4 March 2016");
            assertThat(window.find("select[aria-label='What the column Created at is']")
                            .inputValue())
                    .isEqualTo("created");
            assertThat(window.find("select[aria-label='What the column Konto is']")
                            .inputValue())
                    .isEqualTo("keep");
            assertThat(window.find(".samples").nth(2).textContent()).contains("M\u00fcller", "Schmidt");

            window.find("select[name=dateOrder]").selectOption("mdy");
            window.find("select[aria-label='What the column Konto is']").selectOption("company");
            window.find("select[aria-label='What the column Interne Notiz is']").selectOption("leaveOut");
            window.follow(() -> window.find("text=Show the preview anew").click(), "/import/files/.*dateOrder=mdy.*");
            String preview = window.find(".preview tbody").textContent();
            assertThat(preview)
                    .contains("4 Mar 2016, 10:00", "M\u00fcller", "Stra\u00dfe", "not a count", "=viele")
                    .doesNotContain("geheim");
            assertThat(window.seriousViolations()).isEmpty();
            phone.open(window.location());
            phone.assertNoSidewaysScroll();
            assertThat(phone.seriousViolations()).isEmpty();

            window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
            ended(window, "#run[data-state=done]");
            assertThat(window.find(".run-counts").textContent().replaceAll("\\s+", " "))
                    .contains("3 Rows", "2 Created", "1 Rejected");
            Download download = window.page()
                    .waitForDownload(() -> window.find("text=Download as CSV").click());
            assertThat(Files.readString(download.path()))
                    .isEqualTo("\uFEFFTicket ID,Created at,Konto,Interne Notiz,Replies,Subject,"
                            + "rejected line,rejected column,rejected value,rejected reason\r\n"
                            + "3,03/06/2016 12:00,Schmidt,geheim,\"'=viele\",dritte,"
                            + "4,Replies,\"'=viele\",not a count: expected a whole number from 0 upwards\r\n");

            // The page is left and found again by the list.
            window.open("/import");
            assertThat(window.find("tbody tr").first().textContent()).contains("odd.csv", "Done");
            window.follow(() -> window.find("tbody a").first().click(), "/import/runs/\\d+");
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
            assertThat(window.errors()).isEmpty();

            SettingsIT.await(() -> dashboard(product).path("created").asInt() == 2);
            assertThat(product.get("/companies").body()).contains("M\u00fcller").doesNotContain("Schmidt");
            JsonNode report = Json.parse(product.get("/api/v1/imports").body())
                    .path("imports")
                    .path(0);
            assertThat(report.path("attributes").toString()).doesNotContain("Interne Notiz");
            // March, not April: the heatmap's Friday 4 and Saturday 5 March 2016.
            assertThat(Json.parse(product.get("/api/v1/dashboard?from=2016-03-04&to=2016-03-05")
                                    .body())
                            .path("created")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "empty.csv, '', 'empty'",
        "workbook.xlsx, 'PK\u0003\u0004rest of a workbook', 'is damaged'",
        "header.csv, 'Ticket ID,Created at', 'header but no rows'",
        "cut.csv, 'Ticket ID,Created at,Subject\n1,2016-01-01T00:00:00Z,fine\n2,2016-01-02T00:00:00Z,\"cut off', 'not a well-formed CSV file'",
        "nothing.csv, 'Colour,Size\nred,1', 'No column was recognised as ticket id'"
    })
    void aBadFileIsToldWithTheWayOutAndNothingIsStored(String name, String content, String sentence)
            throws IOException {
        Path bad = file(name, content.getBytes(StandardCharsets.ISO_8859_1));
        try (Window window = Browser.open(Shared.EMPTY, Browser.DESK)) {
            window.open("/import");
            window.find("input[type=file]").setInputFiles(bad);
            if (content.isEmpty()) {
                window.find(".upload button").click();
                window.page().waitForSelector("[data-problem]:not([hidden])");
            } else {
                window.follow(() -> window.find(".upload button").click(), "/import/files/.*");
                if (!window.find("main").textContent().contains(sentence)) {
                    window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
                    ended(window, "#run:not([data-state=running])");
                }
                assertThat(window.find("main").textContent()).contains(sentence);
            }
            assertThat(dashboard(Shared.EMPTY).path("created").asInt()).isZero();
            assertThat(window.errors()).isEmpty();
        }
    }

    /** 60,000 rows, some 4 MB; the last line is cut off by the end of the file. */
    @Test
    void aBigFileIsWatchedLeftAndFoundAgainAndItsEndInTheMiddleIsTold() throws IOException {
        Path big = Launcher.newDirectory("upload").resolve("big.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(big)) {
            writer.write("Ticket ID,Created at,Company,Subject\n");
            for (int i = 1; i <= 60_000; i++) {
                writer.write(i + ",2016-01-01T00:00:00Z,Company " + i % 500 + ",Number " + i
                        + " of many tickets that are alike\n");
            }
            writer.write("60001,2016-01-01T00:00:00Z,Company 1,\"cut off in the midd");
        }
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.DESK);
                Window other = Browser.open(product, Browser.DESK)) {
            upload(window, big);
            assertThat(window.find(".file-facts").textContent()).contains("The first 20,000 of about");
            window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
            String run = window.location();
            window.open("/import");
            other.open(run);
            ended(other, "#run[data-state=failed]");
            // The quote that is never closed stands in line 60,002.
            assertThat(other.find("#run").textContent())
                    .contains("nothing was changed", "not a well-formed CSV", "60002");
            assertThat(dashboard(product).path("created").asInt()).isZero();

            // The same upload still waits; a whole file comes in by the same way.
            assertThat(other.find("text=Choose how to read it").count()).isEqualTo(1);
            String text = Files.readString(big);
            Files.writeString(big, text.substring(0, text.lastIndexOf('\n') + 1));
            upload(window, big);
            window.follow(() -> window.find("button:text-is('Import')").click(), "/import/runs/\\d+");
            ended(window, "#run[data-state=done]");
            SettingsIT.await(() -> dashboard(product).path("created").asInt() == 60_000);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void withoutScriptsTheFormsWorkAsFormsDo() throws IOException {
        Path odd = file("plain.csv", "Ticket ID,Created at\nA,2016-01-01T00:00:00Z\n".getBytes(StandardCharsets.UTF_8));
        try (Team team = new Team();
                Window window = Browser.openWithoutScripts(team.product(), Browser.DESK)) {
            window.page().navigate(team.product().address() + "/sign-in?next=/import");
            window.find("input[name=email]").fill(Team.ANALYST);
            window.find("input[name=password]").fill(Person.PASSWORD);
            window.find("button").click();
            window.find("input[type=file]").setInputFiles(odd);
            window.find(".upload button").click();
            window.find("button:text-is('Import')").click();

            assertThat(window.location()).startsWith("/import/runs/");
            SettingsIT.await(
                    () -> Json.parse(team.viewer().get("/api/v1/tickets").body())
                                    .path("total")
                                    .asInt()
                            == 1);
            assertThat(team.viewer().get("/import").body())
                    .contains("plain.csv", "Analysts and administrators can import files")
                    .doesNotContain("type=\"file\"");
        }
    }

    /** One empty product for files that change nothing. */
    private static final class Shared {
        static final Product EMPTY = Product.start("--empty");
    }
}
