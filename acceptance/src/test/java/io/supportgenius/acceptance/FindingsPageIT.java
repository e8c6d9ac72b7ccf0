package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands out in the demo, as docs/demo-data.md says, on the page. */
@ExtendWith(SharedDemo.class)
class FindingsPageIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pilot customers in transportation: full resolution takes",
                "negative, ",
                "created from 22:00 to 06:00: first reply takes",
                "Full resolution time rises by"
            })
    void aFindingOfTheDemoLeadsToExactlyItsTickets(String words, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/");
            Locator finding = window.find("#findings .finding a:has-text('" + words + "')")
                    .first();
            long count = Long.parseLong(finding.getAttribute("data-count"));

            window.follow(finding::click, "/tickets.*");

            assertThat(window.listed()).isPositive().isEqualTo(count);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESK", "PHONE"})
    void theCardSaysHowItIsComputed(String size, Product product) {
        try (Window window = Browser.open(product, size.equals("DESK") ? Browser.DESK : Browser.PHONE)) {
            window.open("/");
            assertThat(window.find("#findings").textContent()).contains("adjusted p", "comparisons", "95 % interval");

            window.find("#findings .definition summary").click();

            assertThat(window.find("#findings .popover-body").isVisible()).isTrue();
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }
}
