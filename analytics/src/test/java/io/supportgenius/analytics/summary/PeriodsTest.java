package io.supportgenius.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.analytics.summary.Periods.Period;
import io.supportgenius.analytics.summary.Periods.Unit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2015-10-01, 2015-10-01, DAY, 1",
        "2015-10-01, 2015-10-31, DAY, 31",
        "2015-01-01, 2015-06-30, WEEK, 27",
        "2010-01-01, 2015-12-31, MONTH, 72",
        "1990-03-01, 2015-02-28, YEAR, 26"
    })
    void aRangeIsCutIntoASeriesThatCanBeLookedAt(LocalDate first, LocalDate last, Unit unit, int count) {
        Periods periods = Periods.of(first, last, BERLIN);

        assertThat(periods.unit()).isEqualTo(unit);
        assertThat(periods.list()).hasSize(count);
        assertThat(periods.list().get(0).first()).isEqualTo(first);
        assertThat(periods.list().get(count - 1).last()).isEqualTo(last);
        for (int i = 1; i < count; i++) {
            Period before = periods.list().get(i - 1);
            assertThat(periods.list().get(i).first()).isEqualTo(before.last().plusDays(1));
        }
    }

    /** In Berlin the day of 2015-10-25 had 25 hours and that of 2015-03-29 had 23. */
    @ParameterizedTest
    @CsvSource({"2015-10-25, 25", "2015-03-29, 23", "2015-10-24, 24"})
    void daysHaveTheHoursOfTheirZone(LocalDate day, int hours) {
        Periods periods = Periods.of(day.minusDays(1), day.plusDays(1), BERLIN);
        long midnight = day.atStartOfDay(BERLIN).toEpochSecond();

        assertThat(periods.index(midnight - 1)).isEqualTo(0);
        assertThat(periods.index(midnight)).isEqualTo(1);
        assertThat(periods.index(midnight + hours * 3600L - 1)).isEqualTo(1);
        assertThat(periods.index(midnight + hours * 3600L)).isEqualTo(2);
    }

    @Test
    void whatLiesOutsideIsInNoPeriod() {
        Periods periods = Periods.of(LocalDate.of(2015, 10, 1), LocalDate.of(2015, 10, 31), BERLIN);

        assertThat(periods.index(
                        ZonedDateTime.of(2015, 9, 30, 23, 59, 59, 0, BERLIN).toEpochSecond()))
                .isEqualTo(-1);
        assertThat(periods.index(
                        ZonedDateTime.of(2015, 10, 31, 23, 59, 59, 0, BERLIN).toEpochSecond()))
                .isEqualTo(30);
        assertThat(periods.index(
                        ZonedDateTime.of(2015, 11, 1, 0, 0, 0, 0, BERLIN).toEpochSecond()))
                .isEqualTo(-1);
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> Periods.of(LocalDate.of(2015, 10, 2), LocalDate.of(2015, 10, 1), BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
