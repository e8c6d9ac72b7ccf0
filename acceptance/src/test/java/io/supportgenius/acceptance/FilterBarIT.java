package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The filter bar: everything it does is in the address. */
@ExtendWith(SharedDemo.class)
class FilterBarIT {

    @Test
    void valuesAreSearchedChosenAndTakenAwayAgain(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets");
            long all = window.listed();
            window.find("details.add summary").click();
            window.find(".dimension-list a:has-text('Industry')").click();
            // The class goes when the script listens to the new field; what is typed before is not searched for.
            window.find("#choices:not(.htmx-added) #choice-search").fill("med");
            Locator media = window.find("#choice-list li:has-text('media')");
            window.find("#choice-list li")
                    .nth(1)
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            long expected = Long.parseLong(media.locator(".number").textContent());
            media.locator("input").check();

            window.follow(() -> window.find(".choices-actions .btn-primary").click(), "/tickets\\?industry=media");

            assertThat(window.listed()).isEqualTo(expected);
            assertThat(window.find(".chip").textContent()).contains("Industry", "media");

            window.follow(() -> window.find(".chip-remove").click(), "/tickets");

            assertThat(window.listed()).isEqualTo(all);
            assertThat(window.find(".chip").count()).isZero();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aSecondValueIsAddedThroughTheChip(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets?supportTier=Gold");
            long gold = window.listed();
            window.find(".chip-text").click();
            Locator silver = window.find("#choice-list li:has-text('Silver')");
            long more = Long.parseLong(silver.locator(".number").textContent());
            silver.locator("input").check();

            window.follow(() -> window.find(".choices-actions .btn-primary").click(), ".*supportTier=Silver.*");

            assertThat(window.location()).contains("supportTier=Gold");
            assertThat(window.listed()).isEqualTo(gold + more);
        }
    }

    @Test
    void ticketsWithoutAValueAreAskedForByAnEmptyOne(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/dashboard?industry=");

            assertThat(window.find(".chip").textContent()).contains("(no industry)");
            assertThat(window.find(".figure-value").first().textContent().strip())
                    .isNotEqualTo("0");
        }
    }

    @Test
    void presetsAndDaysOfOnesOwnSetTheRange(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets");
            window.find("details.range summary").click();
            // The demo's tickets are of October 2015.
            window.follow(
                    () -> window.find(".newest a:has-text('25\u201331 October 2015')")
                            .click(),
                    "/tickets\\?from=2015-10-25&to=2015-10-31");

            window.find("details.range summary").click();
            window.find(".range-form input[name=from]").fill("2015-10-01");
            window.find(".range-form input[name=to]").fill("2015-10-02");
            window.follow(() -> window.find(".range-form button").click(), "/tickets\\?from=2015-10-01&to=2015-10-02");

            assertThat(window.find("#list-count").textContent()).contains("1\u20132 October 2015");
        }
    }

    @Test
    void aDayThatDoesNotExistIsExplainedBesideTheField(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            assertThat(window.open("/dashboard?from=2015-02-30&industry=media")).isEqualTo(400);

            assertThat(window.find("h1").textContent()).isEqualTo("Ticket dashboard");
            assertThat(window.find("#from-problem").textContent()).contains("From", "existing day");
            assertThat(window.find(".range-form input[name=from]").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(window.find(".chip:has-text('media')").isVisible()).isTrue();
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    @Test
    void anUnknownParameterIsNamedAndCanBeTakenAway(Product product) {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            assertThat(window.open("/tickets?colour=blue")).isEqualTo(400);

            assertThat(window.find(".problems").textContent()).contains("colour");
            window.assertNoSidewaysScroll();
            window.follow(() -> window.find(".problems a").click(), "/tickets");
        }
    }

    @Test
    void onAPhoneTheFiltersAreInASheet(Product product) {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            window.open("/dashboard?supportTier=Gold");
            assertThat(window.find("#q").isVisible()).isFalse();
            assertThat(window.find("button.sheet-open").textContent()).contains("(1)");

            window.find("button.sheet-open").click();
            window.find("#q").fill("invoice");
            window.follow(() -> window.page().keyboard().press("Enter"), ".*q=invoice.*");

            assertThat(window.location()).contains("supportTier=Gold");
            window.assertNoSidewaysScroll();
        }
    }

    @Test
    void listsAreSortedAndPagedByLinks(Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets");
            String first = window.find("tbody tr a").first().getAttribute("href");
            window.follow(() -> window.find(".paging a[rel=next]").click(), "/tickets\\?.*after=.*");
            assertThat(window.find("tbody tr").count()).isEqualTo(50);
            assertThat(window.find("tbody tr a").first().getAttribute("href")).isNotEqualTo(first);

            window.follow(() -> window.page().goBack(), "/tickets");
            assertThat(window.find("tbody tr a").first().getAttribute("href")).isEqualTo(first);

            window.follow(
                    () -> window.find("th a.sort:has-text('Agent replies')").click(), "/tickets\\?sort=-touches");
            assertThat(window.find("th[aria-sort=descending]").textContent()).contains("Agent replies");
        }
    }
}
