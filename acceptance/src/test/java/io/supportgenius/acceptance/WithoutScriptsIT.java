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
}
