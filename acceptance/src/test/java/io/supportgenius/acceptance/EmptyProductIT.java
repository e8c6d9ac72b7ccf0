package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A product without a single ticket says what would be here and how it gets there. */
class EmptyProductIT {

    @Test
    void everyPageOfAnEmptyProductSaysHowTicketsGetIn() {
        try (Product product = Product.start("--empty");
                Window window = Browser.open(product, Browser.PHONE)) {
            for (String path : new String[] {
                "/", "/dashboard", "/customers/dashboard", "/tickets", "/agents", "/customers", "/companies"
            }) {
                assertThat(window.open(path)).as(path).isEqualTo(200);
                assertThat(window.find(".empty").textContent())
                        .as(path)
                        .contains("No tickets yet", "./supportgenius import FILE");
                window.assertNoSidewaysScroll();
                assertThat(window.seriousViolations()).as(path).isEmpty();
            }
            assertThat(window.errors()).isEmpty();
        }
    }
}
