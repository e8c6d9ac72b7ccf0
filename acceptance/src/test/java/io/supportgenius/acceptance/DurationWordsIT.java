package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The browser says durations as the server does; the server's own test has the same lines. */
@ExtendWith(SharedDemo.class)
class DurationWordsIT {

    @ParameterizedTest
    @CsvSource({
        "0, 0 min",
        "0.001, under 1 min",
        "0.5, 30 min",
        "0.9999, 1 h",
        "2.25, 2 h 15 min",
        "47.99, 47 h 59 min",
        "48, 2.0 days",
        "81.5, 3.4 days",
        "24000, '1,000.0 days'",
        "-0.25, −15 min",
        "-72, −3.0 days"
    })
    void durationsReadAsPeopleSayThem(double hours, String words, Product product) {
        try (Window window = Browser.open(product, Browser.DESK)) {
            window.open("/tickets/1");

            assertThat(window.page()
                            .evaluate("async hours => (await import('/assets/format.js')).duration(hours)", hours))
                    .isEqualTo(words);
        }
    }
}
