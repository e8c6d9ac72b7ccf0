package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, light and dark, on a desk and on a phone. */
@ExtendWith(SharedDemo.class)
class EveryPageIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/?from=2015-10-12&to=2015-10-18&supportTier=gold",
            "/?from=2015-10-28&to=2015-11-03&industry=media&channel=phone",
            "/?q=thereisnosuchword",
            "/dashboard",
            "/dashboard?supportTier=gold&from=2015-10-05&to=2015-10-11&by=location",
            "/dashboard?q=thereisnosuchword",
            "/customers/dashboard",
            "/customers/dashboard?supportTier=gold&from=2015-10-05&to=2015-10-25&bars=shares&weight=agent%3A0",
            "/customers/dashboard?q=thereisnosuchword",
            "/tickets",
            "/tickets?industry=media&q=report&sort=-touches",
            "/tickets/1",
            "/agents",
            "/agents/1",
            "/customers",
            "/customers/1",
            "/companies?name=a",
            "/companies/1",
            "/filters?page=/dashboard&dimension=industry",
            "/filters?page=/&dimension=hasFirstReplyTime",
            "/?range=last-7-days",
            "/dashboard?from=2015-10-12&to=2015-10-18&compare=previous",
            "/companies?from=2015-10-12&to=2015-10-18&compare=year",
            "/import",
            "/views",
            "/settings",
            "/settings/sentiment",
            "/settings/account",
            "/settings/webhooks",
            "/tickets?solvedFrom=2015-10-05&solvedTo=2015-10-06&openOn=2015-10-04&hasFullResolutionTime=true");

    /** Both sizes and both schemes, each once: what the one shows in the size or the scheme of the other differs in nothing that is checked. */
    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(page -> Stream.of(
                        Arguments.of(page, Browser.DESK, ColorScheme.LIGHT),
                        Arguments.of(page, Browser.PHONE, ColorScheme.DARK)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void worksWithoutErrorsFitsItsWindowAndIsAccessible(
            String path, Browser.Size size, ColorScheme colors, Product product) {
        try (Window window = Browser.open(product, size, colors)) {
            assertThat(window.open(path)).isEqualTo(200);

            assertThat(window.page().title()).endsWith(" \u00b7 SupportGenius");
            assertThat(window.find(".zone").textContent()).contains("UTC");
            assertThat(window.find("h1").count()).isEqualTo(1);
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("missing")
    void anAddressThatLeadsNowhereIsAPageThatSaysSo(String path, Product product) {
        try (Window window = Browser.open(product, Browser.PHONE)) {
            assertThat(window.open(path)).isEqualTo(404);

            assertThat(window.find("h1").textContent()).isEqualTo("There is nothing here");
            assertThat(window.find("main a.btn").getAttribute("href")).isEqualTo("/");
            window.assertNoSidewaysScroll();
            assertThat(window.seriousViolations()).isEmpty();
        }
    }

    static List<String> missing() {
        return List.of(
                "/nothing",
                "/tickets/999999999",
                "/tickets/abc",
                "/tickets/99999999999999999999",
                "/agents/999999999",
                "/customers/999999999",
                "/companies/999999999",
                "/filters?page=//example.org&dimension=industry");
    }
}
