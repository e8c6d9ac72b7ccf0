package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    /** The right column is what a person would say; 3.3958333 days are 81.5 hours. */
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
    void durationsReadAsPeopleSayThem(double hours, String words) {
        assertThat(Durations.words(hours)).isEqualTo(words);
    }
}
