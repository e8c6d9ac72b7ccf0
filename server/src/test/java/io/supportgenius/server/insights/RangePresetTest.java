package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days read off a calendar. */
class RangePresetTest {

    /** A Thursday at the end of a quarter of a leap year. */
    @ParameterizedTest
    @CsvSource({
        "today, 2016-03-31, 2016-03-31",
        "yesterday, 2016-03-30, 2016-03-30",
        "last-7-days, 2016-03-25, 2016-03-31",
        "last-30-days, 2016-03-02, 2016-03-31",
        "last-90-days, 2016-01-02, 2016-03-31",
        "last-6-months, 2015-10-01, 2016-03-31",
        "last-12-months, 2015-04-01, 2016-03-31",
        "this-week, 2016-03-28, 2016-03-31",
        "last-week, 2016-03-21, 2016-03-27",
        "this-month, 2016-03-01, 2016-03-31",
        "last-month, 2016-02-01, 2016-02-29",
        "this-quarter, 2016-01-01, 2016-03-31",
        "last-quarter, 2015-10-01, 2015-12-31",
        "this-year, 2016-01-01, 2016-03-31"
    })
    void onTheLastDayOfMarch(String preset, LocalDate first, LocalDate last) {
        assertDays("2016-03-31", preset, first, last);
    }

    /** A Friday. */
    @ParameterizedTest
    @CsvSource({
        "yesterday, 2015-12-31, 2015-12-31",
        "last-6-months, 2015-07-02, 2016-01-01",
        "last-12-months, 2015-01-02, 2016-01-01",
        "this-week, 2015-12-28, 2016-01-01",
        "last-week, 2015-12-21, 2015-12-27",
        "last-month, 2015-12-01, 2015-12-31",
        "this-quarter, 2016-01-01, 2016-01-01",
        "last-quarter, 2015-10-01, 2015-12-31",
        "this-year, 2016-01-01, 2016-01-01"
    })
    void onNewYearsDay(String preset, LocalDate first, LocalDate last) {
        assertDays("2016-01-01", preset, first, last);
    }

    /** August has a 31st, February had none; a Monday begins its week. 29 February has no date a year before. */
    @ParameterizedTest
    @CsvSource({
        "2015-08-31, last-6-months, 2015-03-01, 2015-08-31",
        "2015-08-31, this-week, 2015-08-31, 2015-08-31",
        "2015-08-31, last-week, 2015-08-24, 2015-08-30",
        "2015-11-01, last-week, 2015-10-19, 2015-10-25",
        "2016-02-29, last-12-months, 2015-03-01, 2016-02-29",
        "2015-07-31, last-month, 2015-06-01, 2015-06-30"
    })
    void onDaysThatOtherMonthsHaveNot(String today, String preset, LocalDate first, LocalDate last) {
        assertDays(today, preset, first, last);
    }

    @ParameterizedTest
    @EnumSource
    void noPresetReachesBeyondTodayOnAnyDayOfFourYears(RangePreset preset) {
        LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2019, 1, 1)).forEach(today -> {
            assertThat(preset.last(today)).isBeforeOrEqualTo(today);
            assertThat(preset.first(today)).isBeforeOrEqualTo(preset.last(today));
        });
    }

    @Test
    void namesAreReadIgnoringCase() {
        assertThat(RangePreset.of("Last-7-Days")).contains(RangePreset.LAST_7_DAYS);
        assertThat(RangePreset.of("LAST_7_DAYS")).isEmpty();
    }

    private static void assertDays(String today, String preset, LocalDate first, LocalDate last) {
        RangePreset range = RangePreset.of(preset).orElseThrow();
        assertThat(range.first(LocalDate.parse(today))).isEqualTo(first);
        assertThat(range.last(LocalDate.parse(today))).isEqualTo(last);
    }
}
