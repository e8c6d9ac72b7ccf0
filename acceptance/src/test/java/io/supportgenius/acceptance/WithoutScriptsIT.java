package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where scripts do not run, links, forms and tables do the same. */
@ExtendWith(SharedDemo.class)
class WithoutScriptsIT {

    @Test
    void chartsAreTablesAndFiltersAreForms(Product product) {
        try (Window window = Browser.openWithoutScripts(product, Browser.DESK)) {
            Page page = window.page();
            page.navigate(product.address() + "/dashboard");
            assertThat(page.locator("#byIndustry tbody tr").first().isVisible()).isTrue();
            assertThat(page.locator("#byIndustry .chart").isVisible()).isFalse();

            page.locator("details.add summary").click();
            page.locator(".dimension-list a:has-text('Industry')").click();
            page.locator("#choice-list li:has-text('media') input").check();
            page.locator(".choices-actions .btn-primary").click();

            assertThat(window.location()).isEqualTo("/dashboard?industry=media");
            assertThat(page.locator(".chip").textContent()).contains("media");

            page.locator("details.range summary").click();
            page.locator(".range-form input[name=from]").fill("2015-10-05");
            page.locator(".range-form button").click();

            // The other day was left empty, and an empty field asks for nothing.
            assertThat(window.location()).isEqualTo("/dashboard?industry=media&from=2015-10-05&to=");
            assertThat(page.locator("h1").textContent()).isEqualTo("Ticket dashboard");
            assertThat(page.locator(".problems").count()).isZero();
        }
    }

    @Test
    void clustersAreFoundLookedAtAndChosenAnew(Product product) {
        try (Window window = Browser.openWithoutScripts(product, Browser.DESK)) {
            Page page = window.page();
            page.navigate(product.address() + "/customers/dashboard");
            while (page.locator("[role=tab]").count() == 0) {
                String again = page.locator("main .btn:has-text('Look again')").getAttribute("href");
                page.navigate(product.address() + again);
            }
            assertThat(page.locator("#clusterBars tbody tr").first().isVisible())
                    .isTrue();

            String second = page.locator("[role=tab] .tab-name").nth(1).textContent();
            page.locator("[role=tab]").nth(1).click();
            assertThat(page.locator(".cluster h3").textContent()).isEqualTo(second);

            page.locator("#weight-agent").selectOption("agent:0");
            page.locator(".importances .btn-primary").click();
            // Fields left as usual are sent empty and ask for nothing.
            assertThat(window.location()).contains("weight=agent%3A0");
            assertThat(page.locator("h1").textContent()).isEqualTo("Customer dashboard");
            assertThat(page.locator(".problems").count()).isZero();
        }
    }
}
