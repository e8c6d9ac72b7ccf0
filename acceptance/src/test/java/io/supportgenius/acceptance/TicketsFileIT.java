package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of tickets leaves as a file of one row each. */
class TicketsFileIT {

    private static final String WEEK = "from=2015-10-05&to=2015-10-11";

    /** Replied after 90 minutes, solved after two days; three texts that a spreadsheet would compute, and one number that it may. */
    private static final String TICKETS = """
            Ticket ID,Created at,First response at,Resolved at,Status,Company,Subject,Agent replies,Balance
            A-1,2016-02-01T08:00:00Z,2016-02-01T09:30:00Z,2016-02-03T08:00:00Z,solved,@corp,"=HYPERLINK(""http://example.org"")",2,-5
            B-2,2016-02-02T08:00:00Z,,,open,"Quoted, with comma",+49 30 1234,0,7
            """;

    @ParameterizedTest
    @ExtendWith(SharedDemo.class)
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
    void theFileHasARowForEachTicketOfTheListInItsOrder(String selection, Product product) throws IOException {
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
            // No demo ticket has a line break in what the file holds without texts.
            List<String> lines = Files.readAllLines(download.path());
            assertThat(lines).hasSize((int) listed + 1);
            List<String> shown = window.find(".table.list tbody tr").all().stream()
                    .map(Locator::innerText)
                    .toList();
            int place =
                    Arrays.asList(lines.get(0).replace("\uFEFF", "").split(",")).indexOf("External ID");
            for (int row = 0; row < shown.size(); row++) {
                assertThat(shown.get(row)).contains(lines.get(row + 1).split(",")[place]);
            }
        }
    }

    @Test
    void timesHoursAndAttributesAreThereAndTextsAreSafeToOpen() throws IOException {
        Path file = Files.writeString(Launcher.newDirectory("file").resolve("tickets.csv"), TICKETS);
        try (Product product = Product.start("--empty")) {
            assertThat(Launcher.run(
                                    "import",
                                    file.toString(),
                                    "--data-dir",
                                    product.dataDirectory().toString(),
                                    "--zone",
                                    "Europe/Berlin")
                            .exitCode())
                    .isZero();

            HttpResponse<String> answer = product.get("/api/v1/tickets.csv?sort=created");

            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            List<String> lines = answer.body().lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).contains("attribute.Balance");
            // 8 o'clock UTC is 9 o'clock of Berlin's winter; 1.5 and 48 hours.
            assertThat(lines.get(1))
                    .contains("A-1", "2016-02-01T09:00", "+01:00", ",1.5,", ",48")
                    .contains("'@corp", "'=HYPERLINK(\"\"http://example.org\"\")");
            assertThat(lines.get(2)).contains("\"Quoted, with comma\"", "'+49 30 1234");
        }
    }

    @Test
    @ExtendWith(SharedDemo.class)
    void aRequestForTheHeadNamesTheFileAndSendsNothing(Product product) {
        HttpResponse<String> answer = product.send(product.request("/api/v1/tickets.csv?" + WEEK)
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("tickets-2015-10-05-to-2015-10-11.csv");
        assertThat(answer.body()).isEmpty();
        assertThat(product.get("/tickets.csv?sort=colour").statusCode()).isEqualTo(400);
    }
}
