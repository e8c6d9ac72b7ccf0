package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that try to be more than names, and a product with hardly any ticket. */
class HostileNamesIT {

    private static final String SCRIPT = "<script>document.title='broken'</script><img src=x onerror=alert(1)>";
    private static final String QUOTES = "O'Hara \"&\" <b>Söhne</b> \uD83D\uDE80 {[x]} 50%";
    private static final String LONG = "W".repeat(200);

    private static Product product;

    @BeforeAll
    static void importNames() throws IOException {
        product = Product.start("--empty");
        Path file = Launcher.newDirectory("names").resolve("names.csv");
        Files.writeString(
                file,
                "ticket_id,created_at,subject,description,requester,company,assignee,industry,status,channel,\"Shelf \"\"A\"\" <i>\"\n"
                        + row("1", SCRIPT, SCRIPT)
                        + row("2", QUOTES, QUOTES)
                        + row("3", LONG, LONG));
        Launcher.Result result = Launcher.run(
                "import", file.toString(), "--data-dir", product.dataDirectory().toString(), "--zone", "Asia/Kolkata");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static String row(String id, String name, String text) {
        String field = ",\"" + name.replace("\"", "\"\"") + "\"";
        String words = ",\"" + text.replace("\"", "\"\"") + "\"";
        return id + ",2024-03-04 0" + id + ":30:00" + words + words + field.repeat(6) + ",<i>left</i>\n";
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard?by=company",
                "/dashboard?by=attribute.Shelf+%22A%22+%3Ci%3E",
                "/tickets",
                "/tickets/1",
                "/tickets/2",
                "/tickets/3",
                "/agents",
                "/agents/1",
                "/customers",
                "/customers/3",
                "/companies",
                "/companies/1",
                "/companies/2",
                "/customers/dashboard?weight=company:4",
                "/filters?page=/tickets&dimension=company"
            })
    void namesStayNamesAndBreakNoLayout(String path) {
        for (Browser.Size size : new Browser.Size[] {Browser.DESK, Browser.PHONE}) {
            try (Window window = Browser.open(product, size)) {
                assertThat(window.open(path)).isEqualTo(200);

                assertThat(window.page().title()).isNotEqualTo("broken");
                assertThat(window.find("img[src=x], main b, main i, main script:not([type='application/json'])")
                                .count())
                        .isZero();
                window.assertNoSidewaysScroll();
                assertThat(window.errors()).isEmpty();
            }
        }
    }

    @Test
    void marksWithHostileNamesLeadToTheirTicket() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            for (int item = 0; item < 3; item++) {
                int bar = item;
                window.open("/dashboard?by=company");
                window.follow(() -> window.clickMark("#byDimension", 0, bar), "/tickets\\?company=.*");
                assertThat(window.listed()).isEqualTo(1);
                window.find(".chip-text").click();
                window.find("#choice-list input:checked").waitFor();
            }
        }
    }

    @Test
    void tooFewTicketsForALineAreExplained() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard");

            assertThat(window.find("#resolutionByTouches .nothing").innerText()).isNotBlank();
            assertThat(window.find("#bySupportTier .nothing").innerText()).isNotBlank();
        }
    }

    @Test
    void theHalfHourZoneOfTheImportIsNamedAndUsed() {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets/1");

            assertThat(window.find(".zone").textContent()).contains("Asia/Kolkata");
            // The file says 01:30 and the zone of the file is the organisation's.
            assertThat(window.find(".timeline li").first().textContent()).contains("4 Mar 2024, 01:30");
        }
    }
}
