package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A file in Berlin around the night of 25 October 2015, when the clocks went back; every expected number is counted by hand. */
class OverviewOfAFileIT {

    /** Times in UTC: the 25th lasts in Berlin from 22:00 on the 24th to 23:00 on the 25th. */
    private static final String TICKETS = """
            ticket_id,created_at,first_reply_at,solved_at,status,subject,satisfaction_score
            A,2015-10-20T08:00:00Z,2015-10-20T09:00:00Z,2015-10-25T22:59:59Z,solved,One,good
            B,2015-10-24T21:59:59Z,2015-10-24T23:59:59Z,2015-10-25T23:00:00Z,solved,Two,bad
            C,2015-10-24T22:00:00Z,,,open,Three,
            D,2015-10-25T22:59:59Z,2015-10-25T23:09:59Z,2015-10-26T10:00:00Z,solved,Four,good
            E,2015-10-25T23:00:00Z,,,solved,Five,
            F,2015-10-28T08:00:00Z,,,open,Six,
            """;

    private static Product product;

    @BeforeAll
    static void importTickets() throws IOException {
        product = Product.start("--empty");
        Path file = Launcher.newDirectory("overview").resolve("berlin.csv");
        Files.writeString(file, TICKETS);
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "Europe/Berlin");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    /** On the 25th C and D were created and A was solved; B, C and D waited at its end. E is solved at a time nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "from=2015-10-25&to=2015-10-25, 2, 1, 3",
        "from=2015-10-26&to=2015-10-26, 1, 2, 1",
        "from=2015-10-20&to=2015-10-24, 2, 0, 2",
        "to=2015-10-25, 4, 1, 3",
        "from=2015-10-26, 2, 2, 2",
        "'', 6, 4, 2"
    })
    void daysOf25HoursHaveTheirTickets(String query, int created, int solved, int backlog) {
        JsonNode figures =
                Json.parse(product.get("/api/v1/overview?" + query).body()).path("figures");

        assertThat(figures.at("/created/value").asInt()).isEqualTo(created);
        assertThat(figures.at("/solved/value").asInt()).isEqualTo(solved);
        assertThat(figures.at("/backlog/value").asInt()).isEqualTo(backlog);
    }

    @Test
    void listsHoldExactlyTheseTickets() {
        assertThat(ids("solvedFrom=2015-10-25&solvedTo=2015-10-25")).isEqualTo("A");
        assertThat(ids("openOn=2015-10-25")).isEqualTo("BCD");
        assertThat(ids("hasFirstReplyTime=true")).isEqualTo("ABD");
        assertThat(ids("hasFullResolutionTime=false")).isEqualTo("CEF");
    }

    /** The newest event is the creation of F on the 28th, so the 27th is the last finished day. */
    @Test
    void thePageSaysWhatIsLeftOutAndWhatIsTooLittle() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/?from=2015-10-26&to=2015-10-28");

            assertThat(window.find("#compared").textContent())
                    .contains(
                            "Compared: 26\u201327 October 2015 with 24\u201325 October 2015; 28 October 2015 is not finished.");
            assertThat(window.find("#solved").textContent()).contains("1 solved ticket says not when");
            assertThat(window.find("#created .change").textContent()).doesNotContain("too few");
            assertThat(window.find("#csat .figure-value").textContent()).contains("\u2014");
            assertThat(window.find("#csat").textContent()).contains("No ticket of the selection has a rating.");
            assertThat(window.find(".zone").textContent()).contains("Europe/Berlin");

            window.open("/?from=2015-10-20&to=2015-10-22");
            assertThat(window.find("#compared").textContent())
                    .contains("begin before the first ticket of all, of 20 October 2015");
            assertThat(window.find(".change").count()).isZero();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aFigureLeadsToItsTicketsAlsoWithoutScripts() {
        try (Window window = Browser.openWithoutScripts(product, Browser.PHONE)) {
            window.page().navigate(product.address() + "/?from=2015-10-25&to=2015-10-25");
            assertThat(window.find("#trend tbody:not(.before) tr").count()).isEqualTo(1);
            assertThat(window.find("#backlog .spark title").count()).isEqualTo(1);

            window.find("#backlog .figure-value a").click();

            assertThat(window.location()).isEqualTo("/tickets?openOn=2015-10-25");
            assertThat(window.listed()).isEqualTo(3);
        }
    }

    private static String ids(String query) {
        var ids = new StringBuilder();
        Json.parse(product.get("/api/v1/tickets?sort=created&" + query).body())
                .path("tickets")
                .forEach(ticket -> ids.append(ticket.path("externalId").asString()));
        return ids.toString();
    }
}
