package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private final Wording wording = Words.wording();

    @ParameterizedTest
    @CsvSource({"0, No tickets", "1, 1 ticket", "2, 2 tickets", "1000000, '1,000,000 tickets'"})
    void countsAgreeWithTheirNoun(long count, String words) {
        assertThat(wording.tickets(count)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 800, 0 %",
        "1, 3, 33.3 %",
        "1, 2, 50 %",
        "1, 1000000, under 0.1 %",
        "999999, 1000000, over 99.9 %",
        "7, 7, 100 %",
        "0, 0, —"
    })
    void sharesHaveOneDecimalAtMostAndNeverReadAsNothingOrAll(long part, long whole, String words) {
        assertThat(wording.share(part, whole)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-10-01, 2015-10-31, 1–31 October 2015",
        "2015-09-28, 2015-10-04, 28 September – 4 October 2015",
        "2015-12-28, 2016-01-03, 28 December 2015 – 3 January 2016",
        "2015-10-05, 2015-10-05, 5 October 2015",
        "2015-10-05, , since 5 October 2015",
        ", 2015-10-05, until 5 October 2015",
        ", , all days"
    })
    void rangesAreSaidAsShortAsTheyCanBe(LocalDate first, LocalDate last, String words) {
        assertThat(wording.days(first, last)).isEqualTo(words);
    }

    /** Below three points between the ends both get a decimal, or they would often read the same. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"0.094, 0.124, 9–12 %", "0.094, 0.1141, 9.4–11.4 %", "0.2, 0.2291, 20–22.9 %", "none, 0.5, ''"})
    void narrowIntervalsOfSharesHaveADecimal(@Nullable Double low, @Nullable Double high, String words) {
        assertThat(wording.interval(low, high)).isEqualTo(words);
    }

    @Test
    void timesAreShownInTheZoneAskedForWhateverTheMachinesZone() {
        // 01:30 in Kolkata, half an hour off the full hours, is 20:00 of the day before in UTC.
        assertThat(wording.time(Instant.parse("2015-10-04T20:00:00Z"), ZoneId.of("Asia/Kolkata")))
                .isEqualTo("5 Oct 2015, 01:30");
    }

    @ParameterizedTest
    @CsvSource({
        "weekday, 1, Monday",
        "weekday, 7, Sunday",
        "hour, 0, 00:00–01:00",
        "hour, 23, 23:00–24:00",
        "pilot, true, Yes",
        "pilot, perhaps, perhaps",
        "supportTier, '', (no support tier)",
        "attribute.Product, '', (no Product)",
        "industry, media, media"
    })
    void valuesHaveWords(String dimension, String value, String words) {
        assertThat(wording.value(dimension, value)).isEqualTo(words);
    }
}
